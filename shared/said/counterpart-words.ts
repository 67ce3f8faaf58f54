import { readGlossary } from '../align/glossary';
import { makeLexicon, seedLexicon, type Lexicon } from '../align/lexicon';
import { soundsOf } from '../align/sounds';
import { isSmallWord } from '../diff/small-words';
import type { Language } from '../model/language';
import type { Stretch } from './read-sought';

/** A word of a text, as lexicons cut it: UTF-16 offsets, and all it may stand for in any language. */
interface MeantWord extends Stretch {
  readonly text: string;
  readonly meanings: ReadonlySet<string>;
}

/** Marks in a sentence what stands for words of another. */
export type MarkCounterparts = (
  from: { readonly text: string; readonly language: Language; readonly marked: readonly Stretch[] },
  to: { readonly text: string; readonly language: Language },
) => readonly Stretch[];

const WORD = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}’']*/gu;

/** Names are found again by their sound; what has fewer consonants sounds like too much else. */
const FEWEST_SOUNDS = 3;

/** So many letters may stand between two words that make one expression: a space, a hyphen, a small word. */
const LONGEST_GAP = 5;

/**
 * Marks by what lexicons know: the one that comes with Triptych, and a glossary; numbers and names are found again as they are.
 *
 * @param glossary lines `ru | ky | en`
 */
export function counterpartMarker(glossary: string): MarkCounterparts {
  const terms = readGlossary(glossary).terms.join('\n');
  const lexicons = [seedLexicon(), ...(terms === '' ? [] : [makeLexicon(terms, 'term')])];
  return (from, to) => {
    const meant = new Set(
      wordsIn(from.text, from.language, lexicons)
        .filter((word) => from.marked.some(({ start, end }) => word.start < end && word.end > start))
        .flatMap(({ meanings }) => [...meanings]),
    );
    if (meant.size === 0) return [];
    const found = wordsIn(to.text, to.language, lexicons).filter(({ meanings }) =>
      [...meanings].some((meaning) => meant.has(meaning)),
    );
    return joined(found, to.text);
  };
}

function wordsIn(text: string, language: Language, lexicons: readonly Lexicon[]): readonly MeantWord[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index }));
  const plain = words.map(({ word }) => word);
  const known = lexicons.map((lexicon) => lexicon(plain, language));
  return words.map(({ word, start }, n) => {
    const meanings = new Set(isSmallWord(word) ? [] : known.flatMap((concepts) => concepts[n] ?? []));
    if (/^\d/.test(word)) meanings.add(word.replace(/\D/g, ''));
    const sounds = /^\p{Lu}/u.test(word) ? soundsOf(word) : '';
    if (sounds.length >= FEWEST_SOUNDS) meanings.add(`sound ${sounds}`);
    return { text: word, start, end: start + word.length, meanings };
  });
}

/** Words that stand side by side are one expression. */
function joined(words: readonly MeantWord[], text: string): readonly Stretch[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of words) {
    const before = stretches.at(-1);
    if (before && isGapWithin(text.slice(before.end, start))) before.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}

function isGapWithin(gap: string): boolean {
  if (gap.length > LONGEST_GAP || /[.,;:!?()«»"“”]/u.test(gap)) return false;
  const words = gap.match(/\p{L}+/gu) ?? [];
  return words.every(isSmallWord);
}
