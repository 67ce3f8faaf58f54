export interface FindOptions {
  readonly matchCase: boolean;
  /** Only where the query is not a part of a longer word; a part between hyphens is a word. */
  readonly wholeWord: boolean;
  /** Whether ё is another letter than е, and stress marks are seen. */
  readonly exactMarks: boolean;
}

/** What a text is folded by. */
export type FoldOptions = Pick<FindOptions, 'matchCase' | 'exactMarks'>;

/** A place where the query was found: `text.slice(start, end)`, UTF-16 offsets. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/** Characters that mean the same to a reader, by the plainest of them; those under '' are not seen at all. */
const ALIKE = {
  '': '\u00AD\u200B\u2060\uFEFF',
  ' ': '\t\u00A0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000',
  '"': '«»„“”‟',
  "'": '‘’‚‛ʼ‹›`',
  '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212',
  // The lower case of Σ, by where it stands in the word.
  σ: 'ς',
};

/** Acute and grave accents that stand over no letter of their own: in Cyrillic words, those of stress. */
const STRESS = '\u0300\u0301';

/** What many texts leave out: the dots of ё, and stress. */
const MARKS: readonly (readonly [string, string])[] = [
  ['ё', 'е'],
  ['Ё', 'Е'],
  ...[...STRESS].map((mark) => [mark, ''] as const),
];

const SIGNS = Object.entries(ALIKE).flatMap(([plain, others]) =>
  [...others].map((other) => [other, plain] as const),
);

/** Signs by the plain one they are taken for. */
interface Likeness {
  readonly plainOf: ReadonlyMap<string, string>;
  readonly any: RegExp;
  /** Those that are not seen, and the one letter with a longer lower case: only with them offsets shift. */
  readonly uneven: RegExp;
}

function likeness(pairs: readonly (readonly [string, string])[]): Likeness {
  const unseen = pairs.flatMap(([sign, plain]) => (plain === '' ? [sign] : []));
  return {
    plainOf: new Map(pairs),
    any: new RegExp(`[${pairs.map(([sign]) => sign).join('')}]`, 'g'),
    uneven: new RegExp(`[${unseen.join('')}İ]`),
  };
}

const EXACT = likeness(SIGNS);
const LOOSE = likeness([...SIGNS, ...MARKS]);
const ONLY_MARKS = likeness(MARKS);

/**
 * Finds a query in a text, from left to right without overlaps. Takes any space for any other, any quotation mark or dash
 * for the straight one and, unless asked not to, ё for е; it does not see soft hyphens, nor stress marks. Expects the text in
 * NFC; an empty query is found nowhere.
 */
export function findInText(text: string, query: string, options: FindOptions): readonly Found[] {
  return findInFolded(fold(text, options), query, options);
}

/** As `findInText`, in a text that was folded before with the same options: much of the time of a search goes there. */
export function findInFolded(haystack: Folded, query: string, options: FindOptions): readonly Found[] {
  const needle = fold(query.normalize('NFC'), options).text;
  if (needle === '') return [];
  // The engine may look at a long query again at every letter: it is asked only for what nobody waits for.
  if (needle.length <= QUICK && !haystack.text.includes(needle)) return [];
  const isWhole = options.wholeWord ? wholeWord(haystack.text, needle) : () => true;
  const found: Found[] = [];
  let done = 0;
  for (const index of placesOf(haystack.text, needle)) {
    if (index < done || !isWhole(index)) continue;
    done = index + needle.length;
    found.push({ start: haystack.starts?.[index] ?? index, end: haystack.ends?.[done - 1] ?? done });
  }
  return found;
}

/** A query of up to so many letters is looked for by the engine first. */
const QUICK = 100;

/** Every place where the needle stands, over each other too, in time by the length of both (Knuth, Morris & Pratt 1977). */
function placesOf(text: string, needle: string): readonly number[] {
  /** For each end within the needle, how long a beginning of the needle ends there. */
  const borders = new Uint32Array(needle.length);
  for (let at = 1, border = 0; at < needle.length; at += 1) {
    while (border > 0 && needle[at] !== needle[border]) border = borders[border - 1] ?? 0;
    if (needle[at] === needle[border]) border += 1;
    borders[at] = border;
  }
  const places: number[] = [];
  for (let at = 0, same = 0; at < text.length; at += 1) {
    while (same > 0 && text[at] !== needle[same]) same = borders[same - 1] ?? 0;
    if (text[at] === needle[same]) same += 1;
    if (same < needle.length) continue;
    places.push(at + 1 - same);
    same = borders[same - 1] ?? 0;
  }
  return places;
}

/** Tells of a place whether the needle is no part of a longer word there. */
function wholeWord(text: string, needle: string): (index: number) => boolean {
  // A query that starts or ends with a sign has no word edge there to ask for.
  const [starts, ends] = [/^[\p{L}\p{N}\p{M}]/u, /[\p{L}\p{N}\p{M}]$/u];
  const [asksBefore, asksAfter] = [starts.test(needle), ends.test(needle.slice(-2))];
  return (index) => {
    const end = index + needle.length;
    if (asksBefore && ends.test(text.slice(Math.max(0, index - 2), index))) return false;
    return !(asksAfter && starts.test(text.slice(end, end + 2)));
  };
}

/** A text in which is alike what the search takes for alike. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of the folded text, where the character it came from starts and ends; null: where it is. */
  readonly starts: readonly number[] | null;
  readonly ends: readonly number[] | null;
}

/** Makes alike what the search takes for alike; one character may become several ("İ" in lower case is two) or none. */
export function fold(text: string, { matchCase, exactMarks }: FoldOptions): Folded {
  return foldBy(text, exactMarks ? EXACT : LOOSE, !matchCase);
}

/** A text with е for ё and without stress marks; all else as it is. */
export function foldMarks(text: string): Folded {
  return foldBy(text, ONLY_MARKS, false);
}

function foldBy(text: string, { plainOf, any, uneven }: Likeness, lower: boolean): Folded {
  if (!uneven.test(text)) {
    const cased = lower ? text.toLowerCase() : text;
    return { text: cased.replace(any, (sign) => plainOf.get(sign) ?? sign), starts: null, ends: null };
  }
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const cased = lower ? character.toLowerCase() : character;
    const plain = plainOf.get(cased) ?? cased;
    const end = at + character.length;
    // A stress mark belongs to the letter before it.
    if (plain === '' && STRESS.includes(character) && ends.length > 0) ends[ends.length - 1] = end;
    starts.push(...Array<number>(plain.length).fill(at));
    ends.push(...Array<number>(plain.length).fill(end));
    folded += plain;
    at = end;
  }
  return { text: folded, starts, ends };
}
