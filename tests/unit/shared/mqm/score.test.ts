import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  SEVERITIES,
  withFaulty,
  type Flag,
  type FlagStatus,
  type Severity,
} from '../../../../shared/model/flag';
import { LANGUAGES, type Language } from '../../../../shared/model/language';
import type { Project } from '../../../../shared/model/project';
import { formatScore } from '../../../../shared/mqm/figures';
import { passingPenalty, scoreVersion, verdictOf } from '../../../../shared/mqm/score';
import { CORE_TYPOLOGY, type Typology } from '../../../../shared/mqm/typology';
import { anyProject } from '../commands/arbitrary-project';
import { article, withStatus } from '../commands/article';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

/** 1,000 English words, 400 Russian ones, no Kyrgyz. */
const text = article(`${words(400)} | | ${words(1000)}`);

let made = 0;
function remark(
  category: string,
  severity: Severity,
  languages: readonly Language[] = ['en'],
  status: FlagStatus = 'open',
): Flag {
  const spans = languages.map((language) => ({ at: 'gap' as const, language, rowId: 'r1' }));
  made += 1;
  return { id: `f${made}`, spans, category, severity, status, note: '', author: 'А', time: made, thread: [] };
}

const withFlags = (...flags: readonly Flag[]): Project => ({ ...text, flags });
const english = (project: Project, typology = CORE_TYPOLOGY) => scoreVersion(project, 'en', typology);

describe('scoreVersion', () => {
  it('adds up counts by severity and weight, and holds them against the words of the version', () => {
    const project = withFlags(
      remark('accuracy/omission', 'major'),
      remark('accuracy/omission', 'minor'),
      remark('style', 'minor'),
      remark('style/register', 'neutral'),
    );
    const typology: Typology = {
      ...CORE_TYPOLOGY,
      scale: 0.5,
      dimensions: CORE_TYPOLOGY.dimensions.map((each) =>
        each.id === 'accuracy' ? { ...each, weight: 2 } : each,
      ),
    };
    const { words: counted, tooShort, delivered } = english(project, typology);
    expect([counted, tooShort]).toEqual([1000, false]);
    expect(delivered).toMatchObject({
      counts: { neutral: 1, minor: 2, major: 1, critical: 0 },
      penalty: 13,
      perWord: 0.013,
      perThousand: 13,
      raw: 98.7,
      calibrated: 93.5,
      passes: true,
    });
    expect(delivered.dimensions.map(({ category, penalty }) => [category, penalty])).toEqual([
      ['accuracy', 12],
      ['terminology', 0],
      ['linguisticConventions', 0],
      ['style', 1],
      ['localeConventions', 0],
      ['audienceAppropriateness', 0],
      ['designAndMarkup', 0],
    ]);
    expect(delivered.categories.map(({ category, counts }) => [category, counts.minor])).toEqual([
      ['accuracy/omission', 1],
      ['style', 1],
      ['style/register', 0],
    ]);
  });

  it('counts a flag once, in the version its error is in, whatever else it points at', () => {
    const project = withFlags(
      remark('accuracy', 'major', ['en', 'en', 'ru']),
      remark('accuracy', 'minor', ['ru', 'en']),
    );
    expect(english(project).delivered.counts).toMatchObject({ major: 1, minor: 0 });
    expect(english(project).delivered.penalty).toBe(5);
    expect(scoreVersion(project, 'ru', CORE_TYPOLOGY).delivered.perThousand).toBe(2.5);
    expect(scoreVersion(project, 'ky', CORE_TYPOLOGY).delivered.penalty).toBe(0);
  });

  it('follows a person who says that the error is in the other version', () => {
    const flag = remark('accuracy', 'major', ['en', 'ru', 'en']);
    const project = withFlags({ ...flag, spans: withFaulty(flag.spans, 'ru') });
    expect(project.flags[0]?.spans.map(({ language }) => language)).toEqual(['ru', 'en', 'en']);
    expect(english(project).delivered.penalty).toBe(0);
    expect(scoreVersion(project, 'ru', CORE_TYPOLOGY).delivered.penalty).toBe(5);
  });

  it('leaves dismissed flags out, and counts resolved ones in the text as delivered only', () => {
    const { delivered, now } = english(
      withFlags(
        remark('style', 'critical', ['en'], 'dismissed'),
        remark('style', 'major', ['en'], 'resolved'),
        remark('style', 'minor'),
      ),
    );
    expect([delivered.penalty, now.penalty]).toEqual([6, 1]);
  });

  it('passes at the pass mark, fails below it, and fails on one critical error', () => {
    const minors = (count: number) => Array.from({ length: count }, () => remark('style', 'minor'));
    expect(passingPenalty(CORE_TYPOLOGY)).toBe(10);
    expect(english(withFlags(...minors(10))).delivered.passes).toBe(true);
    expect(english(withFlags(...minors(11))).delivered.passes).toBe(false);
    const lenient = { ...CORE_TYPOLOGY, passMark: 0 };
    expect(english(withFlags(remark('style', 'critical')), lenient).delivered).toMatchObject({
      calibrated: 75,
      passes: false,
    });
  });

  it('says nothing of a version nobody has reviewed', () => {
    const text = article(`${words(400)} | ${words(400)} | ${words(400)}`);
    const verdicts = (project: Project) =>
      LANGUAGES.map((language) => verdictOf(scoreVersion(project, language, CORE_TYPOLOGY).delivered));
    expect(verdicts(text)).toEqual(['notReviewed', 'notReviewed', 'notReviewed']);
    const { passes, raw, calibrated } = scoreVersion(text, 'ru', CORE_TYPOLOGY).now;
    expect([passes, raw, calibrated]).toEqual([null, null, null]);
    const [agreed, reviewed] = [
      withStatus(text, 'r1', 'ru', 'agreed'),
      withStatus(text, 'r1', 'ky', 'reviewed'),
    ];
    expect(verdicts(agreed)).toEqual(['pass', 'notReviewed', 'notReviewed']);
    expect(verdicts(reviewed)).toEqual(['notReviewed', 'pass', 'notReviewed']);
    expect(verdicts(article(' | | a'))).toEqual(['noText', 'noText', 'notReviewed']);
  });

  it('says when a text is too short, and scores no text at all', () => {
    expect(scoreVersion(article(`${words(299)} | |`), 'ru', CORE_TYPOLOGY).tooShort).toBe(true);
    expect(scoreVersion(article(`${words(300)} | |`), 'ru', CORE_TYPOLOGY).tooShort).toBe(false);
    const { delivered } = scoreVersion(text, 'ky', CORE_TYPOLOGY);
    expect([delivered.perWord, delivered.raw, delivered.calibrated, delivered.passes]).toEqual(
      Array(4).fill(null),
    );
  });

  it('counts categories the typology does not have, in their dimension or as other', () => {
    const { delivered } = english(withFlags(remark('style/puns', 'minor'), remark('факты/цифры', 'major')));
    expect(delivered.penalty).toBe(6);
    expect(delivered.dimensions.find(({ category }) => category === 'style')?.penalty).toBe(1);
    expect(delivered.dimensions.at(-1)).toMatchObject({ category: 'other', penalty: 5 });
  });

  it('counts every error in exactly one dimension and one category', () => {
    fc.assert(
      fc.property(anyProject, fc.constantFrom(...LANGUAGES), (project, language) => {
        const { delivered, now } = scoreVersion(project, language, CORE_TYPOLOGY);
        for (const { counts, dimensions, categories, penalty } of [delivered, now]) {
          for (const severity of SEVERITIES) {
            const sum = (list: typeof categories) =>
              list.reduce((all, each) => all + each.counts[severity], 0);
            expect([sum(dimensions), sum(categories)]).toEqual([counts[severity], counts[severity]]);
          }
          expect(categories.reduce((all, each) => all + each.penalty, 0)).toBe(penalty);
        }
        expect(now.penalty).toBeLessThanOrEqual(delivered.penalty);
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe('formatScore', () => {
  it('never rounds up to the pass mark', () => {
    expect([89.96, 90, null].map((score) => formatScore(score, 'en'))).toEqual(['89.9', '90', '—']);
    expect(formatScore(98.75, 'ky')).toBe('98,7');
  });
});
