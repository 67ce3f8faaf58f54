import { describe, expect, it } from 'vitest';
import { assessReadiness, rowNumbers } from '../../../../shared/model/readiness';
import { article, flagged, run, spanOn, withStatus } from '../commands/article';

describe('rowNumbers', () => {
  it.each([
    [[], ''],
    [[0], '1'],
    [[1, 4, 5, 6, 7, 8, 11], '2, 5–9, 12'],
    [[0, 1], '1–2'],
    [[0, 2, 4], '1, 3, 5'],
    [[1, 1, 2, 2, 5], '2–3, 6'],
  ])('counts %j as readers do', (positions, expected) => {
    expect(rowNumbers(positions)).toBe(expected);
  });
});

describe('assessReadiness', () => {
  it('names the rows that are not agreed and those with nothing in the language', () => {
    const project = withStatus(
      article('Раз | Бир | One', 'Два | | Two', 'Три | Үч | Three', ''),
      'r1',
      'ky',
      'agreed',
    );
    expect(assessReadiness(project, 'ky')).toEqual({
      critical: [],
      flagged: [],
      notAgreed: [2],
      missing: [1],
      suggested: [],
    });
  });

  it('counts a paragraph emptied of its text as missing', () => {
    const edit = { type: 'editParagraph', paragraphId: 'en1', content: { text: '', marks: [] } } as const;
    expect(assessReadiness(run(article('Раз | Бир | One'), edit), 'en').missing).toEqual([0]);
  });

  it('names the row of each open critical flag on the language', () => {
    const project = article('Раз | Бир | One', 'Два | Эки | Two', 'Три | | Three');
    const critical = (flagId: string) =>
      ({ type: 'editFlag', flagId, category: 'accuracy', severity: 'critical', note: '' }) as const;
    const spans = [spanOn(project, 'ru2', 'Два'), spanOn(project, 'en3', 'Three')];
    const gap = { at: 'gap', language: 'ky', rowId: 'r3' } as const;
    const both = run(
      flagged(flagged(flagged(project, ...spans), gap), spanOn(project, 'en1', 'One')),
      { ...critical('f1'), spans },
      { ...critical('f2'), spans: [gap] },
    );
    const rows = (language: 'ru' | 'ky' | 'en', of = both) =>
      assessReadiness(of, language).critical.map(({ flag, row }) => [flag.id, row]);
    expect([rows('ru'), rows('ky'), rows('en')]).toEqual([[['f1', 1]], [['f2', 2]], [['f1', 2]]]);
    const resolved = run(both, { type: 'setFlagStatus', flagId: 'f1', status: 'resolved' });
    expect(rows('en', resolved)).toEqual([]);
  });

  it('names the other open flags on the language, in the order of its rows', () => {
    const project = article('Раз | Бир | One', 'Два | Эки | Two');
    const spans = [spanOn(project, 'ru1', 'Раз'), spanOn(project, 'en2', 'Two')];
    const both = flagged(flagged(project, ...spans), spanOn(project, 'en1', 'One'));
    const rows = (language: 'ru' | 'ky' | 'en', of = both) =>
      assessReadiness(of, language).flagged.map(({ flag, row }) => [flag.id, row]);
    expect([rows('ru'), rows('ky')]).toEqual([[['f1', 0]], []]);
    expect(rows('en')).toEqual([
      ['f2', 0],
      ['f1', 1],
    ]);
    expect(assessReadiness(both, 'en').critical).toEqual([]);
    const dismissed = run(both, { type: 'setFlagStatus', flagId: 'f2', status: 'dismissed' });
    expect(rows('en', dismissed)).toEqual([['f1', 1]]);
  });
});
