import type { Language } from '../model/language';

/** A stretch of a text, `text.slice(start, end)` in UTF-16 offsets; start = end is a point between two characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Signs that end a sentence, with the quotation marks, brackets and footnote numbers that close after them. */
const END = /(?<![.!?…])[.!?…]+["»”’“)\]]*(?:\[\d{1,3}\])*\s+/gu;

/** What may stand before the first letter of a sentence. */
const OPENING = /^["«“„‘’([]*/u;

const DASH = /^[-–—]\s/u;

/** The word before a full stop, with the dots inside it: "U.S", "ж.б", "Mr", "А". */
const LAST_WORD = /(?:\p{L}+\.\s?)*[\p{L}-]+$/u;

/** Never the last words of a sentence: titles, and what only stands before a name or a number. */
const LEADING: Readonly<Record<Language, ReadonlySet<string>>> = {
  ru: words(
    'им с ул пр просп пер пл д кв стр рис табл см ср тел проф акад ген полк св гр тов ст п пп т.е т.к т.н напр обл о р',
  ),
  ky: words('им көч ред проф акад ген мис б.а ст п кар тел айт акт обл'),
  en: words(
    'mr mrs ms dr prof st gen sen rep gov sgt col lt capt maj rev hon vs no nos fig art sec vol pp e.g i.e cf approx',
  ),
};

/** Before these a dotted acronym ends its sentence: "in the U.S. The president", but "the U.S. President". */
const STARTERS = words(
  'the he she it they we i you this that these those there in on at but and as if a an his her its their our',
);

/**
 * The sentences of one paragraph, without the space between them. A sentence ends at . ! ? … before a capital
 * letter or a number, but not after initials (А. С. Пушкин), titles (Mr.) and abbreviations that lead on
 * (ул. Киевская), nor inside a quotation that goes on after a dash («Кто там?» — спросил он). Own rules rather than
 * `Intl.Segmenter`, which breaks after all of these, knows no Kyrgyz in Electron and slows down on long texts.
 */
export function segmentSentences(text: string, language: Language): readonly Span[] {
  const spans: Span[] = [];
  let start = text.length - text.trimStart().length;
  const close = (end: number): void => {
    const trimmed = start + text.slice(start, end).trimEnd().length;
    if (trimmed > start) spans.push({ start, end: trimmed });
    start = end;
  };
  for (const { 0: ending, index } of text.matchAll(END)) {
    const next = index + ending.length;
    if (
      endsSentence(
        text.slice(Math.max(start, index - 40), index),
        ending,
        text.slice(next, next + 40),
        language,
      )
    )
      close(next);
  }
  close(text.length);
  return spans;
}

function endsSentence(before: string, ending: string, after: string, language: Language): boolean {
  const dashed = DASH.test(after);
  if (dashed && /[!?…"»”]/u.test(ending)) return false;
  const opened = after.replace(DASH, '').replace(OPENING, '');
  if (!/^[\p{Lu}\p{N}]/u.test(opened)) return false;
  if (!/^\.\s/u.test(ending)) return true;
  const word = LAST_WORD.exec(before)?.[0] ?? '';
  const plain = word.replace(/\s/gu, '').toLowerCase();
  if (/(?:^|\s)\p{Lu}$/u.test(word)) return false;
  if (/(?:\p{Lu}\.)+\p{Lu}$/u.test(word))
    return STARTERS.has(/^\p{L}+/u.exec(opened)?.[0].toLowerCase() ?? '');
  // "г. Ош" is a city, "в 2019 г." a year.
  if (language === 'ru' && plain === 'г') return /\d\s?г$/u.test(before);
  return !LEADING[language].has(plain);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
