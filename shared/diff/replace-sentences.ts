import { tokenise } from '../text/tokens';
import { trimSpaces, type Change } from './change';
import { sentenceEdges, startsSentence } from './sentence-start';
import { isSmallWord } from './small-words';

/** A sentence with fewer words that tell something is clear enough word by word. */
const FEWEST_WORDS = 5;

/** At most this share of the shorter sentence's telling words may be the same in both. */
const MOST_KEPT = 1 / 5;

/** As many telling words in a row are a phrase that stayed. */
const KEPT_PHRASE = 3;

/**
 * Tells a sentence of which nearly nothing is left as replaced altogether, to its last sign: what a few common
 * words in it would be kept for, nobody can read.
 *
 * "[Власти→Жители] города [обещают→ждут, когда им] построить [мост→отремонтируют дорогу и свет]." becomes one.
 */
export function replaceSentences(
  before: string,
  after: string,
  changes: readonly Change[],
): readonly Change[] {
  const cleaned: Change[] = [];
  for (const { sentence, inside } of sentencesOf(before, after, changes)) {
    const replaced = inside.length > 0 && isRewritten(before, after, sentence, inside);
    if (replaced) cleaned.push(trimSpaces(before, after, sentence));
    else cleaned.push(...inside);
  }
  return cleaned;
}

/** What stands between two places at which a sentence begins in both texts, with the changes in it. */
function sentencesOf(before: string, after: string, changes: readonly Change[]) {
  const found: { readonly sentence: Change; readonly inside: readonly Change[] }[] = [];
  if (changes.length === 0) return found;
  let start: readonly [number, number] = [0, 0];
  let n = 0;
  let shift = 0;
  let inside: Change[] = [];
  const close = (to: number, afterTo: number) => {
    if (to > start[0] || afterTo > start[1]) {
      found.push({ sentence: { from: start[0], to, afterFrom: start[1], afterTo }, inside });
    }
    inside = [];
    start = [to, afterTo];
  };
  for (const edge of sentenceEdges(before)) {
    for (let change = changes[n]; change && change.from < edge; change = changes[n]) {
      inside.push(change);
      shift = change.afterTo - change.to;
      n += 1;
    }
    const within = inside.at(-1);
    if (within && within.to > edge) continue;
    if (edge < before.length && startsSentence(after, edge + shift)) close(edge, edge + shift);
  }
  inside.push(...changes.slice(n));
  close(before.length, after.length);
  return found;
}

function isRewritten(
  before: string,
  after: string,
  { from, to, afterFrom, afterTo }: Change,
  inside: readonly Change[],
): boolean {
  const edges = [from, ...inside.flatMap((change) => [change.from, change.to]), to];
  let kept = 0;
  for (let n = 0; n < edges.length; n += 2) {
    const phrase = countTelling(before.slice(edges[n], edges[n + 1]));
    if (phrase >= KEPT_PHRASE) return false;
    kept += phrase;
  }
  const length = Math.min(
    countTelling(before.slice(from, to)),
    countTelling(after.slice(afterFrom, afterTo)),
  );
  return length >= FEWEST_WORDS && kept <= length * MOST_KEPT;
}

function countTelling(text: string): number {
  return tokenise(text).filter(
    ({ kind, text: word }) => kind === 'number' || (kind === 'word' && !isSmallWord(word)),
  ).length;
}
