import type { Flag } from './flag';
import { LANGUAGES, type Language } from './language';
import { isThere } from './paragraph';
import type { Project } from './project';
import type { Row } from './row';

/** What stands in the way of calling a version finished. Row positions count from 0. */
export interface Readiness {
  /** Open flags of critical severity with a span in this version. */
  readonly critical: readonly FlagInRow[];
  /** The other open flags with a span in this version. */
  readonly flagged: readonly FlagInRow[];
  /** Rows whose text in this version is not agreed. */
  readonly notAgreed: readonly number[];
  /** Rows in which this version has nothing while another has. */
  readonly missing: readonly number[];
  /** Rows with suggestions in this version that wait for a decision. */
  readonly suggested: readonly number[];
}

/** A flag, and the row of its first span in a version. */
export interface FlagInRow {
  readonly flag: Flag;
  readonly row: number;
}

/** How ready one version is to be exported. */
export function assessReadiness(project: Project, language: Language): Readiness {
  const rowOf = new Map<string, number>();
  for (const [index, row] of project.rows.entries()) {
    rowOf.set(row.id, index);
    for (const paragraph of row.cells[language].paragraphs) rowOf.set(paragraph.id, index);
  }
  const open = project.flags
    .filter(({ status }) => status === 'open')
    .flatMap((flag): readonly FlagInRow[] => {
      const span = flag.spans.find((each) => each.language === language);
      if (!span) return [];
      return [{ flag, row: rowOf.get(span.at === 'gap' ? span.rowId : span.paragraphId) ?? 0 }];
    });
  const isCritical = ({ flag }: FlagInRow) => flag.severity === 'critical';
  const critical = open.filter(isCritical);
  const flagged = open.filter((each) => !isCritical(each)).toSorted((a, b) => a.row - b.row);
  const notAgreed: number[] = [];
  const missing: number[] = [];
  const suggested: number[] = [];
  for (const [index, row] of project.rows.entries()) {
    const { paragraphs, status } = row.cells[language];
    if (paragraphs.some(({ pending }) => pending)) suggested.push(index);
    const filled = paragraphs.some(isThere);
    if (filled && status !== 'agreed') notAgreed.push(index);
    const elsewhere = Object.values(row.cells).some((cell) => cell.paragraphs.length > 0);
    if (!filled && elsewhere) missing.push(index);
  }
  return { critical, flagged, notAgreed, missing, suggested };
}

/** Whether a row has a text in these languages that is not agreed. */
export function isToAgree({ cells }: Row, languages: readonly Language[]): boolean {
  return languages.some(
    (language) => cells[language].paragraphs.length > 0 && cells[language].status !== 'agreed',
  );
}

/** How far an article has come: the rows with a text in these languages, and how many of them are agreed. */
export interface Progress {
  readonly agreed: number;
  readonly rows: number;
}

/** Counts the rows that are agreed. */
export function countAgreed(rows: readonly Row[], languages: readonly Language[] = LANGUAGES): Progress {
  const filled = rows.filter(({ cells }) =>
    languages.some((language) => cells[language].paragraphs.length > 0),
  );
  return { rows: filled.length, agreed: filled.filter((row) => !isToAgree(row, languages)).length };
}

/** Row positions in ascending order as a reader counts them, from 1, each once, with runs drawn together: "2, 5–9, 12". */
export function rowNumbers(positions: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const position of positions) {
    const last = runs.at(-1);
    if (last && position <= last[1] + 1) last[1] = position;
    else runs.push([position, position]);
  }
  return runs.map(([from, to]) => (from === to ? `${from + 1}` : `${from + 1}–${to + 1}`)).join(', ');
}
