import { LANGUAGES, type Language } from '../model/language';
import { leaningOf } from './language-of';
import { segmentSentences, type Span } from './sentences';

/** A stretch of a text that is not in the language of the text. */
export interface ForeignStretch extends Span {
  readonly language: Language;
  /** How much speaks for it: about one for each word of running text. */
  readonly weight: number;
  /** Whether it begins and ends with sentences. */
  readonly whole: boolean;
  /** The words that speak for it, without those around them that may be of either language. */
  readonly core: Span;
}

interface Word extends Span {
  /** Position of its sentence. */
  readonly sentence: number;
  /** How much it speaks for the other language, against the one of the text where below 0. */
  readonly value: number;
}

const WORD = /\p{L}[\p{L}\p{M}\p{N}’'-]*/gu;

/** Nothing in them tells a language: addresses, accounts, file names, code. */
const NO_PROSE = /^[("«“[]*(?:https?:|www\.|[@#`])|[@_/\\=]|[a-z0-9]\.[a-z]{2}/iu;

/** What is longer without a space is no prose either. */
const LONGEST_WORD = 100;

/** A stretch ends where so much speaks against it in a row. */
const ENDS_AFTER = 3;

/** The least that speaks for a stretch: more than a word or two. */
const LEAST = 1.5;

/**
 * Stretches of a text in another of the three languages, each as long as it can be made: sums of what its words tell
 * that would only fall if more were taken in, ended where much speaks against them (the drop-off of BLAST; Altschul
 * et al. 1990). They are widened to whole sentences where no word in the language of the text lies between.
 */
export function foreignStretches(text: string, language: Language): readonly ForeignStretch[] {
  const sentences = segmentSentences(text, language);
  const tokens = wordsOf(text, sentences);
  return LANGUAGES.filter((other) => other !== language).flatMap((other) => {
    const valued = tokens.map(({ start, end, sentence, word, capital }) => ({
      start,
      end,
      sentence,
      value: valueOf(word, capital, language, other),
    }));
    return runsOf(valued).map(({ first, last, weight }) => ({
      ...widen(text, valued, first, last, sentences),
      language: other,
      weight,
    }));
  });
}

interface Spelled extends Span {
  readonly sentence: number;
  readonly word: string;
  /** Where it has a capital: at the beginning of a sentence any word may, inside only names do. */
  readonly capital: 'opening' | 'inside' | null;
}

function wordsOf(text: string, sentences: readonly Span[]): readonly Spelled[] {
  const found: Spelled[] = [];
  let sentence = 0;
  let opens = true;
  for (const { 0: chunk, index } of text.matchAll(/\S+/gu)) {
    if (chunk.length > LONGEST_WORD || NO_PROSE.test(chunk)) continue;
    for (const { 0: spelled, index: offset } of chunk.matchAll(WORD)) {
      const start = index + offset;
      while (start >= (sentences[sentence]?.end ?? Infinity)) {
        sentence += 1;
        opens = true;
      }
      const word = spelled.toLowerCase();
      const capital = spelled[0] === word[0] ? null : opens ? 'opening' : 'inside';
      found.push({ start, end: start + spelled.length, sentence, word, capital });
      opens = false;
    }
  }
  return found;
}

function valueOf(word: string, capital: Spelled['capital'], language: Language, other: Language): number {
  const latin = /^[a-z]/u.test(word);
  if (language === 'en' || other === 'en') {
    const foreign = latin === (other === 'en');
    if (capital === 'inside') return foreign ? 0.1 : -0.5;
    if (!foreign) return -1.5;
    if (capital === 'opening') return 0.5;
    const leaning = latin ? 0 : leaningOf(word);
    // Which of the two Cyrillic languages it is: the wrong one falls behind.
    return other === 'en' ? 1 : 1 + (other === 'ky' ? leaning : -leaning) / 6;
  }
  if (latin) return -0.5;
  if (capital === 'inside') return 0;
  const leaning = leaningOf(word);
  return other === 'ky' ? leaning : -leaning;
}

interface Run {
  readonly first: number;
  readonly last: number;
  readonly weight: number;
}

function runsOf(values: readonly Word[]): readonly Run[] {
  const runs: Run[] = [];
  let first = -1;
  let last = -1;
  let sum = 0;
  let best = 0;
  const close = (): void => {
    if (best >= LEAST) runs.push({ first, last, weight: best });
    first = -1;
    sum = best = 0;
  };
  values.forEach(({ value }, n) => {
    if (first < 0) {
      if (value <= 0) return;
      first = n;
    }
    sum += value;
    if (sum > best) {
      best = sum;
      last = n;
    } else if (sum <= Math.max(0, best - ENDS_AFTER)) close();
  });
  close();
  return runs;
}

function widen(
  text: string,
  values: readonly Word[],
  first: number,
  last: number,
  sentences: readonly Span[],
): Pick<ForeignStretch, 'start' | 'end' | 'whole' | 'core'> {
  const start = values[first]?.start ?? 0;
  const end = values[last]?.end ?? 0;
  const opening = sentences[values[first]?.sentence ?? 0];
  const closing = sentences[values[last]?.sentence ?? 0];
  let [before, after] = [first - 1, last + 1];
  while (before >= 0 && neutral(values[before])) before -= 1;
  while (after < values.length && neutral(values[after])) after += 1;
  const opens = opening !== undefined && (values[before]?.start ?? -1) < opening.start;
  const next = values[after]?.start ?? Infinity;
  const closes = closing !== undefined && next >= closing.end;
  // «Мы будем работать в Бишкеке», деди ал: what is neutral belongs to it up to the quotation mark.
  const quoted = text.slice(end, Math.min(next, end + LONGEST_WORD)).search(/[»”"]/u);
  return {
    start: opens ? opening.start : start,
    end: closes ? closing.end : end + Math.max(0, quoted),
    whole: opens && closes,
    core: { start, end },
  };
}

function neutral(word: Word | undefined): boolean {
  return word !== undefined && word.value > -1;
}
