import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/commands/command';
import { applyPatch, patchBetween } from '../../../../shared/patch/project-patch';
import { NO_REVIEW, type Project } from '../../../../shared/model/project';
import { article, BY, covered, flag, flagged, isRefused, lines, row, run, spanOn } from './article';

/** The project after a command that is one step: one patch, and one back. */
function runBothWays(before: Project, command: Command): Project {
  const after = run(before, command);
  expect(applyPatch(before, patchBetween(before, after))).toEqual(after);
  expect(applyPatch(after, patchBetween(after, before))).toEqual(before);
  return after;
}

describe('splitAtSentence', () => {
  const before = article('Раз. Два. / Три. | Бир. Эки. | One. / Two.', 'Хвост | Куйрук | Tail');
  const split = {
    type: 'splitAtSentence',
    rowId: 'r1',
    newRowId: 'new',
    cuts: {
      ru: { paragraphId: 'ru1', offset: 5, newId: 'ru1b' },
      ky: { paragraphId: 'ky1', offset: 5, newId: 'ky1b' },
      en: { paragraphId: 'en2', offset: 0 },
    },
  } as const;

  it('breaks paragraphs in two where the cut is within, and puts all that follows into a row below', () => {
    const after = runBothWays(before, split);
    expect(lines(after)).toEqual([
      'Раз. | Бир. | One.',
      'Два. / Три. | Эки. | Two.',
      'Хвост | Куйрук | Tail',
    ]);
    expect(after.rows.map(({ id }) => id)).toEqual(['r1', 'new', 'r2']);
  });

  it('leaves a language without a cut above, and takes flags along with their words', () => {
    const project = flagged(before, spanOn(before, 'ru1', 'Два'));
    const after = runBothWays(project, { ...split, cuts: { ...split.cuts, ky: null } });
    expect(lines(after).slice(0, 2)).toEqual(['Раз. | Бир. Эки. | One.', 'Два. / Три. |  | Two.']);
    expect(covered(after)).toEqual(['ru1b: [Два].']);
  });

  it.each([
    ['a cut at the end of its text', { en: { paragraphId: 'en2', offset: 4, newId: 'x' } }],
    ['a cut in another row', { en: { paragraphId: 'en3', offset: 0 } }],
    ['a cut in another language', { en: { paragraphId: 'ru2', offset: 0 } }],
    ['a cut in what is not there', { en: { paragraphId: 'gone', offset: 0 } }],
    ['an id that is taken', { en: { paragraphId: 'en1', offset: 2, newId: 'ky1' } }],
    ['no id for what is broken off', { en: { paragraphId: 'en1', offset: 2 } }],
    ['nothing to cut', { ru: null, ky: null, en: null }],
    [
      'nothing that stays above',
      {
        ru: { paragraphId: 'ru1', offset: 0 },
        ky: { paragraphId: 'ky1', offset: 0 },
        en: { paragraphId: 'en1', offset: 0 },
      },
    ],
  ])('is refused as a whole for %s', (_, cuts) => {
    expect(isRefused(before, { ...split, cuts: { ...split.cuts, ...cuts } })).toBe(true);
  });
});

describe('agreeRow', () => {
  const before = article('Раз | Бир |', 'Два | Эки | Two');

  it('agrees what the row has in these languages and confirms it', () => {
    const after = runBothWays(before, { type: 'agreeRow', rowId: 'r1', languages: ['ru', 'ky', 'en'] });
    const { cells, confirmed } = row(after, 'r1');
    expect([cells.ru.status, cells.ky.status, cells.en.status, confirmed]).toEqual([
      'agreed',
      'agreed',
      'draft',
      true,
    ]);
    expect(cells.ru.paragraphs[0]?.agreed?.text).toBe('Раз');
    expect(row(after, 'r2')).toBe(row(before, 'r2'));
  });

  it('changes nothing where all is agreed and confirmed', () => {
    const command = { type: 'agreeRow', rowId: 'r1', languages: ['ru'] } as const;
    const once = run(before, command);
    expect(run(once, command)).toBe(once);
  });

  it('is refused for a row without text in these languages, and confirms nothing then', () => {
    expect(isRefused(before, { type: 'agreeRow', rowId: 'r1', languages: ['en'] })).toBe(true);
    expect(isRefused(before, { type: 'agreeRow', rowId: 'gone', languages: ['ru'] })).toBe(true);
  });
});

describe('agreeRows', () => {
  const before = article('Раз | Бир | One', 'Два | Эки | Two', 'Три | | Three');

  it('agrees what all of the rows have in these languages, in one step', () => {
    const after = runBothWays(before, { type: 'agreeRows', rowIds: ['r1', 'r3'], languages: ['ru', 'ky'] });
    const statuses = after.rows.map(({ cells, confirmed }) => [
      cells.ru.status,
      cells.ky.status,
      cells.en.status,
      confirmed,
    ]);
    expect(statuses[0]).toEqual(['agreed', 'agreed', before.rows[0]?.cells.en.status, true]);
    expect(after.rows[1]).toBe(before.rows[1]);
    expect(statuses[2]).toEqual(['agreed', 'draft', before.rows[2]?.cells.en.status, true]);
  });

  it('is refused as a whole where one of the rows has nothing to be agreed, or is gone', () => {
    expect(isRefused(before, { type: 'agreeRows', rowIds: ['r1', 'r3'], languages: ['ky'] })).toBe(true);
    expect(isRefused(before, { type: 'agreeRows', rowIds: ['r1', 'gone'], languages: ['ru'] })).toBe(true);
  });
});

describe('fixFindings', () => {
  const before = article('Мост готов. | Көпүрө дaяр. | The brіdge is rеady.', 'Три | Үч | The pаss is open.');
  const fix = (language: 'ky' | 'en', paragraphId: string, was: string, text: string) => {
    const { start = 0, end = 0 } = { ...spanOn(before, paragraphId, was) } as { start: number; end: number };
    return { language, paragraphId, start, end, was, text };
  };
  const fixes = [
    fix('en', 'en1', 'brіdge', 'bridge'),
    fix('ky', 'ky1', 'дaяр', 'даяр'),
    fix('en', 'en1', 'rеady', 'ready'),
    fix('en', 'en2', 'pаss', 'pass'),
  ];

  it('mends all paragraphs at once, and flags stay on their words', () => {
    const project = flagged(before, spanOn(before, 'en1', 'is'));
    const after = runBothWays(project, { type: 'fixFindings', fixes, suggest: false });
    expect(lines(after)).toEqual([
      'Мост готов. | Көпүрө даяр. | The bridge is ready.',
      'Три | Үч | The pass is open.',
    ]);
    expect(covered(after)).toEqual(['en1: The bridge [is] ready.']);
  });

  it('only suggests where a person suggests', () => {
    const after = runBothWays(before, { type: 'fixFindings', fixes, suggest: true });
    const [paragraph] = row(after, 'r2').cells.en.paragraphs;
    expect([paragraph?.text, paragraph?.pending?.settled.text]).toEqual([
      'The pass is open.',
      'The pаss is open.',
    ]);
  });

  it.each([
    ['says something else by now', { was: 'path' }],
    ['is not there', { paragraphId: 'gone' }],
    ['is in another language', { language: 'ru' as const }],
    ['ends before it begins', { start: 5, end: 2, was: '' }],
  ])('is refused as a whole where one of the texts %s', (_, change) => {
    const outdated = fixes.map((each, n) => (n === 3 ? { ...each, ...change } : each));
    expect(isRefused(before, { type: 'fixFindings', fixes: outdated, suggest: false })).toBe(true);
  });
});

describe('raiseFinding', () => {
  const before = article('Раз два | Бир эки | One two');
  const raise = {
    type: 'raiseFinding',
    flagId: 'f1',
    spans: [spanOn(before, 'ky1', 'эки')],
    category: 'accuracy/omission',
    severity: 'major',
    note: 'Сан жок',
    finding: 'number ky1',
  } as const;

  it('raises the flag and dismisses the finding', () => {
    const after = runBothWays(before, raise);
    expect(covered(after)).toEqual(['ky1: Бир [эки]']);
    expect(flag(after)).toMatchObject({ note: 'Сан жок', status: 'open', ...BY });
    expect(flag(after)).not.toHaveProperty('finding');
    expect(after.dismissals).toEqual([{ key: 'number ky1', reason: 'flagged', note: '', ...BY }]);
  });

  it('dismisses nothing where the flag is refused', () => {
    const gone = { at: 'gap', language: 'ky', rowId: 'gone' } as const;
    expect(isRefused(before, { ...raise, spans: [gone] })).toBe(true);
    expect(isRefused(run(before, raise), raise)).toBe(true);
  });
});

describe('restoreSnapshot', () => {
  it('refuses one in which a row or a paragraph stands twice', () => {
    const project = article('Раз | |', 'Два | |');
    const [first, second] = project.rows;
    if (!first || !second) throw new Error('no rows');
    const restore = { type: 'restoreSnapshot', snapshotId: 's' } as const;
    const holding = (rows: Project['rows']): Project => {
      const snapshot = { id: 's', name: '', author: '', time: 0, rows };
      return { ...project, review: { ...NO_REVIEW, snapshots: [snapshot] } };
    };
    expect(lines(run(holding([second, first]), restore))).toEqual(['Два |  |', 'Раз |  |']);
    expect(isRefused(holding([first, first]), restore)).toBe(true);
    expect(isRefused(holding([first, { ...second, cells: first.cells }]), restore)).toBe(true);
  });
});
