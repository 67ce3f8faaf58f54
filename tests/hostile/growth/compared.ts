import { compareRich } from '../../../shared/diff/diff-rich';
import { compareTexts } from '../../../shared/diff/diff-words';
import { mapSpan } from '../../../shared/diff/map-offset';
import { LONGEST_PARAGRAPH, MOST_MARKS } from '../../../shared/model/limits';
import { letters, mostOf, times, type Growing } from './growing';
import { MARKED } from './marked';

const distinct = (n: number, sign = 'w'): string => times(n, (i) => `${sign}${i.toString(36)}`).join(' ');

/** Texts that differ in a way somebody may think of to keep a comparison busy. */
const PAIRS: readonly (readonly [what: string, n: number, make: (n: number) => readonly [string, string]])[] =
  [
    ['one long word with a letter more', 6000, (n) => ['б'.repeat(n), `${'б'.repeat(n)}в`]],
    ['the same word, some fewer', 1500, (n) => ['да '.repeat(n), 'да '.repeat(n - n / 10)]],
    [
      'two words in turn, and in the other turn',
      750,
      (n) => ['да нет '.repeat(n), 'нет да нет '.repeat(n / 2)],
    ],
    ['all other words', 800, (n) => [distinct(n, 'w'), distinct(n, 'v')]],
    ['the same words from the end', 800, (n) => [distinct(n), distinct(n).split(' ').reverse().join(' ')]],
    [
      'every other word changed',
      800,
      (n) => [distinct(n), times(n, (i) => (i % 2 ? `w${i.toString(36)}` : `v${i}`)).join(' ')],
    ],
    [
      'sentences from the end',
      200,
      (n) => [
        times(n, (i) => `Вот и ${letters(i)} пришёл сюда.`).join(' '),
        times(n, (i) => `Вот и ${letters(n - 1 - i)} пришёл сюда.`).join(' '),
      ],
    ],
    [
      'the same sentence, and one word in it',
      150,
      (n) => ['Вот он пришёл сюда опять. '.repeat(n), 'Вот он ушёл сюда опять. '.repeat(n)],
    ],
    ['nothing but spaces', 6000, (n) => [`а${' '.repeat(n)}б`, `а${' '.repeat(n)} б в`]],
    ['nothing but signs', 3000, (n) => ['.!?'.repeat(n), '!?.'.repeat(n)]],
    ['opening quotation marks', 6000, (n) => ['«'.repeat(n), '“'.repeat(n)]],
    ['small words', 750, (n) => ['и в на '.repeat(n), 'в и с на '.repeat(n - 10)]],
  ];

/** Two texts that are compared. */
export const COMPARED: readonly Growing[] = [
  ...PAIRS.map(([what, n, make]): Growing => ({
    kind: 'compare',
    what,
    n,
    most: mostOf(n, make(n)),
    make: (size) => {
      const [a, b] = make(size);
      return () => compareTexts(a, b);
    },
  })),
  ...MARKED.map(([what, make]): Growing => ({
    kind: 'compare',
    what,
    n: 60,
    most: MOST_MARKS,
    make: (size) => {
      const [a, b] = [make(size), make(size - 1)];
      return () => compareRich(a, b);
    },
  })),
  {
    kind: 'compare',
    what: 'spans carried over as many changes',
    n: 100,
    most: LONGEST_PARAGRAPH / 11,
    make: (size) => {
      const { runs } = compareTexts('слово а '.repeat(size), 'слово и да '.repeat(size));
      return () => mapSpan({ start: 0, end: 8 * size - 1 }, runs);
    },
  },
];
