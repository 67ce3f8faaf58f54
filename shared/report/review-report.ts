import { ALL_CHECKS } from '../checks/all-checks';
import type { Finding } from '../checks/engine/finding';
import type { Step } from '../checks/engine/step';
import type { CheckId } from '../checks/engine/strings';
import { TO_DECIDE, SEVERITIES, type Severity } from '../model/flag';
import { LANGUAGES, type Language } from '../model/language';
import { isThere } from '../model/paragraph';
import type { Project, Review } from '../model/project';
import { STATUSES, type Row, type Status } from '../model/row';
import { scoreVersion, type Scorecard } from '../mqm/score';
import { groupOf, OTHER, perSeverity, type Typology } from '../mqm/typology';
import { reportFlags, rowPositions, type ReportedFlag } from './reported-flag';

/** What a person can leave out of a report. */
export interface ReportParts {
  readonly scores: boolean;
  /** Resolved and dismissed flags. */
  readonly settled: boolean;
  readonly findings: boolean;
}

export interface ReportedVersion {
  readonly language: Language;
  /** The file it came from; null where that is not known, or it was pasted. */
  readonly fileName: string | null;
  readonly words: number;
  /** How many rows have text of each status. */
  readonly statuses: Readonly<Record<Status, number>>;
  /** How many rows lack this version while another has text. */
  readonly missing: number;
  readonly isPivot: boolean;
  readonly signOff: Review['signOffs'][Language];
  /** Open flags with a place in this version. */
  readonly open: Readonly<Record<Severity, number>>;
  readonly score: Scorecard | null;
}

/** Flags of one dimension that are listed and not dismissed. */
export interface DimensionCount {
  readonly dimension: string;
  readonly counts: Readonly<Record<Severity, number>>;
}

export interface ReportedFinding {
  readonly finding: Finding;
  /** Counted from 0. */
  readonly row: number;
  /** What stands at its places, in their order; empty where something is missing. */
  readonly quotes: readonly { readonly language: Language; readonly text: string }[];
}

export interface CheckFindings {
  readonly check: CheckId;
  readonly findings: readonly ReportedFinding[];
}

/** The review of an article as somebody is told of it who does not have Triptych: plain data, without a sentence. */
export interface ReviewReport {
  readonly title: string;
  /** When it was made, ms since 1970. */
  readonly time: number;
  /** Who made it; null where that is not known. */
  readonly author: string | null;
  /** Who made the flags and replies, in the order in which they first did. */
  readonly reviewers: readonly string[];
  readonly rows: number;
  /** Only versions that have text. */
  readonly versions: readonly ReportedVersion[];
  readonly typology: Typology;
  readonly dimensions: readonly DimensionCount[];
  readonly flags: readonly ReportedFlag[];
  /** How many resolved and dismissed flags are left out. */
  readonly leftOut: number;
  /** By check, in the order of `ALL_CHECKS`; null where findings are left out. */
  readonly findings: readonly CheckFindings[] | null;
  /** The checks that could not be made everywhere. */
  readonly unchecked: readonly CheckId[];
}

/** What a report is made from beside the project. */
export interface ReportInput {
  readonly time: number;
  readonly author: string | null;
  readonly typology: Typology;
  /** What the automatic checks found and nobody has decided on. */
  readonly findings: readonly Finding[];
  /** What could not be checked. */
  readonly unchecked?: readonly Step[];
  readonly parts: ReportParts;
}

/** What a report of the review tells of a project, as plain data. */
export function makeReport(project: Project, input: ReportInput): ReviewReport {
  const { time, author, typology, parts } = input;
  const languages = LANGUAGES.filter((language) => project.rows.some((row) => hasText(row, language)));
  const listed = project.flags.filter(({ status }) => parts.settled || status === 'open');
  const counted = listed.filter(({ status, category }) => status !== 'dismissed' && category !== TO_DECIDE);
  const authors = project.flags.flatMap((flag) => [flag, ...flag.thread]);
  return {
    title: project.title,
    time,
    author,
    reviewers: [...new Set(authors.toSorted((a, b) => a.time - b.time).map((each) => each.author))],
    rows: project.rows.length,
    versions: languages.map((language) => reportVersion(project, language, input)),
    typology,
    dimensions: [...typology.dimensions.map(({ id }) => id), OTHER]
      .map((dimension) => {
        const flags = counted.filter(({ category }) => groupOf(typology, category) === dimension);
        return {
          dimension,
          counts: perSeverity((severity) => flags.filter((flag) => flag.severity === severity).length),
        };
      })
      .filter(({ counts }) => countAll(counts) > 0),
    flags: reportFlags(project, listed, languages),
    leftOut: project.flags.length - listed.length,
    findings: parts.findings ? reportFindings(project.rows, input.findings) : null,
    unchecked: [...new Set(input.unchecked?.map(({ check }) => check))],
  };
}

/** How many there are of all severities. */
export function countAll(counts: Readonly<Record<Severity, number>>): number {
  return SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
}

function reportVersion(
  project: Project,
  language: Language,
  { typology, parts }: ReportInput,
): ReportedVersion {
  const { rows, review } = project;
  const score = scoreVersion(project, language, typology);
  const filled = rows.filter((row) => hasText(row, language));
  return {
    language,
    fileName: project.origins[language]?.fileName || null,
    words: score.words,
    statuses: Object.fromEntries(
      STATUSES.map((status) => [
        status,
        filled.filter((row) => row.cells[language].status === status).length,
      ]),
    ) as Record<Status, number>,
    missing: rows.filter((row) => !hasText(row, language) && LANGUAGES.some((other) => hasText(row, other)))
      .length,
    isPivot: review?.pivot === language,
    signOff: review?.signOffs[language] ?? null,
    open: score.now.counts,
    score: parts.scores ? score : null,
  };
}

function reportFindings(rows: readonly Row[], findings: readonly Finding[]): readonly CheckFindings[] {
  const positions = rowPositions(rows);
  const texts = new Map(
    rows.flatMap(({ cells }) =>
      Object.values(cells).flatMap(({ paragraphs }) =>
        paragraphs.map(({ id, text }): [string, string] => [id, text]),
      ),
    ),
  );
  return ALL_CHECKS.map(({ id: check }) => ({
    check,
    findings: findings
      .filter((finding) => finding.check === check)
      .map((finding) => ({
        finding,
        row: positions.get(finding.rowId) ?? 0,
        quotes: finding.spans.map(({ language, paragraphId, start, end }) => ({
          language,
          text: texts.get(paragraphId)?.slice(start, end) ?? '',
        })),
      })),
  })).filter((each) => each.findings.length > 0);
}

function hasText(row: Row, language: Language): boolean {
  return row.cells[language].paragraphs.some(isThere);
}
