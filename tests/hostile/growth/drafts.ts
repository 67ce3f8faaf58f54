import { matchParagraphs } from '../../../shared/reconcile/match-paragraphs';
import { MOST_PARAGRAPHS } from '../../../main/import/limits';
import { plainBlock } from '../../../shared/model/paragraph';
import { asTexts, textsOf } from '../../../shared/reconcile/baseline';
import { findChanges } from '../../../shared/reconcile/changes';
import { mergeVersions } from '../../../shared/reconcile/merge-versions';
import { project } from './article';
import { letters, mostOf, times, type Growing } from './growing';

const DRAFTS: readonly (readonly [
  what: string,
  n: number,
  before: (n: number) => readonly string[],
  after: (n: number) => readonly string[],
])[] = [
  [
    'the same',
    400,
    (n) => times(n, (i) => `Абзац ${letters(i)} о слове.`),
    (n) => times(n, (i) => `Абзац ${letters(i)} о слове.`),
  ],
  [
    'all other words',
    300,
    (n) => times(n, (i) => `Один ${letters(i)} да.`),
    (n) => times(n, (i) => `Two b${i} no.`),
  ],
  ['the same word everywhere', 300, (n) => times(n, () => 'Да'), (n) => times(n + 5, () => 'Да')],
  [
    'the same sentence with one word changed',
    200,
    (n) => times(n, () => 'Вот он пришёл сюда.'),
    (n) => times(n, () => 'Вот он ушёл сюда.'),
  ],
  [
    'from the end',
    300,
    (n) => times(n, (i) => `Абзац ${letters(i)} о слове.`),
    (n) => times(n, (i) => `Абзац ${letters(n - 1 - i)} о слове.`),
  ],
  [
    'every paragraph edited',
    200,
    (n) => times(n, (i) => `Абзац ${letters(i)} о слове и деле.`),
    (n) => times(n, (i) => `Абзац ${letters(i)} о слове и теле.`),
  ],
  [
    'all in one paragraph',
    200,
    (n) => times(n, (i) => `Абзац ${letters(i)} о слове.`),
    (n) => [times(n, (i) => `Абзац ${letters(i)} о слове.`).join(' ')],
  ],
  [
    'one paragraph in many',
    200,
    (n) => [times(n, (i) => `Абзац ${letters(i)} о слове.`).join(' ')],
    (n) => times(n, (i) => `Абзац ${letters(i)} о слове.`),
  ],
  [
    'empty paragraphs between',
    300,
    (n) => times(n, (i) => `Абзац ${letters(i)}.`),
    (n) => times(2 * n, (i) => (i % 2 ? '' : `Абзац ${letters(i / 2)}.`)),
  ],
];

const mostOfDrafts = (n: number, before: readonly string[], after: readonly string[]): number =>
  Math.min(
    mostOf(n, [...before, ...after]),
    Math.floor((n * MOST_PARAGRAPHS) / Math.max(before.length, after.length)),
  );

/** An article and another draft of it: compared, brought in. */
export const DRAFTED: readonly Growing[] = [
  ...DRAFTS.flatMap(([what, n, before, after]): readonly Growing[] => [
    {
      kind: 'compare',
      what: `paragraphs: ${what}`,
      n,
      most: mostOfDrafts(n, before(n), after(n)),
      make: (size) => {
        const [a, b] = [before(size), after(size)].map((texts) => texts.map((text) => plainBlock(text)));
        return () => matchParagraphs(a ?? [], b ?? []);
      },
    },
    {
      kind: 'bring in',
      what,
      n,
      most: mostOfDrafts(n, before(n), after(n)),
      make: (size) => {
        const base = project(before(size)).rows.flatMap(({ cells }) => cells.en.paragraphs);
        const theirs = after(size).map((text) => plainBlock(text));
        return () => mergeVersions(base, base, theirs);
      },
    },
    {
      kind: 'compare',
      what: `versions: ${what}`,
      n,
      most: mostOfDrafts(n, before(n), after(n)),
      make: (size) => {
        const rule = asTexts(textsOf(project(before(size)).rows));
        const { rows } = project(after(size));
        return () => findChanges(rows, rule);
      },
    },
  ]),
];
