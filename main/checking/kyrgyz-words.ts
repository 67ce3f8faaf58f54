import { LEXICON_TEXTS } from '../../shared/align/lexicon';
import { stemOf, stemsOf } from '../../shared/align/stems';
import { slipBetween } from '../../shared/text/one-edit';

/** Shorter beginnings fit nearly every word. */
const SHORTEST_STEM = 4;

/** A stem as long as this says that a word is meant, whatever its endings. */
const TELLING_STEM = 6;

let stems: ReadonlySet<string> | undefined;

/** Whether a Kyrgyz word may be a form of one that the lexicon has. */
export function isKnownKyrgyz(word: string): boolean {
  return longestStem(word) >= SHORTEST_STEM;
}

/**
 * What a Kyrgyz word was meant to be where two letters of its stem swapped or one is doubled. The lexicon is too small
 * to tell other slips from other words.
 */
export function meantKyrgyz(word: string): readonly string[] {
  const meant: string[] = [];
  for (let at = 1; at < word.length - 1; at += 1) {
    const [one = '', next = ''] = [word.charAt(at), word.charAt(at + 1)];
    if (one === next) meant.push(word.slice(0, at) + word.slice(at + 1));
    else meant.push(word.slice(0, at) + next + one + word.slice(at + 2));
  }
  return meant.filter((other) => {
    const stem = longestStem(other);
    return stem >= TELLING_STEM && (slipBetween(word, other)?.at ?? stem) < stem - 1;
  });
}

function longestStem(word: string): number {
  stems ??= readStems();
  for (const stem of stemsOf(word, 'ky')) if (stems.has(stem)) return stem.length;
  return 0;
}

/** The second field of the lines `ru | ky | en`, word by word; verbs are stems: "бар-". */
function readStems(): ReadonlySet<string> {
  const words = LEXICON_TEXTS.join('\n')
    .split('\n')
    .flatMap(
      (line) => (line.startsWith('# ') ? '' : (line.split('|')[1] ?? '')).match(/[а-яёөүң]+/giu) ?? [],
    );
  return new Set(words.map((word) => stemOf(word.toLowerCase(), 'ky')));
}
