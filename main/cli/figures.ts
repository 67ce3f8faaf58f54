import { FLAG_STATUSES, SEVERITIES, type FlagStatus, type Severity } from '../../shared/model/flag';
import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../../shared/model/language';
import type { Origin, Project } from '../../shared/model/project';
import { LOW_CONFIDENCE, STATUSES, versionParagraphs, type Row, type Status } from '../../shared/model/row';
import { countSaid } from '../../shared/text/counted-text';

export interface VersionFigures {
  readonly paragraphs: number;
  readonly words: number;
  readonly origin: Origin | null;
  /** How many rows have text of each status. */
  readonly statuses: Readonly<Record<Status, number>>;
}

/** What a project amounts to. Row positions count from 0. */
export interface ProjectFigures {
  readonly versions: PerLanguage<VersionFigures>;
  readonly rows: number;
  readonly confirmed: number;
  /** Rows in which a version has nothing, versions that are missing altogether apart. */
  readonly gaps: readonly number[];
  /** Rows nobody has confirmed and of which the aligner was not sure. */
  readonly lowConfidence: readonly number[];
  readonly flags: Readonly<Record<FlagStatus, Readonly<Record<Severity, number>>>>;
}

/** Counts what the command line tells of a project. */
export function countProject(project: Project): ProjectFigures {
  const { rows, flags } = project;
  const present = LANGUAGES.filter((language) => versionParagraphs(rows, language).length > 0);
  return {
    versions: perLanguage((language) => countVersion(project, language)),
    rows: rows.length,
    confirmed: rows.filter((row) => row.confirmed).length,
    gaps: positions(rows, (row) => present.some((language) => row.cells[language].paragraphs.length === 0)),
    lowConfidence: positions(rows, (row) => !row.confirmed && row.confidence < LOW_CONFIDENCE),
    flags: tally(FLAG_STATUSES, (status) =>
      tally(SEVERITIES, (severity) =>
        count(flags, (flag) => flag.status === status && flag.severity === severity),
      ),
    ),
  };
}

function countVersion({ rows, origins }: Project, language: Language): VersionFigures {
  const paragraphs = versionParagraphs(rows, language);
  return {
    paragraphs: paragraphs.length,
    words: countSaid(paragraphs),
    origin: origins[language],
    statuses: tally(STATUSES, (status) =>
      count(rows, ({ cells }) => cells[language].paragraphs.length > 0 && cells[language].status === status),
    ),
  };
}

function positions(rows: readonly Row[], isMeant: (row: Row) => boolean): readonly number[] {
  return rows.flatMap((row, position) => (isMeant(row) ? [position] : []));
}

function count<T>(values: readonly T[], isMeant: (value: T) => boolean): number {
  return values.filter(isMeant).length;
}

function tally<K extends string, V>(keys: readonly K[], value: (key: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
