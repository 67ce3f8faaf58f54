import type { ColumnGroup, FileColumn, FileColumns } from '../../../shared/model/file-columns';
import { LANGUAGES, type Language } from '../../../shared/model/language';
import type { Block, TablePlace } from '../../../shared/model/paragraph';
import { detectLanguage } from '../detect-language';
import { languageNamed } from './language-names';

/** A head stands no further down: above it a sheet may tell what it is. */
const LOWEST_HEAD = 5;

/** A longer first line is no title. */
const LONGEST_TITLE = 200;

/** A text, and where it stands in a table. */
type Placed = Pick<Block, 'text' | 'cell'>;

interface Cell {
  readonly place: TablePlace;
  readonly text: string;
}

interface Described {
  readonly group: ColumnGroup;
  /** Letters in the columns whose language is known. */
  readonly letters: number;
  readonly languages: number;
}

/**
 * The sheets of a file and what their columns are; null where none has words.
 *
 * @param names of the sheets, whose cells have their positions for the numbers of tables
 */
export function sheetColumns(blocks: readonly Placed[], names: readonly string[]): FileColumns | null {
  const sheets = tablesOf(blocks).flatMap(
    ([table, cells]) => describeTable(table, cells, names[table] ?? '') ?? [],
  );
  return sheets.length > 0
    ? { groups: sheets.map(({ group }) => group), isSheet: true, proposed: bestOf(sheets) }
    : null;
}

/**
 * The tables of a text with a column for each of two or more languages, as translations are often sent; undefined where it has none. They are
 * proposed where they hold more than half of what the text says.
 */
export function tableColumns(blocks: readonly Placed[]): FileColumns | undefined {
  const described = tablesOf(blocks).flatMap(([table, cells]) => describeTable(table, cells, '') ?? []);
  const found = joinAlike(described).filter(({ languages }) => languages > 1);
  if (found.length === 0) return undefined;
  const best = bestOf(found);
  const all = blocks.reduce((sum, { text }) => sum + countLetters(text), 0);
  const isMost = 2 * (found[best]?.letters ?? 0) > all;
  return { groups: found.map(({ group }) => group), isSheet: false, proposed: isMost ? best : null };
}

function tablesOf(blocks: readonly Placed[]): readonly (readonly [number, readonly Cell[]])[] {
  const tables = new Map<number, Cell[]>();
  for (const { cell: place, text } of blocks) {
    if (!place || text.trim() === '') continue;
    const cells = tables.get(place.table);
    if (cells) cells.push({ place, text });
    else tables.set(place.table, [{ place, text }]);
  }
  return [...tables].toSorted(([a], [b]) => a - b);
}

/** The one with most languages, and of these with most words. */
function bestOf(found: readonly Described[]): number {
  const best = found.toSorted((a, b) => b.languages - a.languages || b.letters - a.letters)[0];
  return best ? found.indexOf(best) : 0;
}

function describeTable(table: number, cells: readonly Cell[], name: string): Described | null {
  const { head, names } = readHead(cells);
  const texts = new Map<number, string[]>();
  for (const { place, text } of cells) {
    if (place.row < head || countLetters(text) === 0) continue;
    const column = texts.get(place.column);
    if (column) column.push(text);
    else texts.set(place.column, [text]);
  }
  const found = [...texts]
    .toSorted(([a], [b]) => a - b)
    .map(([column, said]) => {
      const named = languageNamed(names.get(column) ?? '')?.language ?? null;
      const whole = said.join('\n');
      return { column, letters: countLetters(whole), named, language: named ?? detectLanguage(whole) };
    });
  if (found.length === 0) return null;
  const taken = new Map<Language, number>();
  const byRight = found.toSorted(
    (a, b) => Number(b.named !== null) - Number(a.named !== null) || b.letters - a.letters,
  );
  for (const { language, column } of byRight)
    if (language && !taken.has(language)) taken.set(language, column);
  // Of three columns the one that tells too little is what is left.
  const rest = found.filter(({ column }) => ![...taken.values()].includes(column));
  const [left] = LANGUAGES.filter((language) => !taken.has(language));
  if (found.length === LANGUAGES.length && taken.size === 2 && left && rest[0]?.language === null)
    taken.set(left, rest[0].column);
  const columns = found.map(({ column }): FileColumn => {
    const language = LANGUAGES.find((each) => taken.get(each) === column) ?? null;
    return { column, name: names.get(column) ?? '', language };
  });
  const spoken = new Set(taken.values());
  const lines = cells.filter(({ place }) => place.row >= head && spoken.has(place.column));
  const letters = found.reduce((sum, each) => sum + (spoken.has(each.column) ? each.letters : 0), 0);
  const group = { name, tables: [{ table, head }], columns, hasTitle: beginsWithTitle(lines) };
  return { group, letters, languages: taken.size };
}

/** How many rows of a table only tell what its columns are, and what they call them. */
function readHead(cells: readonly Cell[]): {
  readonly head: number;
  readonly names: ReadonlyMap<number, string>;
} {
  const rows = [...new Set(cells.map(({ place }) => place.row))].toSorted((a, b) => a - b);
  for (const row of rows.slice(0, LOWEST_HEAD)) {
    const held = cells.filter(({ place }) => place.row === row);
    const named = held.flatMap(({ text }) => languageNamed(text) ?? []);
    const isHead =
      new Set(named.map(({ language }) => language)).size > 1 ||
      (named.length > 0 && named.every(({ isAll }) => isAll));
    if (isHead) return { head: row + 1, names: namesIn(held) };
  }
  const first = cells.filter(({ place }) => place.row === rows[0]);
  const isMarked = first.length > 0 && first.every(({ place }) => place.header === true);
  return isMarked ? { head: (rows[0] ?? 0) + 1, names: namesIn(first) } : { head: 0, names: new Map() };
}

function namesIn(cells: readonly Cell[]): ReadonlyMap<number, string> {
  return new Map(cells.map(({ place, text }) => [place.column, text.trim().replace(/\s+/g, ' ')]));
}

/** Whether all versions begin with a short line that does not end as a sentence does, above longer ones. */
function beginsWithTitle(cells: readonly Cell[]): boolean {
  const first = cells.reduce((least, { place }) => Math.min(least, place.row), Infinity);
  const [titles, others] = [true, false].map((isFirst) =>
    cells.filter(({ place }) => (place.row === first) === isFirst).map(({ text }) => text),
  );
  const longest = Math.max(0, ...(titles ?? []).map(({ length }) => length));
  return (
    longest < LONGEST_TITLE &&
    (titles ?? []).every((text) => !/[.,;:…!?]["'»”’)]*$/u.test(text)) &&
    (others ?? []).some(({ length }) => length > 2 * longest)
  );
}

/** Tables that follow each other with the same columns, as one: what a short one is in is told by those around it. */
function joinAlike(found: readonly Described[]): readonly Described[] {
  const joined: Described[] = [];
  for (const next of found) {
    const last = joined.at(-1);
    const columns = last && joinColumns(last.group.columns, next.group.columns);
    if (!last || !columns) {
      joined.push(next);
      continue;
    }
    const group = { ...last.group, tables: [...last.group.tables, ...next.group.tables], columns };
    const languages = columns.filter(({ language }) => language !== null).length;
    joined[joined.length - 1] = { group, letters: last.letters + next.letters, languages };
  }
  return joined;
}

/** The columns of two tables; null where these have others, or one of them is in another language. */
function joinColumns(a: readonly FileColumn[], b: readonly FileColumn[]): readonly FileColumn[] | null {
  const isAlike =
    a.length > 1 &&
    a.length === b.length &&
    a.every(({ column, language }, n) => {
      const other = b[n];
      const isOther = language !== null && (other?.language ?? language) !== language;
      return other?.column === column && !isOther;
    });
  if (!isAlike) return null;
  const joined = a.map((each, n) => ({
    ...each,
    name: each.name || (b[n]?.name ?? ''),
    language: each.language ?? b[n]?.language ?? null,
  }));
  const languages = joined.flatMap(({ language }) => language ?? []);
  return new Set(languages).size === languages.length ? joined : null;
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
