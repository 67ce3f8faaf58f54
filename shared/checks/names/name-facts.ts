import { remember } from '../../text/remember';
import { perLanguage, type Language, type PerLanguage } from '../../model/language';
import { readNames, type NameWord } from '../../text/names';
import { phonesOf as hear, soundLikeness, type Phones } from '../../text/sound-likeness';
import { tokenise, type Token } from '../../text/tokens';
import type { CheckedRow } from '../engine/check';
import { readOnce, readRowOnce } from '../engine/read-once';
import type { FindingSpan } from '../engine/finding';

/** Words to be remembered: those of a long article, not of a book. */
const MOST_WORDS = 20_000;

/** How a word sounds. */
export const phonesOf = remember(MOST_WORDS, hear);

/** A capitalised word of a paragraph and how it sounds. */
export interface PlacedName extends NameWord, FindingSpan {
  /** As a whole and, of a hyphenated name, its parts: Сан-Диего is San Diego. */
  readonly phones: readonly [Phones, ...Phones[]];
}

/** The capitalised words of a paragraph, in order. */
export const namesOf = readOnce((paragraph, language): readonly PlacedName[] =>
  readNames(paragraph.text, language).map((name) => ({
    ...name,
    language,
    paragraphId: paragraph.id,
    phones: [phonesOf(name.text), ...partsOf(name.text).map(phonesOf)],
  })),
);

/** Parts of hyphenated names shorter than this are particles and initials. */
const SHORTEST_PART = 3;

function partsOf(name: string): readonly string[] {
  const parts = name.split(/[-\u2010\u2011]/u);
  return parts.length < 2 ? [] : parts.filter(({ length }) => length >= SHORTEST_PART);
}

const namesOfRow = readRowOnce((row): PerLanguage<readonly PlacedName[]> =>
  perLanguage((language) => row.compared[language].flatMap((paragraph) => namesOf(paragraph, language))),
);

/** The capitalised words of one version of a row, in order. */
export function namesIn(row: CheckedRow, language: Language): readonly PlacedName[] {
  return namesOfRow(row)[language];
}

/** The words of a paragraph, in order. */
export const wordsOf = readOnce((paragraph): readonly Token[] =>
  tokenise(paragraph.text).filter(({ kind }) => kind === 'word'),
);

/** The words a paragraph has without a capital. */
export const smallWordsOf = readOnce(
  (paragraph, language): ReadonlySet<string> =>
    new Set(wordsOf(paragraph, language).flatMap(({ text }) => (/^\p{Ll}/u.test(text) ? [text] : []))),
);

/** The words a paragraph has with a capital where none is forced. */
export const sureNamesOf = readOnce(
  (paragraph, language): ReadonlySet<string> =>
    new Set(namesOf(paragraph, language).flatMap(({ forced, text }) => (forced ? [] : [text]))),
);

/** Two names are the same from this likeness of their sounds up, 0 to 1. */
export const SAME = 0.78;

/** How many rows before and after are searched to tell what a word is: those of an article, not of a book. */
export const ROWS_AROUND = 30;

/** How alike two names sound, 0 to 1; of hyphenated ones a part will do. */
export function nameLikeness(a: PlacedName, b: PlacedName): number {
  let most = 0;
  for (const x of a.phones) for (const y of b.phones) most = Math.max(most, soundLikeness(x, y));
  return most;
}

/** How far into its version of the row a name stands, 0 to 1. */
export function placeInRow(row: CheckedRow, { language, paragraphId, start }: PlacedName): number {
  let before = 0;
  let all = 0;
  for (const { id, text } of row.compared[language]) {
    if (id === paragraphId) before = all + start;
    all += text.length;
  }
  return before / all;
}
