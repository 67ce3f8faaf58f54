import type { NumberPlace, NumberWord } from './number-word';

const UNITS = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const TIMES: Readonly<Record<string, number>> = {
  ...{ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
  ...{ mln: 1e6, mn: 1e6, bn: 1e9, bln: 1e9, trn: 1e12, tn: 1e12, dozen: 12 },
};

const IRREGULAR: Readonly<Record<string, string>> = {
  ...{ one: 'first', two: 'second', three: 'third', five: 'fifth' },
  ...{ eight: 'eighth', nine: 'ninth', twelve: 'twelfth' },
};

/** Words that imply a number without being one. */
const IMPLIED: Readonly<Record<string, readonly number[]>> = {
  ...{
    once: [1],
    single: [1],
    sole: [1],
    twice: [2],
    both: [2],
    pair: [2],
    pairs: [2],
    couple: [2],
    twin: [2],
  },
  ...{
    twins: [2],
    dual: [2],
    double: [2],
    doubled: [2],
    doubling: [2],
    doubles: [2],
    thrice: [3],
    triple: [3],
  },
  ...{
    tripled: [3],
    trio: [3],
    triplets: [3],
    quadruple: [4],
    quadrupled: [4],
    quartet: [4],
    quarterly: [4],
  },
  ...{ decade: [10], decades: [10], centenary: [100], century: [100], centuries: [100], fortnight: [14, 2] },
  ...{ half: [0.5, 50, 30], halves: [0.5], halved: [0.5, 2], millennium: [1000], millennia: [1000] },
  ...{ quarter: [0.25, 25, 15, 4], quarters: [0.25, 4], third: [3, 1 / 3], tens: [10], dozens: [12] },
  ...{ hundreds: [100], thousands: [1e3], millions: [1e6], billions: [1e9], trillions: [1e12] },
};

const WORDS = new Map<string, NumberWord>();

function ordinalOf(word: string): string {
  return IRREGULAR[word] ?? (word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`);
}

function add(word: string, value: number, place: NumberPlace): void {
  WORDS.set(word, { value, place, ...(value === 1 && { loose: true as const }) });
  const ordinal: NumberWord = { value, place, ordinal: true, closed: true };
  const lower = value > 2 && value <= 100 ? { denominator: value } : {};
  WORDS.set(ordinalOf(word), { ...ordinal, ...lower, ...(value <= 3 && { loose: true as const }) });
  if (value > 2) WORDS.set(`${ordinalOf(word)}s`, { value, place: null, loose: true, denominator: value });
}

UNITS.forEach((word, n) => add(word, n + 1, 'unit'));
TEENS.forEach((word, n) => add(word, n + 10, 'teen'));
TENS.forEach((word, n) => {
  const value = 10 * (n + 2);
  add(word, value, 'ten');
  const decade = { value, place: 'ten' as const, closed: true as const, decade: true as const };
  WORDS.set(`${word.slice(0, -1)}ies`, { ...decade, others: [1900 + value] });
});
for (const [word, value] of Object.entries(TIMES)) add(word, value, 'times');
WORDS.set('zero', { value: 0, place: null, loose: true });
for (const [word, [value = 0, ...others]] of Object.entries(IMPLIED)) {
  const known = WORDS.get(word);
  WORDS.set(word, {
    ...(known ?? { place: TIMES[word.replace(/s$/, '')] ? ('times' as const) : null, loose: true as const }),
    value,
    others,
  });
}
for (const [word, denominator] of Object.entries({ quarter: 4, quarters: 4, half: 2, halves: 2 }))
  WORDS.set(word, { ...(WORDS.get(word) ?? { value: denominator, place: null, loose: true }), denominator });

export function readEnglishNumber(word: string): NumberWord | null {
  return WORDS.get(word) ?? null;
}
