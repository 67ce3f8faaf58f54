import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/commands/command';
import type { RowDraft } from '../../../../shared/commands/replace-stretch';
import { plainBlock } from '../../../../shared/model/paragraph';
import { article, confirmed, covered, flagged, isRefused, lines, row, run, withStatus } from './article';

const draft = (
  id: string,
  ru: readonly string[],
  ky: readonly string[],
  en: readonly string[],
): RowDraft => ({
  id,
  cells: { ru, ky, en },
  confidence: 0.9,
});

describe('replaceAlignment', () => {
  const project = article('Раз | Бир | One', 'Два | Эки |', 'Три | Үч | Two');
  const replace = (rowIds: readonly string[], ...rows: readonly RowDraft[]): Command => ({
    type: 'replaceAlignment',
    stretches: [{ rowIds, rows }],
  });
  const better = [draft('a', ['ru2'], ['ky2'], ['en2']), draft('b', ['ru3'], ['ky3'], [])];

  it('groups the paragraphs of some rows anew', () => {
    const aligned = run(project, replace(['r2', 'r3'], ...better));
    expect(lines(aligned)).toEqual(['Раз | Бир | One', 'Два | Эки | Two', 'Три | Үч |']);
    expect(aligned.rows.map(({ confidence }) => confidence)).toEqual([0.5, 0.9, 0.9]);
  });

  it('lets statuses follow the text', () => {
    const aligned = run(withStatus(project, 'r3', 'en', 'agreed'), replace(['r2', 'r3'], ...better));
    expect(row(aligned, 'a').cells.en.status).toBe('agreed');
    expect(row(aligned, 'b').cells.en.status).toBe('draft');
  });

  it('moves flags on gaps to the row that holds what stood beside the gap', () => {
    const raised = flagged(project, { at: 'gap', language: 'en', rowId: 'r2' });
    expect(covered(run(raised, replace(['r2', 'r3'], ...better)))).toEqual(['gap in en of a']);
    const empty = flagged(article('Раз | |', ''), { at: 'gap', language: 'en', rowId: 'r2' });
    expect(covered(run(empty, replace(['r1', 'r2'], draft('a', ['ru1'], [], []))))).toEqual([
      'gap in en of a',
    ]);
  });

  it('never touches a confirmed row', () => {
    expect(isRefused(confirmed(project, 'r3'), replace(['r2', 'r3'], ...better))).toBe(true);
  });

  it.each([
    ['loses a paragraph', ['r2', 'r3'], [draft('a', ['ru2', 'ru3'], ['ky2', 'ky3'], [])]],
    ['changes the order', ['r2', 'r3'], [draft('a', ['ru3', 'ru2'], ['ky2', 'ky3'], ['en2'])]],
    ['names rows that do not follow each other', ['r3', 'r2'], better],
    ['names rows beyond the last', ['r2', 'r3', 'r4'], better],
    ['takes the id of another row', ['r2', 'r3'], [draft('r1', ['ru2', 'ru3'], ['ky2', 'ky3'], ['en2'])]],
  ])('is refused when it %s', (_, rowIds, rows) => {
    expect(isRefused(project, replace(rowIds, ...rows))).toBe(true);
  });
});

describe('addVersion', () => {
  const project = article('Раз | Бир |', 'Два | Эки |');
  const origin = { fileName: 'three.md', format: 'md', encoding: 'utf-8', hash: 'ab', time: 1 } as const;
  const add = (ids: readonly string[], ...rows: readonly RowDraft[]): Command => ({
    type: 'addVersion',
    language: 'en',
    origin,
    paragraphs: ids.map((id) => ({ id, ...plainBlock(`text of ${id}`), imported: null })),
    rows,
  });
  const rows = [draft('a', ['ru1', 'ru2'], ['ky1'], ['x']), draft('b', [], ['ky2'], ['y'])];

  it('brings in a version that was missing, with all rows aligned anew', () => {
    const added = run(withStatus(project, 'r1', 'ru', 'agreed'), add(['x', 'y'], ...rows));
    expect(lines(added)).toEqual(['Раз / Два | Бир | text of x', '| Эки | text of y']);
    expect(added.origins).toEqual({ ru: null, ky: null, en: origin });
    expect(row(added, 'a').cells.ru.status).toBe('translated');
    expect(row(added, 'b').cells.en.status).toBe('translated');
  });

  it('is refused when the language has text, or an id of a paragraph is taken', () => {
    const added = run(project, add(['x', 'y'], ...rows));
    expect(isRefused(added, add(['z'], draft('a', ['ru1', 'ru2'], ['ky1', 'ky2'], ['z'])))).toBe(true);
    expect(isRefused(project, add(['ru1'], draft('a', ['ru1', 'ru2'], ['ky1', 'ky2'], ['ru1'])))).toBe(true);
  });
});
