import { LANGUAGES, perLanguage, type Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import type { Row } from '../../model/row';
import { readCalendarWord } from '../../text/month-words';
import type { Phones } from '../../text/sound-likeness';
import { nameLikeness, namesOf, smallWordsOf, type PlacedName } from './name-facts';

/** Two names that stand in one row in two versions are one from this likeness of their sounds up, 0 to 1. */
const SAME_IN_ROW = 0.8;

/** Fewer sounds without an ending tell no name from another: Кто, Китай. */
const SHORTEST_STEM = 3;

/** What only begins sentences is taken for a name by more: Кенин and Kenya share three. */
const SHORTEST_FORCED_STEM = 4;

/** What only begins a sentence is a name of another version from this likeness up, with the same first two sounds. */
const SAME_FORCED = 0.9;

/** Shorter words that only begin a sentence are held against no other version. */
const SHORTEST_FORCED = 4;

/** Rows with more names are lists: in them each would be held against each. */
const MOST_NAMES = 150;

/** One spelling of a name in one version, however often it comes. */
interface Spelling {
  readonly name: PlacedName;
  readonly language: Language;
  /** In how many paragraphs it stands with a capital that nothing but a name asks for. */
  times: number;
  /** Whether it does so more often than it is written small: The Hague makes no name of "the". */
  free: boolean;
}

/** The names of one row, of all its versions. */
type RowSpellings = readonly Spelling[];

/**
 * Tells for a name what it is counted as, in all versions and under all endings; undefined for what is none: months and
 * weekdays, and what only begins sentences. Two spellings are one name when they are the same but for their endings, or
 * when they stand in one row in two versions and sound alike. Sounding alike alone is no reason: Sara is not Сирия.
 */
export function nameKeys(rows: readonly Row[]): (name: PlacedName) => string | undefined {
  const { all, byRow } = gather(rows);
  const groups = new Groups();
  joinStems([...all.values()], groups);
  for (const spellings of byRow) joinAcross(spellings, groups);
  const free = new Set([...all.values()].filter((each) => each.free).map((each) => groups.of(each)));
  return (name) => {
    const spelling = all.get(keyOf(name));
    const group = spelling && groups.of(spelling);
    return group && free.has(group) ? keyOf(group.name) : undefined;
  };
}

/** A name as it stands in one version; of an abbreviation without its ending: АКШнын is АКШ. */
function keyOf({ language, text, abbreviation }: PlacedName): string {
  const bare = abbreviation ? text.replace(/(?<=[\p{Lu}\p{N}])-?\p{Ll}+$/u, '') : text;
  return `${language} ${bare}`;
}

function gather(rows: readonly Row[]): {
  readonly all: ReadonlyMap<string, Spelling>;
  readonly byRow: readonly RowSpellings[];
} {
  const small = new Map(LANGUAGES.map((language) => [language, smallWords(rows, language)]));
  const all = new Map<string, Spelling>();
  const byRow = rows.map((row) => {
    const here = new Set<Spelling>();
    for (const language of LANGUAGES)
      for (const paragraph of row.cells[language].paragraphs)
        for (const name of namesOf(paragraph, language)) {
          if (name.text.length < 2 || isCalendarWord(name.text, language)) continue;
          const key = keyOf(name);
          const known = all.get(key) ?? { name, language, times: 0, free: false };
          all.set(key, known);
          if (!name.forced && !isListed(paragraph, name)) known.times += 1;
          here.add(known);
        }
    return [...here];
  });
  for (const spelling of all.values()) {
    const { name, language, times } = spelling;
    const common = small.get(language)?.get(name.text.toLowerCase()) ?? 0;
    spelling.free = times > common;
    // What is also written small is no name for standing first.
    if (times === 0 && common > 0) all.delete(keyOf(name));
  }
  const isKnown = (spelling: Spelling) => all.get(keyOf(spelling.name)) === spelling;
  return { all, byRow: byRow.map((spellings) => spellings.filter(isKnown)) };
}

/** The words of a version that are written without a capital, and in how many paragraphs. */
function smallWords(rows: readonly Row[], language: Language): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const row of rows)
    for (const paragraph of row.cells[language].paragraphs)
      for (const word of smallWordsOf(paragraph, language)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

function isCalendarWord(word: string, language: Language): boolean {
  return (['month', 'weekday'] as const).some((kind) => readCalendarWord(word, kind, language) !== null);
}

/** Whether a word has its capital for what stands right before it: "2. Ремонт", "No. 5", "[^2] In". */
function isListed({ text }: Paragraph, { start }: PlacedName): boolean {
  return /(?:^|\s)(?:\p{N}+[.)]|[-–—•|*#])\s*$|\[[^\]\s]{1,5}\]\s*$/u.test(
    text.slice(Math.max(0, start - 12), start),
  );
}

/** Joins spellings that differ in their endings only, in any version. */
function joinStems(spellings: readonly Spelling[], groups: Groups): void {
  const byStem = new Map<string, Spelling>();
  const freeFirst = spellings.toSorted((a, b) => Number(b.free) - Number(a.free));
  for (const spelling of freeFirst) {
    if (spelling.name.abbreviation) {
      joinOr(byStem, keyOf(spelling.name).slice(3), spelling, groups);
      continue;
    }
    const least = spelling.free ? SHORTEST_STEM : SHORTEST_FORCED_STEM;
    const [whole] = spelling.name.phones;
    for (const stem of stemsOf(whole)) if (stem.length >= least) joinOr(byStem, stem, spelling, groups);
  }
}

function joinOr(known: Map<string, Spelling>, stem: string, spelling: Spelling, groups: Groups): void {
  const other = known.get(stem);
  if (other) groups.join(other, spelling);
  else known.set(stem, spelling);
}

/** A word as it sounds, whole and without what may be its ending. */
function stemsOf({ sounds, stems }: Phones): readonly string[] {
  return [sounds, ...stems.map((size) => sounds.slice(0, size))];
}

/** Joins names of two versions of a row that sound alike, each with the one most like it. */
function joinAcross(spellings: RowSpellings, groups: Groups): void {
  const names = spellings.filter(({ name }) => !name.abbreviation);
  if (names.length > MOST_NAMES) return;
  const inVersion = perLanguage((each) => names.filter(({ language }) => language === each));
  /** For each version, what of it is most like the names of the two others. */
  const best = perLanguage((language) => {
    const others = names.filter((name) => name.language !== language);
    return new Map(others.map((name) => [name, mostAlike(name, inVersion[language])]));
  });
  for (const language of LANGUAGES)
    for (const [a, b] of best[language]) if (b && best[a.language].get(b) === a) groups.join(a, b);
}

function mostAlike(a: Spelling, others: readonly Spelling[]): Spelling | undefined {
  let most = 0;
  let best: Spelling | undefined;
  for (const b of others) {
    const likeness = nameLikeness(a.name, b.name);
    if (likeness <= most || likeness < SAME_IN_ROW || !mayBeOne(a, b, likeness)) continue;
    [best, most] = [b, likeness];
  }
  return best;
}

/** Whether names of that likeness may be one: of what only begins a sentence more is asked. */
function mayBeOne(a: Spelling, b: Spelling, likeness: number): boolean {
  if (a.free && b.free) return true;
  if (!a.free && !b.free) return false;
  const [x, y] = [a.name, b.name];
  const [{ sounds }, { sounds: others }] = [x.phones[0], y.phones[0]];
  if (sounds === others && sounds.length >= SHORTEST_STEM) return true;
  if (likeness < SAME_FORCED || Math.min(x.text.length, y.text.length) < SHORTEST_FORCED) return false;
  return sounds.slice(0, 2) === others.slice(0, 2);
}

/** Spellings of which some are one name: each group goes by its first. */
class Groups {
  private readonly parents = new Map<Spelling, Spelling>();

  of(spelling: Spelling): Spelling {
    let head = spelling;
    for (let up = this.parents.get(head); up; up = this.parents.get(head)) {
      // Each look makes the way up shorter for the next.
      const above = this.parents.get(up);
      if (above) this.parents.set(head, above);
      head = up;
    }
    return head;
  }

  join(a: Spelling, b: Spelling): void {
    const [head, other] = [this.of(a), this.of(b)];
    if (head !== other) this.parents.set(other, head);
  }
}
