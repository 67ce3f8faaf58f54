import type { Finding } from '../../../shared/checks/engine/finding';
import type { FindingsByRow } from '../../../shared/checks/engine/found-between';
import { SEVERITIES, type Flag, type Severity } from '../../../shared/model/flag';
import { LANGUAGES, type Language } from '../../../shared/model/language';
import type { Row } from '../../../shared/model/row';
import { staleSources } from '../../../shared/reconcile/stale';
import { suggestionsIn } from '../../../shared/reconcile/suggestions';
import { rowFlags, type RowCriteria } from '../rows/row-filters';
import { keyOfMatter, type Matter } from './matter';

/** By what it is told at a glance, the same everywhere: a severity for what the checks find, or a kind. */
export type MatterShape = Severity | 'flag' | 'stale' | 'suggestion';

/** Matters of a row that look the same. */
export interface MatterGroup {
  readonly shape: MatterShape;
  /** How bad it is; null for what is only to be looked at. */
  readonly severity: Severity | null;
  readonly matters: readonly Matter[];
}

/** What only asks for a look comes after what is probably wrong, and before what hardly matters. */
const STALE_WEIGHT = 15;
const SUGGESTION_WEIGHT = 3;

/** How heavy it weighs: what is more severe first, of the same severity what a person said. */
export function weightOf({ shape, severity }: Pick<MatterGroup, 'shape' | 'severity'>): number {
  if (shape === 'stale') return STALE_WEIGHT;
  if (shape === 'suggestion') return SUGGESTION_WEIGHT;
  return 10 * SEVERITIES.indexOf(severity ?? 'neutral') + (shape === 'flag' ? 5 : 4);
}

/** What asks for an eye in a row, what looks the same together, the most severe first. */
export function rowMatters(
  row: Row,
  flags: readonly Flag[],
  findings: readonly Finding[],
  columns: readonly Language[],
): readonly MatterGroup[] {
  const { id: rowId } = row;
  const single = [
    ...flags
      .filter(({ status }) => status === 'open')
      .map(({ id: flagId, severity }) => seen('flag', severity, { kind: 'flag', rowId, flagId })),
    ...findings.map(({ key, severity }) => seen(severity, severity, { kind: 'finding', rowId, key })),
    ...LANGUAGES.filter(
      (language) => columns.includes(language) && staleSources(row, language).length > 0,
    ).map((language) => seen('stale', null, { kind: 'stale', rowId, language })),
    ...suggested(row, columns).map((matter) => seen('suggestion', null, matter)),
  ];
  const groups = new Map<string, MatterGroup & { readonly matters: Matter[] }>();
  for (const { shape, severity, matter } of single) {
    const name = `${shape} ${severity}`;
    const there = groups.get(name);
    if (there) there.matters.push(matter);
    else groups.set(name, { shape, severity, matters: [matter] });
  }
  return [...groups.values()].toSorted((a, b) => weightOf(b) - weightOf(a));
}

/**
 * What is open in the texts a row has in these languages and a person would want to know of before they are agreed: findings
 * and flags that are about one of them, suggestions, which to agree would accept, and texts that another has outrun, which to
 * agree would hold right. The most severe comes first; of the suggestions in a paragraph, one speaks for all.
 */
export function openMatters(
  row: Row,
  languages: readonly Language[],
  criteria: RowCriteria,
  found: FindingsByRow,
): readonly Matter[] {
  const isAbout = ({ spans }: Pick<Finding | Flag, 'spans'>) =>
    spans.some(({ language }) => languages.includes(language));
  const flags = rowFlags(row, criteria).filter(isAbout);
  const findings = (found.get(row.id) ?? []).filter(isAbout);
  const suggested = new Set<string>();
  return rowMatters(row, flags, findings, languages)
    .flatMap(({ matters }) => matters)
    .filter((matter) => {
      if (matter.kind !== 'change') return true;
      const isFirst = !suggested.has(matter.paragraphId);
      suggested.add(matter.paragraphId);
      return isFirst;
    });
}

/**
 * What is open in a version and a person would want to know of before it is signed off, row by row, each thing once. What the
 * checks find between two versions counts in the one it is about.
 */
export function openInVersion(
  rows: readonly Row[],
  language: Language,
  criteria: RowCriteria,
  found: FindingsByRow,
): readonly Matter[] {
  const own = new Map([...found].map(([rowId, each]) => [rowId, foundInVersion(each, language)]));
  const open = rows.flatMap((row) => openMatters(row, [language], criteria, own));
  // A flag that points at several rows is open in each of them.
  const once = new Map<string, Matter>();
  for (const matter of open) if (!once.has(keyOfMatter(matter))) once.set(keyOfMatter(matter), matter);
  return [...once.values()];
}

/** Those of the findings that are about a version: their first place is in it. */
export function foundInVersion(findings: readonly Finding[], language: Language): readonly Finding[] {
  return findings.filter(({ spans: [first] }) => first?.language === language);
}

function seen(shape: MatterShape, severity: Severity | null, matter: Matter) {
  return { shape, severity, matter };
}

function suggested({ id: rowId, cells }: Row, columns: readonly Language[]): readonly Matter[] {
  return columns.flatMap((language) =>
    cells[language].paragraphs.flatMap((paragraph) =>
      suggestionsIn(paragraph).map(({ after }): Matter => ({
        kind: 'change',
        rowId,
        language,
        paragraphId: paragraph.id,
        at: after.start,
      })),
    ),
  );
}
