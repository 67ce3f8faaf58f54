import { faultyVersion, TO_DECIDE, type Flag, type Severity } from '../model/flag';
import type { Language } from '../model/language';
import type { Project } from '../model/project';
import { versionParagraphs } from '../model/row';
import { countSaid } from '../text/counted-text';
import { groupOf, OTHER, perSeverity, weightOf, type Typology } from './typology';

/** Below so many words a score says little: one error more or less would turn it. */
export const FEWEST_WORDS = 300;

type SeverityCounts = Readonly<Record<Severity, number>>;

/** Errors of one kind: how many of each severity, and the penalty points they come to. */
export interface ErrorTally {
  /** A dimension, or "accuracy/omission". */
  readonly category: string;
  readonly counts: SeverityCounts;
  readonly penalty: number;
}

export interface Score {
  /** Every dimension of the typology in its order, then `other` where there is such an error. */
  readonly dimensions: readonly ErrorTally[];
  /** Only categories that have errors, in the order in which they first occur. */
  readonly categories: readonly ErrorTally[];
  readonly counts: SeverityCounts;
  /** Penalty points in all. */
  readonly penalty: number;
  /** Penalty points per word; null for a version without words. */
  readonly perWord: number | null;
  readonly perThousand: number | null;
  /** This and the next are null for a version without words, or that nobody has reviewed. 100 for no errors; below 0 when there are more penalty points than words. */
  readonly raw: number | null;
  /** The score that is held against the pass mark. */
  readonly calibrated: number | null;
  /** null for a version without words, or that nobody has reviewed. */
  readonly passes: boolean | null;
}

/** What comes of a score; that of a version nobody has reviewed says nothing, for no error of it can be known. */
export type Verdict = 'pass' | 'fail' | 'critical' | 'notReviewed' | 'noText';

export interface Scorecard {
  readonly language: Language;
  /** The words of this version itself. */
  readonly words: number;
  /** Whether it has too few words for the score to say much. */
  readonly tooShort: boolean;
  /** The text as it came to be reviewed: errors found, be they put right since or not. */
  readonly delivered: Score;
  /** The text as it stands: errors that are still open. */
  readonly now: Score;
}

/**
 * The quality of one version by the errors flagged in it, after the linear scoring models of MQM
 * (https://themqm.org/error-types-2/the-mqm-scoring-models/):
 *
 *     penalty    = sum of count x penalty of the severity x weight of the type
 *     per word   = penalty / words              per 1,000 words = per word x 1,000
 *     raw        = 100 x (1 - per word)
 *     calibrated = 100 - per 1,000 words x scale
 *
 * A version passes when its calibrated score is at least the pass mark and none of its errors is critical. Words are
 * counted in the version that is judged, as ISO 5060:2024 prefers. An error counts once, in the version it is in
 * (`faultyVersion`): words of another version that were added to show what is right cost that version nothing. Dismissed
 * flags are no errors, nor are those that ask which of two versions is to stand. Resolved ones were: MQM judges a
 * translation as it was delivered, or else the translator whose errors the editor put right would look faultless; what is left after the editing is
 * the second score.
 */
export function scoreVersion(
  project: Pick<Project, 'rows' | 'flags' | 'review'>,
  language: Language,
  typology: Typology,
): Scorecard {
  const words = countSaid(versionParagraphs(project.rows, language));
  const given = { words, typology, isReviewed: isReviewed(project, language) };
  const here = project.flags.filter(
    (flag) => flag.category !== TO_DECIDE && faultyVersion(flag) === language,
  );
  return {
    language,
    words,
    tooShort: words < FEWEST_WORDS,
    delivered: scoreFlags(
      here.filter(({ status }) => status !== 'dismissed'),
      given,
    ),
    now: scoreFlags(
      here.filter(({ status }) => status === 'open'),
      given,
    ),
  };
}

/** What a score says in a word. */
export function verdictOf({ passes, counts, perWord }: Score): Verdict {
  if (passes === null) return perWord === null ? 'noText' : 'notReviewed';
  if (passes) return 'pass';
  return counts.critical > 0 ? 'critical' : 'fail';
}

/** Whether a person has looked at a version: flagged something in it, reviewed or agreed a row, or signed it. */
function isReviewed(
  { rows, flags, review }: Pick<Project, 'rows' | 'flags' | 'review'>,
  language: Language,
): boolean {
  return (
    flags.some(
      ({ category, spans }) => category !== TO_DECIDE && spans.some((span) => span.language === language),
    ) ||
    rows.some(({ cells }) => ['reviewed', 'agreed'].includes(cells[language].status)) ||
    Boolean(review?.signOffs[language])
  );
}

/** The most penalty points per 1,000 words with which a text passes. */
export function passingPenalty({ passMark, scale }: Typology): number {
  return (100 - passMark) / scale;
}

interface Judged {
  readonly words: number;
  readonly typology: Typology;
  readonly isReviewed: boolean;
}

function scoreFlags(flags: readonly Flag[], { words, typology, isReviewed }: Judged): Score {
  const dimensionIn = (flag: Flag) => groupOf(typology, flag.category);
  const dimensions = new Set(typology.dimensions.map(({ id }) => id));
  if (flags.some((flag) => dimensionIn(flag) === OTHER)) dimensions.add(OTHER);
  const tally = (category: string, isMeant: (flag: Flag) => boolean) =>
    tallyFlags(category, flags.filter(isMeant), typology);
  const { counts, penalty } = tally('', () => true);
  const perWord = words > 0 ? penalty / words : null;
  const perThousand = words > 0 ? (penalty * 1000) / words : null;
  const calibrated = perThousand === null || !isReviewed ? null : 100 - perThousand * typology.scale;
  return {
    dimensions: [...dimensions].map((id) => tally(id, (flag) => dimensionIn(flag) === id)),
    categories: [...new Set(flags.map(({ category }) => category))].map((id) =>
      tally(id, ({ category }) => category === id),
    ),
    counts,
    penalty,
    perWord,
    perThousand,
    raw: perWord === null || !isReviewed ? null : 100 * (1 - perWord),
    calibrated,
    passes: calibrated === null ? null : counts.critical === 0 && calibrated >= typology.passMark,
  };
}

function tallyFlags(category: string, flags: readonly Flag[], typology: Typology): ErrorTally {
  return {
    category,
    counts: perSeverity((severity) => flags.filter((flag) => flag.severity === severity).length),
    penalty: flags.reduce(
      (sum, flag) => sum + typology.penalties[flag.severity] * weightOf(typology, flag.category),
      0,
    ),
  };
}
