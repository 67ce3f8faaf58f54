import { faultyVersion, TO_DECIDE, type Flag, type FlagSpan } from '../model/flag';
import { LANGUAGES } from '../model/language';
import type { Project } from '../model/project';
import { versionParagraphs } from '../model/row';

/** How far two people have flagged the same. Figures are null where there is nothing to reckon them from. */
export interface Agreement {
  readonly people: readonly [string, string];
  /** How many places each of them flagged. */
  readonly places: readonly [number, number];
  /** 0 to 1: places of the one that overlap a place of the other. */
  readonly overlap: number | null;
  /** The same, where the flags have the same dimension as well. */
  readonly dimension: number | null;
  /** At most 1; 0 is what chance alone would give. */
  readonly kappa: number | null;
}

/** A place in a version, with the dimension it was flagged for. */
interface Place {
  readonly span: FlagSpan;
  readonly dimension: string;
}

/**
 * How far reviewers agree, for every two people who have flagged something; those with most places first.
 *
 * `overlap` and `dimension` are the F-measure, 2PR / (P + R), with P and R the shares of the places of each person
 * that meet a place of the other: where nobody can count what was not flagged, it is what kappa comes near to
 * (Hripcsak and Rothschild, Agreement, the F-Measure, and Reliability in Information Retrieval, JAMIA 12, 2005).
 * `kappa` is that of Cohen (A Coefficient of Agreement for Nominal Scales, 1960) over the texts of all rows: did
 * each of them flag anything there or not.
 */
export function measureAgreement({ rows, flags }: Pick<Project, 'rows' | 'flags'>): readonly Agreement[] {
  const byPerson = new Map<string, Place[]>();
  for (const flag of flags) {
    if (flag.category === TO_DECIDE) continue;
    const there = byPerson.get(flag.author) ?? [];
    byPerson.set(flag.author, [...there, ...placesOf(flag)]);
  }
  const people = [...byPerson.keys()].sort();
  const cellOf = cellFinder(rows);
  const languages = LANGUAGES.filter((language) => versionParagraphs(rows, language).length > 0);
  const cells = rows.flatMap((row) => languages.map((language) => `${row.id} ${language}`));
  const pairs = people.flatMap((one, i) =>
    people.slice(i + 1).map((other): Agreement => {
      const [a, b] = [byPerson.get(one) ?? [], byPerson.get(other) ?? []];
      return {
        people: [one, other],
        places: [a.length, b.length],
        overlap: fMeasure(a, b, (x, y) => meet(x.span, y.span)),
        dimension: fMeasure(a, b, (x, y) => x.dimension === y.dimension && meet(x.span, y.span)),
        kappa: cohensKappa(
          cells,
          new Set(a.map(({ span }) => cellOf(span))),
          new Set(b.map(({ span }) => cellOf(span))),
        ),
      };
    }),
  );
  return pairs.sort((a, b) => Math.min(...b.places) - Math.min(...a.places));
}

/** Where a flag finds an error; its places in other versions only show what is meant. */
function placesOf(flag: Flag): readonly Place[] {
  const [dimension = ''] = flag.category.split('/');
  const language = faultyVersion(flag);
  return flag.spans.filter((span) => span.language === language).map((span) => ({ span, dimension }));
}

/** Whether two spans have a character in common, or are the same insertion point or gap. */
function meet(one: FlagSpan, other: FlagSpan): boolean {
  if (one.at === 'gap') {
    return other.at === 'gap' && one.rowId === other.rowId && one.language === other.language;
  }
  if (other.at === 'gap') return false;
  if (one.paragraphId !== other.paragraphId) return false;
  const [start, end] = [Math.max(one.start, other.start), Math.min(one.end, other.end)];
  return start < end || (start === end && (one.start === one.end || other.start === other.end));
}

function fMeasure(
  ours: readonly Place[],
  theirs: readonly Place[],
  isSame: (one: Place, other: Place) => boolean,
): number | null {
  if (ours.length === 0 || theirs.length === 0) return null;
  const precision = ours.filter((one) => theirs.some((other) => isSame(one, other))).length / ours.length;
  const recall = theirs.filter((one) => ours.some((other) => isSame(other, one))).length / theirs.length;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function cohensKappa(
  units: readonly string[],
  ours: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
): number | null {
  if (units.length === 0) return null;
  const share = (isMeant: (unit: string) => boolean) => units.filter(isMeant).length / units.length;
  const observed = share((unit) => ours.has(unit) === theirs.has(unit));
  const [a, b] = [share((unit) => ours.has(unit)), share((unit) => theirs.has(unit))];
  const byChance = a * b + (1 - a) * (1 - b);
  return byChance === 1 ? null : (observed - byChance) / (1 - byChance);
}

function cellFinder(rows: Project['rows']): (span: FlagSpan) => string {
  const rowOf = new Map(
    rows.flatMap((row) =>
      LANGUAGES.flatMap((language) => row.cells[language].paragraphs.map(({ id }) => [id, row.id] as const)),
    ),
  );
  return (span) => `${span.at === 'gap' ? span.rowId : rowOf.get(span.paragraphId)} ${span.language}`;
}
