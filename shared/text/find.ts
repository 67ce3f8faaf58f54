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
  const needle = fold(query.normalize('NFC'), options.matchCase).text;
  if (needle === '') return [];
  const haystack = fold(text, options.matchCase);
  if (!haystack.text.includes(needle)) return [];
  return Array.from(haystack.text.matchAll(patternOf(needle, options.wholeWord)), ({ index }) => ({
    start: haystack.starts?.[index] ?? index,
    end: haystack.ends?.[index + needle.length - 1] ?? index + needle.length,
  }));
}

interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of the folded text, where the character it came from starts and ends; null: where it is. */
  readonly starts: readonly number[] | null;
  readonly ends: readonly number[] | null;
}

/** Makes alike what the search takes for alike; one character may become several ("İ" in lower case is two). */
function fold(text: string, matchCase: boolean): Folded {
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

function patternOf(needle: string, wholeWord: boolean): RegExp {
  const literal = needle.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const inWord = '[\\p{L}\\p{N}\\p{M}]';
  // A query that starts or ends with a sign has no word edge there to ask for.
  const before = wholeWord && new RegExp(`^${inWord}`, 'u').test(needle) ? `(?<!${inWord})` : '';
  const after = wholeWord && new RegExp(`${inWord}$`, 'u').test(needle) ? `(?!${inWord})` : '';
  return new RegExp(before + literal + after, 'gu');
}
