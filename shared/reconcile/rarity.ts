/** The words of a text, each with how often it stands there, and their weights added up. */
export interface Words {
  readonly counts: ReadonlyMap<number, number>;
  readonly weight: number;
}

export interface Vocabulary {
  /** For each text, in the order given. */
  readonly words: readonly Words[];
  /** How much a word tells, by its number in `Words.counts`. */
  readonly weights: readonly number[];
}

const WORD = /[\p{L}\p{M}]+|\p{N}+/gu;

/** So much of a word is looked at: cutting words short is a plain stemmer that needs no language. */
const STEM = 5;

/** Words shorter than this are nearly all particles, prepositions and the like. */
const SHORT = 4;

const SHORT_WEIGHT = 0.25;

/**
 * Counts the words of texts and weighs them by how rare they are (inverse document frequency, Spärck Jones,
 * "A statistical interpretation of term specificity and its application in retrieval", 1972): a name that stands
 * in one paragraph tells more than a word that stands in all.
 */
export function weighWords(texts: readonly string[]): Vocabulary {
  const numbers = new Map<string, number>();
  const spread: number[] = [];
  const short: boolean[] = [];
  const counted = texts.map((text) => {
    const counts = new Map<number, number>();
    for (const word of text.toLowerCase().replaceAll('ё', 'е').match(WORD) ?? []) {
      const stem = word.slice(0, STEM);
      let number = numbers.get(stem);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(stem, number);
        short.push(stem.length < SHORT && !/\p{N}/u.test(stem));
      }
      const count = counts.get(number) ?? 0;
      if (count === 0) spread[number] = (spread[number] ?? 0) + 1;
      counts.set(number, count + 1);
    }
    return counts;
  });
  const weights = spread.map(
    (among, number) => Math.log(1 + texts.length / among) * (short[number] ? SHORT_WEIGHT : 1),
  );
  const words = counted.map((counts) => {
    let weight = 0;
    for (const [number, count] of counts) weight += (weights[number] ?? 0) * count;
    return { counts, weight };
  });
  return { words, weights };
}

/** The weight of the words that stand in both, each as often as in the one that has it less often. */
export function sharedWeight(a: Words, b: Words, weights: readonly number[]): number {
  const [fewer, more] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [number, count] of fewer.counts) {
    shared += Math.min(count, more.counts.get(number) ?? 0) * (weights[number] ?? 0);
  }
  return shared;
}

/** What is left of a text's words when those of another are taken out. */
export function wordsWithout(a: Words, b: Words, weights: readonly number[]): Words {
  const counts = new Map<number, number>();
  let weight = 0;
  for (const [number, count] of a.counts) {
    const left = count - (b.counts.get(number) ?? 0);
    if (left <= 0) continue;
    counts.set(number, left);
    weight += left * (weights[number] ?? 0);
  }
  return { counts, weight };
}

/** How alike two texts are, from 0 to 1: the shared weight in that of both (Dice, 1945). */
export function likeness(a: Words, b: Words, weights: readonly number[]): number {
  const both = a.weight + b.weight;
  return both === 0 ? 0 : (2 * sharedWeight(a, b, weights)) / both;
}
