import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../shared/checks/engine/finding';
import type { Flag } from '../../../../shared/model/flag';
import { NO_REVIEW, type Project } from '../../../../shared/model/project';
import { scoreVersion } from '../../../../shared/mqm/score';
import { CORE_TYPOLOGY } from '../../../../shared/mqm/typology';
import { flagStretches } from '../../../../shared/report/flag-stretches';
import { makeReport, type ReportInput } from '../../../../shared/report/review-report';
import { article, flagged, spanOn, withStatus } from '../commands/article';

const INPUT: ReportInput = {
  time: 1,
  author: 'Айгүл',
  typology: CORE_TYPOLOGY,
  findings: [],
  parts: { scores: true, settled: true, findings: true },
};

const REPUTATION = 'Ждут репутационные потери. | Аброй жоготуу күтөт. | It will face reparation losses.';

/** The project with a property of its flags changed, each its own. */
function change(project: Project, ...changes: readonly Partial<Flag>[]): Project {
  return { ...project, flags: project.flags.map((flag, i) => ({ ...flag, ...changes[i] })) };
}

const two = () => {
  const project = article('Раз. | Бир. | One.', REPUTATION);
  return flagged(
    flagged(
      project,
      spanOn(project, 'en2', 'reparation', 'reputation'),
      spanOn(project, 'ru2', 'репутационные'),
    ),
    spanOn(project, 'ky1', 'Бир'),
  );
};

describe('makeReport', () => {
  it('shows with each flag what all versions say there', () => {
    const [, flag] = makeReport(two(), INPUT).flags;
    const plain = (text: string) => ({ kind: 'plain', text, raised: false });
    const marked = (text: string) => ({ kind: 'flagged', text, raised: false });
    expect(flag).toMatchObject({
      number: 2,
      places: [
        { language: 'ru', row: 1 },
        { language: 'en', row: 1 },
      ],
      texts: [
        {
          language: 'ru',
          paragraphs: [[plain('Ждут '), marked('репутационные'), plain(' потери.')]],
          changes: [],
        },
        { language: 'ky', paragraphs: [[plain('Аброй жоготуу күтөт.')]], changes: [] },
        {
          language: 'en',
          paragraphs: [[plain('It will face '), marked('reparation'), plain(' losses.')]],
          changes: [
            [
              { kind: 'deleted', text: 'reparation' },
              { kind: 'inserted', text: 'reputation' },
            ],
          ],
        },
      ],
    });
  });

  it('lists open flags first, then resolved and dismissed ones, as the article goes', () => {
    const listed = (project: Project) =>
      makeReport(project, INPUT).flags.map(({ places }) => Math.min(...places.map(({ row }) => row)));
    expect(listed(two())).toEqual([0, 1]);
    expect(listed(change(two(), {}, { status: 'resolved' }))).toEqual([1, 0]);
    expect(listed(change(two(), { status: 'dismissed' }, { status: 'resolved' }))).toEqual([0, 1]);
  });

  it('leaves out what is not asked for, and says how much', () => {
    const parts = { scores: false, settled: false, findings: false };
    const report = makeReport(change(two(), { status: 'dismissed' }), { ...INPUT, parts });
    expect(report).toMatchObject({ leftOut: 1, findings: null, flags: [{ number: 1 }] });
    expect(report.versions.map(({ score }) => score)).toEqual([null, null, null]);
  });

  it('counts flags once by dimension, dismissed ones not at all', () => {
    const project = flagged(two(), spanOn(two(), 'en1', 'One'));
    const changed = change(
      project,
      { category: 'terminology/wrongTerm', severity: 'minor' },
      { status: 'dismissed' },
      { category: 'houseRules', severity: 'neutral' },
    );
    expect(makeReport(changed, INPUT).dimensions).toEqual([
      { dimension: 'terminology', counts: { neutral: 0, minor: 1, major: 0, critical: 0 } },
      { dimension: 'other', counts: { neutral: 1, minor: 0, major: 0, critical: 0 } },
    ]);
  });

  it('tells of each version how far it is, and nothing of one without text', () => {
    const project = withStatus(article('Раз. | | One.', ' | | Two.'), 'r1', 'ru', 'agreed');
    const signed = { name: 'Нурлан', time: 5 };
    const reviewed: Project = {
      ...project,
      review: { ...NO_REVIEW, pivot: 'en', signOffs: { ru: signed, ky: null, en: null } },
    };
    expect(makeReport(reviewed, INPUT).versions).toEqual([
      {
        language: 'ru',
        fileName: null,
        words: 1,
        statuses: { draft: 0, translated: 0, reviewed: 0, agreed: 1 },
        missing: 1,
        isPivot: false,
        signOff: signed,
        open: { neutral: 0, minor: 0, major: 0, critical: 0 },
        score: scoreVersion(project, 'ru', CORE_TYPOLOGY),
      },
      expect.objectContaining({ language: 'en', words: 2, missing: 0, isPivot: true, signOff: null }),
    ]);
  });

  it('shows what a flag points at that is not there: a paragraph, or words that were edited away', () => {
    const project = article('Раз. | | One.', 'Два. | Эки. | Two.');
    const gap = flagged(project, { at: 'gap', language: 'ky', rowId: 'r1' });
    expect(makeReport(gap, INPUT).flags[0]?.texts.map(({ missing }) => missing)).toEqual([
      false,
      true,
      false,
    ]);
    const span = { ...spanOn(project, 'ky1', 'Эки'), start: 0, end: 0, quote: 'Үч', orphaned: true };
    const gone = change(flagged(project, spanOn(project, 'ky1', 'Эки')), { spans: [span] });
    expect(makeReport(gone, INPUT).flags[0]?.texts[1]).toMatchObject({
      gone: ['Үч'],
      paragraphs: [[{ kind: 'plain', text: 'Эки.' }]],
    });
  });

  it('names everybody who flagged or replied, in the order in which they first did', () => {
    const project = change(
      two(),
      { author: 'Б', time: 5, thread: [{ id: 'c', author: 'В', time: 6, text: '' }] },
      { author: 'А', time: 1, thread: [{ id: 'd', author: 'Б', time: 2, text: '' }] },
    );
    expect(makeReport(project, INPUT).reviewers).toEqual(['А', 'Б', 'В']);
  });

  it('lists findings by check, in the order of checks, with what stands at their places', () => {
    const project = article(REPUTATION);
    const finding = (check: Finding['check'], start: number, end: number): Finding => ({
      ...{ key: check, check, severity: 'major', rowId: 'r1', message: 'missing', params: {}, fixes: [] },
      spans: [{ language: 'en', paragraphId: 'en1', start, end }],
    });
    const findings = [finding('link', 0, 2), finding('number', 3, 7)];
    expect(makeReport(project, { ...INPUT, findings }).findings).toMatchObject([
      { check: 'number', findings: [{ row: 0, quotes: [{ language: 'en', text: 'will' }] }] },
      { check: 'link', findings: [{ row: 0, quotes: [{ language: 'en', text: 'It' }] }] },
    ]);
  });

  it('tells of an empty article', () => {
    expect(makeReport(article(), INPUT)).toMatchObject({
      versions: [],
      flags: [],
      dimensions: [],
      findings: [],
    });
  });
});

describe('flagStretches', () => {
  it('counts each flag in the part of the article where it stands', () => {
    const { flags, rows } = makeReport(two(), INPUT);
    expect(flagStretches(flags, rows, 12)).toEqual([
      { from: 0, to: 0, flags: { ru: [], ky: ['major'], en: [] } },
      { from: 1, to: 1, flags: { ru: ['major'], ky: [], en: ['major'] } },
    ]);
  });

  it.each([0, 1, 7, 12, 13, 100])('divides %i rows without a gap', (rows) => {
    const stretches = flagStretches([], rows, 12);
    expect(stretches.length).toBe(Math.min(12, rows));
    expect(
      stretches.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
    ).toEqual(Array.from({ length: rows }, (_, i) => i));
  });
});
