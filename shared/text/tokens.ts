export type TokenKind = 'word' | 'number' | 'space' | 'punctuation';

/** A piece of a text, `text.slice(start, end)` in UTF-16 offsets. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

// Combining marks, and the invisible characters typesetters put inside words: soft hyphen, joiners.
const FOLLOWERS = '[\\p{M}\\u00AD\\u200C\\u200D\\u2060]*';
const LETTER = `[\\p{L}\\p{Nl}]${FOLLOWERS}`;
const LETTER_OR_DIGIT = `[\\p{L}\\p{N}]${FOLLOWERS}`;
const HYPHEN = '[-\\u2010\\u2011]';
const JOINT = `(?:${HYPHEN}|['\\u2019])`;
const DIGIT = '\\p{Nd}\\p{M}*';
// "1 234 567" with plain, no-break, narrow no-break or thin spaces, else digits only; then "26.06.2024", "1,234.5", "10:30".
const GROUPED = `(?:${DIGIT}){1,3}(?:[ \\u00A0\\u2002-\\u200A\\u202F\\u205F](?:${DIGIT}){3})+(?!\\p{Nd})`;
const NUMBER = `(?:${GROUPED}|(?:${DIGIT})+)(?:[.,:](?:${DIGIT})+)*`;
// "2019-жылдын", "Ысык-Көлдүн", "don’t", "COVID-19", "2,5-кратный"; but "2019-2020" is two numbers.
const WORD = `(?:${NUMBER}${HYPHEN}?)?${LETTER}(?:${LETTER_OR_DIGIT})*(?:${JOINT}(?:${LETTER_OR_DIGIT})+)*`;
const EMOJI_PART = '\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}\\u{E0020}-\\u{E007F}]*';
const SYMBOL = `\\p{Regional_Indicator}{2}|${EMOJI_PART}(?:\\u200D${EMOJI_PART})*|[^]\\p{M}*`;

const TOKEN = new RegExp(`(${WORD})|(${NUMBER})|(\\s+)|${SYMBOL}`, 'gu');
const COUNTED = new RegExp(`${WORD}|${NUMBER}`, 'gu');

/**
 * Cuts a text into words, numbers, runs of space and single signs; joined again they are the text. Expects NFC.
 * `Intl.Segmenter` is not used because it cuts at hyphens ("Ысык-Көл") and takes quadratic time on long texts.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  // Neither `matchAll` nor named groups: what they make for every match takes longer than finding it.
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const { 0: found, index: start } = match;
    tokens.push({ text: found, start, end: start + found.length, kind: kindOf(match) });
  }
  return tokens;
}

/** How many words a text has, numbers included. */
export function countWords(text: string): number {
  // Not through `tokenise`, which takes three times as long: whole articles are counted before anything is shown.
  return text.match(COUNTED)?.length ?? 0;
}

function kindOf([, word, number, space]: RegExpExecArray): TokenKind {
  if (word !== undefined) return 'word';
  if (number !== undefined) return 'number';
  return space !== undefined ? 'space' : 'punctuation';
}
