import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/commands/command';
import type { Project } from '../../../../shared/model/project';
import { AS_AGREED, asTexts, textsOf } from '../../../../shared/reconcile/baseline';
import { findChanges } from '../../../../shared/reconcile/changes';
import { takenBack } from '../../../../shared/reconcile/take-back';
import {
  article,
  covered,
  flagged,
  isRefused,
  lines,
  paragraph,
  row,
  run,
  spanOn,
  withStatus,
} from './article';

const rich = (text: string) => ({ text, marks: [] });
const edit = (paragraphId: string, text: string): Command => ({
  type: 'editParagraph',
  paragraphId,
  content: rich(text),
});

/** The project with everything in English taken back to what it was. */
function takeBack(before: Project, now: Project): Project {
  const texts = findChanges(now.rows, asTexts(textsOf(before.rows))).en.flatMap(takenBack);
  return run(now, { type: 'takeBackChanges', texts });
}

describe('agreeTexts', () => {
  const project = article('Раз | Бир | One', ' | | Two');

  it('accepts the changes of a whole version at once', () => {
    const edited = run(project, edit('en1', 'One more'), edit('en2', ''));
    const texts = findChanges(edited.rows, AS_AGREED).en.flatMap(({ after }) => after);
    const agreed = run(edited, { type: 'agreeTexts', texts });
    expect(findChanges(agreed.rows, AS_AGREED).en).toEqual([]);
    expect(paragraph(agreed, 'en1').agreed).toEqual(rich('One more'));
    expect(run(agreed, { type: 'agreeTexts', texts })).toBe(agreed);
  });

  it('is refused as a whole when a paragraph is not there', () => {
    const texts = ['en1', 'en9'].map((paragraphId) => ({ paragraphId, content: rich('One') }));
    expect(isRefused(project, { type: 'agreeTexts', texts })).toBe(true);
  });
});

describe('takeBackChanges', () => {
  const project = article('Раз | Бир | One two three four five six', ' | | Seven', ' | | Eight');

  it('brings edited and emptied texts back, and removes what was added', () => {
    const insert = {
      type: 'insertParagraph',
      paragraphId: 'n',
      rowId: 'r3',
      language: 'en',
      index: 1,
    } as const;
    const changed = run(
      withStatus(project, 'r2', 'en', 'agreed'),
      edit('en1', 'One two'),
      edit('en2', ''),
      edit('en3', 'Eight and more'),
      { ...insert, role: 'paragraph', label: '', text: 'Nine' },
    );
    const back = takeBack(project, changed);
    expect(lines(back)).toEqual(lines(project));
    expect(paragraph(back, 'en1').imported).toBeNull();
    expect(row(back, 'r2').cells.en.status).toBe('translated');
  });

  it('leaves what would need a paragraph that is gone, what was split, and what only moved', () => {
    const split = run(project, { type: 'splitParagraph', paragraphId: 'en1', offset: 13, newId: 'part' });
    const parted = findChanges(split.rows, asTexts(textsOf(project.rows))).en;
    expect(parted.map(({ kind }) => kind)).toEqual(['split']);
    expect(parted.flatMap(takenBack)).toEqual([]);
    const changed = run(project, { type: 'removeParagraph', paragraphId: 'en2' }, edit('en3', 'Eight more'));
    expect(lines(takeBack(project, changed))).toEqual([lines(project)[0], '|  |', '|  | Eight']);
    const turned = { ...project, rows: project.rows.toReversed() };
    const [moved] = findChanges(turned.rows, asTexts(textsOf(project.rows))).en;
    expect(moved?.kind).toBe('moved');
    expect(moved && takenBack(moved)).toEqual([]);
  });

  it('carries flags along, to the gap where their paragraph goes', () => {
    const edited = run(project, edit('en3', 'Now eight more'));
    const flags = flagged(edited, spanOn(edited, 'en3', 'eight'));
    const texts = [{ paragraphId: 'en3', content: rich('Now eight') }];
    expect(covered(run(flags, { type: 'takeBackChanges', texts }))).toEqual(['en3: Now [eight]']);
    const removed = run(flags, { type: 'takeBackChanges', texts: [{ paragraphId: 'en3', content: null }] });
    expect(removed.flags[0]?.spans).toEqual([{ at: 'gap', language: 'en', rowId: 'r3' }]);
  });
});
