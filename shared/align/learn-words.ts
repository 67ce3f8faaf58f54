import { perLanguage, type Language, type PerLanguage } from '../model/language';
import { wordKeys } from './features';

/** Words found to stand for each other: for each language, by the key of a token, the names of its pairs. */
export type LearnedWords = PerLanguage<ReadonlyMap<string, readonly string[]>>;

/** Texts that say the same; empty where a language has none. */
export type Parallel = PerLanguage<string>;

/** A pair seen together less often may be chance. */
const FEWEST = 2;

/** Of the times either word comes, so large a part has to be together. */
const TOGETHER = 0.5;

/** Words in more than this part of the texts tell nothing. */
const COMMON = 0.1;

const PAIRS: readonly (readonly [Language, Language])[] = [
  ['ru', 'ky'],
  ['ru', 'en'],
  ['ky', 'en'],
];

/**
 * Learns from aligned texts which words stand for each other: those that come together far more often than by
 * chance (log-likelihood ratio, Dunning 1993), best pairs first, each word with one partner in each other language
 * (competitive linking, Melamed 2000).
 */
export function learnWords(rows: readonly Parallel[]): LearnedWords {
  const words = perLanguage((language) => rows.map((row) => wordKeys(row[language])));
  const learned = perLanguage(() => new Map<string, string[]>());
  for (const [x, y] of PAIRS) {
    for (const [a, b] of pairUp(words[x], words[y])) {
      const name = `learned ${x} ${a} ${y} ${b}`;
      learned[x].set(a, [...(learned[x].get(a) ?? []), name]);
      learned[y].set(b, [...(learned[y].get(b) ?? []), name]);
    }
  }
  return learned;
}

function pairUp(
  x: readonly (readonly string[])[],
  y: readonly (readonly string[])[],
): readonly (readonly [string, string])[] {
  const both = x.flatMap((words, n) => (words.length > 0 && (y[n]?.length ?? 0) > 0 ? [n] : []));
  const [inX, inY] = [x, y].map((lists) => {
    const counts = new Map<string, number>();
    for (const n of both) for (const key of lists[n] ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  }) as [Map<string, number>, Map<string, number>];
  const most = Math.max(FEWEST, both.length * COMMON);
  const tells = (counts: Map<string, number>) => (key: string) => {
    const count = counts.get(key) ?? 0;
    return count >= FEWEST && count <= most;
  };
  const together = new Map<string, Map<string, number>>();
  for (const n of both) {
    const others = (y[n] ?? []).filter(tells(inY));
    for (const a of (x[n] ?? []).filter(tells(inX))) {
      const counts = together.get(a) ?? new Map<string, number>();
      together.set(a, counts);
      for (const b of others) counts.set(b, (counts.get(b) ?? 0) + 1);
    }
  }
  const found = [...together].flatMap(([a, counts]) =>
    [...counts].flatMap(([b, count]) => {
      const either = (inX.get(a) ?? 0) + (inY.get(b) ?? 0);
      if (count < FEWEST || (2 * count) / either < TOGETHER) return [];
      return [{ a, b, score: likelihoodRatio(count, inX.get(a) ?? 0, inY.get(b) ?? 0, both.length) }];
    }),
  );
  const taken = [new Set<string>(), new Set<string>()] as const;
  return found
    .sort((p, q) => q.score - p.score || (p.a + p.b < q.a + q.b ? -1 : 1))
    .flatMap(({ a, b }): [string, string][] => {
      if (taken[0].has(a) || taken[1].has(b)) return [];
      taken[0].add(a);
      taken[1].add(b);
      return [[a, b]];
    });
}

/** Dunning's (1993) ratio for two words that come `x` and `y` times in `all` texts and `both` times together. */
function likelihoodRatio(both: number, x: number, y: number, all: number): number {
  const cells: readonly (readonly [number, number, number])[] = [
    [both, x, y],
    [x - both, x, all - y],
    [y - both, all - x, y],
    [all - x - y + both, all - x, all - y],
  ];
  return (
    2 *
    cells.reduce(
      (sum, [seen, row, column]) => sum + (seen > 0 ? seen * Math.log((seen * all) / (row * column)) : 0),
      0,
    )
  );
}
