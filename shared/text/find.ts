export interface FindOptions {
  readonly matchCase: boolean;
  /** Only where the query is not a part of a longer word; a part between hyphens is a word. */
  readonly wholeWord: boolean;
}

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
  е: 'ё',
  Е: 'Ё',
  // The lower case of Σ, by where it stands in the word.
  σ: 'ς',
};

const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIKE).flatMap(([plain, others]) => [...others].map((other) => [other, plain] as const)),
);

const UNPLAIN = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'g');

/** Those that are not seen, and the one letter with a longer lower case: only with them offsets shift. */
const UNEVEN = new RegExp(`[${ALIKE['']}İ]`);

/**
 * Finds a query in a text, from left to right without overlaps. Takes ё for е, any space for any other, any
 * quotation mark or dash for the straight one, and does not see soft hyphens. Expects the text in NFC; an empty
 * query is found nowhere.
 */
export function findInText(text: string, query: string, options: FindOptions): readonly Found[] {
  return findInFolded(fold(text, options.matchCase), query, options);
}

/** As `findInText`, in a text that was folded before with the same `matchCase`: much of the time of a search goes there. */
export function findInFolded(haystack: Folded, query: string, options: FindOptions): readonly Found[] {
  const needle = fold(query.normalize('NFC'), options.matchCase).text;
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

/** Makes alike what the search takes for alike; one character may become several ("İ" in lower case is two). */
export function fold(text: string, matchCase: boolean): Folded {
  if (!UNEVEN.test(text)) {
    const cased = matchCase ? text : text.toLowerCase();
    return { text: cased.replace(UNPLAIN, (sign) => PLAIN.get(sign) ?? sign), starts: null, ends: null };
  }
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const cased = matchCase ? character : character.toLowerCase();
    const plain = PLAIN.get(cased) ?? cased;
    starts.push(...Array<number>(plain.length).fill(at));
    ends.push(...Array<number>(plain.length).fill(at + character.length));
    folded += plain;
    at += character.length;
  }
  return { text: folded, starts, ends };
}
