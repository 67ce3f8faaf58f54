import { remember } from '../../text/remember';
import { perLanguage, type Language } from '../../model/language';
import { nameKey } from '../../text/name-key';
import { slipBetween, type Slip } from '../../text/name-slip';
import { mayBeSameName, nameStems } from '../../text/name-stems';

/** How often a version has a word with a capital. */
export interface Times {
  readonly all: number;
  /** Where no capital is forced. */
  readonly sure: number;
}

/** A word that may be a name in another spelling than elsewhere in its version. */
export interface Suspect {
  /** As it would be written in the other spelling, its ending kept. */
  readonly better: string;
  /** The other spelling, without an ending. */
  readonly name: string;
  /** How often that occurs, in whatever case, and how often this one. */
  readonly times: number;
  readonly own: number;
  readonly approved: boolean;
  readonly how: How;
}

/** In which way two spellings differ: the same when transliterated, or by a slip of the fingers. */
type How = 'spelling' | Slip;

/** Words to be remembered: those of a long article, not of a book. */
const MOST_WORDS = 50_000;

/** Shorter names differ in one letter too often. */
const SHORTEST: Readonly<Record<How, number>> = { spelling: 5, swap: 5, letter: 6 };

/** How often a name has to occur before a slip in it is likelier than another name. */
const FEWEST: Readonly<Record<How, number>> = { spelling: 1, swap: 2, letter: 2 };

/** And how many times as often as the possible slip. */
const TIMES: Readonly<Record<How, number>> = { spelling: 1, swap: 2, letter: 2 };

/** How many names that are alike in one way are compared with each other; no article has as many. */
const MOST_ALIKE = 20;

/** A correction that stands elsewhere goes before any that does not. */
const SEEN = 1_000_000;

/** What a word may be a form of. */
interface Stem {
  /** In lower case, ё as е. */
  readonly text: string;
  readonly key: string;
  /** Its letters in order, to find words with the same. */
  readonly letters: string;
}

interface Known {
  /** As it stands in the text. */
  readonly shown: string;
  /** The position of the word it was first seen in. */
  readonly order: number;
  all: number;
  sure: number;
}

const UNKNOWN: Known = { shown: '', order: 0, all: 0, sure: 0 };

const stemsOf = perLanguage((language) =>
  remember(MOST_WORDS, (word): readonly Stem[] =>
    nameStems(plain(word), language)
      .filter(({ length }) => length >= SHORTEST.swap)
      .map((text) => ({ text, key: nameKey(text), letters: [...text].sort().join('') })),
  ),
);

/**
 * Words of one version that look like another spelling of a name that it has more often, or that a person approved.
 *
 * @param words all words with a capital
 * @param approved spellings a person approved
 */
export function suspectWords(
  words: ReadonlyMap<string, Times>,
  language: Language,
  approved: readonly string[],
): ReadonlyMap<string, Suspect> {
  const known = new Map<string, Known>();
  for (const [word, { all, sure }] of words) {
    for (const { text } of [...stemsOf[language](word), ...partsOf(word)]) {
      const before = known.get(text);
      if (before) {
        before.all += all;
        before.sure += sure;
        continue;
      }
      const at = plain(word).indexOf(text);
      known.set(text, { shown: word.slice(at, at + text.length), order: known.size, all, sure });
    }
  }
  const right = new Map(
    approved.flatMap((name) => name.split(/\s+/u)).map((name) => [plain(name), name] as const),
  );
  const index = indexNames(known, right);
  const suspects = new Map<string, Suspect>();
  const family = countFamilies(words);
  for (const word of words.keys()) {
    const suspect = judgeWord(word, language, words, known, right, index, family);
    if (suspect) suspects.set(word, suspect);
  }
  return suspects;
}

/** The parts of a hyphenated name, each a name too. */
function partsOf(word: string): readonly { readonly text: string }[] {
  const parts = plain(word).split('-');
  if (parts.length < 2) return [];
  return parts.filter(({ length }) => length >= SHORTEST.swap).map((text) => ({ text }));
}

/** Names by what their other spellings have in common with them. */
type NameIndex = ReadonlyMap<string, readonly string[]>;

function indexNames(known: ReadonlyMap<string, Known>, right: ReadonlyMap<string, string>): NameIndex {
  const index = new Map<string, string[]>();
  const add = (kind: string, name: string): void => {
    const names = index.get(kind);
    if (names) {
      if (names.length < MOST_ALIKE) names.push(name);
    } else index.set(kind, [name]);
  };
  const addAll = (name: string, often: boolean): void => {
    add(`key ${nameKey(name)}`, name);
    add(`letters ${[...name].sort().join('')}`, name);
    if (often) for (const shorter of withoutOne(name)) add(`letter ${shorter}`, name);
  };
  for (const [name, { all, sure }] of known)
    if (sure > 0 && !right.has(name)) addAll(name, all >= FEWEST.letter);
  for (const name of right.keys()) addAll(name, true);
  return index;
}

function judgeWord(
  word: string,
  language: Language,
  words: ReadonlyMap<string, Times>,
  known: ReadonlyMap<string, Known>,
  right: ReadonlyMap<string, string>,
  index: NameIndex,
  family: (beginning: string) => number,
): Suspect | null {
  const stems = stemsOf[language](word);
  if (stems.some(({ text }) => right.has(text))) return null;
  let best: Suspect | null = null;
  let most = -1;
  for (const { text, key, letters } of stems) {
    const { all: own, order: place } = known.get(text) ?? UNKNOWN;
    const names = [`key ${key}`, `letters ${letters}`, `letter ${text}`]
      .flatMap((kind) => index.get(kind) ?? [])
      .concat(withoutOne(text).filter((shorter) => known.has(shorter) || right.has(shorter)));
    for (const name of new Set(names)) {
      const how = howDifferent(text, name, key);
      if (!how || [plain(word), text].some((form) => mayBeSameName(form, name, language))) continue;
      const approved = right.has(name);
      const { all, sure, shown, order } = known.get(name) ?? UNKNOWN;
      if (!approved && (sure === 0 || !isOften(how, name, all, own, family))) continue;
      // Of two spellings that come equally often the later one is looked at.
      if (!approved && all === own && order > place) continue;
      const better = (right.get(name) ?? shown) + word.slice(text.length);
      const rank = approved ? Infinity : all + (words.has(better) ? SEEN : 0);
      if (rank <= most) continue;
      most = rank;
      best = { better, name: right.get(name) ?? shown, times: all, own, approved, how };
    }
  }
  return best;
}

/** Whether a name occurs so often that what looks like a slip in it is one. */
function isOften(
  how: How,
  name: string,
  all: number,
  own: number,
  family: (beginning: string) => number,
): boolean {
  const enough = Math.max(FEWEST[how], TIMES[how] * own);
  // Swapped letters are hardly ever another name, so that derived words count too: America, American.
  return all >= enough || (how === 'swap' && family(name) >= enough);
}

/** Counts the words that begin with the same letters. */
function countFamilies(words: ReadonlyMap<string, Times>): (beginning: string) => number {
  let sorted: readonly (readonly [string, number])[] | undefined;
  return (beginning) => {
    sorted ??= [...words]
      .map(([word, { all }]) => [plain(word), all] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.[0] ?? '') < beginning) low = middle + 1;
      else high = middle;
    }
    let times = 0;
    for (let n = low; sorted[n]?.[0].startsWith(beginning); n += 1) times += sorted[n]?.[1] ?? 0;
    return times;
  };
}

function howDifferent(text: string, name: string, key: string): How | null {
  if (text === name || isLatin(text) !== isLatin(name)) return null;
  const size = Math.min(text.length, name.length);
  const slip = slipBetween(text, name);
  if (slip === 'swap') return size >= SHORTEST.swap ? slip : null;
  if (size >= SHORTEST.spelling && nameKey(name) === key) return 'spelling';
  return slip && Math.max(text.length, name.length) >= SHORTEST.letter ? slip : null;
}

function withoutOne(word: string): readonly string[] {
  if (word.length < SHORTEST.letter) return [];
  return Array.from({ length: word.length - 1 }, (_, n) => word.slice(0, n + 1) + word.slice(n + 2));
}

function isLatin(word: string): boolean {
  return /\p{Script=Latin}/u.test(word);
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'");
}
