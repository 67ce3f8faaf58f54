import { writeVersion } from '../../../main/export/write-version';
import { MOST_PARAGRAPHS } from '../../../main/import/limits';
import { MOST_MARKS } from '../../../shared/model/limits';
import { plainBlock, type Block } from '../../../shared/model/paragraph';
import { mostOf, times, type Growing } from './growing';
import { MARKED } from './marked';

const block = (text: string, more: Partial<Block> = {}): Block => ({ ...plainBlock(text), ...more });

/** What stands at a place of a table, counted line by line. */
const inTable = (place: number, columns: number): Block =>
  block('Ячейка', {
    role: 'tableCell',
    cell: { table: 1, row: Math.floor(place / columns), column: place % columns },
  });

/** Versions that are costly to write. */
const VERSIONS: readonly (readonly [what: string, n: number, make: (n: number) => readonly Block[]])[] = [
  ...MARKED.map(([what, make]): readonly [string, number, (n: number) => readonly Block[]] => [
    what,
    60,
    (n) => [block('', make(n))],
  ]),
  ['paragraphs', 700, (n) => times(n, (i) => block(`Абзац ${i}.`))],
  [
    'list items of nine levels that begin anew',
    700,
    (n) =>
      times(n, (i) =>
        block(`Пункт ${i}`, { role: 'listItem', label: `${(i % 7) + 1}.`, depth: (i * 5) % 9 }),
      ),
  ],
  [
    'list items that get as deep as may be, again and again',
    2002,
    (n) => times(n, (i) => block('Пункт', { role: 'listItem', label: '1.', depth: i % 1001 })),
  ],
  [
    'footnotes, each referred to',
    250,
    (n) => [
      ...times(n, (i) =>
        block(`Слово ${i}`, {
          marks: [{ type: 'footnoteReference', label: String(i), start: 6, end: 6 + String(i).length }],
        }),
      ),
      ...times(n, (i) => block(`Сноска ${i}`, { role: 'footnote', label: String(i) })),
    ],
  ],
  [
    'footnotes of one name',
    250,
    (n) => times(n, (i) => block(`Сноска ${i}`, { role: 'footnote', label: '1' })),
  ],
  ['a wide and long table', 100, (n) => times(n, (i) => inTable(i, 50))],
  ['a table as empty as one may be', 100, (n) => times(n, (i) => inTable(4 * i, 60))],
  ['a table of scattered cells', 300, (n) => times(n, (i) => inTable(500 * i + ((i * 7) % 500), 500))],
  ['a heading of number signs', 6000, (n) => [block(`${'#'.repeat(n)} а`, { role: 'heading2' })]],
  ['a paragraph of brackets', 6000, (n) => [block('['.repeat(n)), block(`[${'\\'.repeat(n)}`)]],
  [
    'a paragraph of asterisks',
    3000,
    (n) => [block('*_ '.repeat(n), { marks: [{ type: 'strong', start: 0, end: n }] })],
  ],
  ['a paragraph of spaces', 6000, (n) => [block(`а${' \u00a0'.repeat(n)}б`)]],
];

const mostOfBlocks = (n: number, blocks: readonly Block[]): number =>
  Math.min(
    Math.floor((n * MOST_PARAGRAPHS) / blocks.length),
    blocks.some(({ marks }) => marks.length > 1) ? MOST_MARKS : Infinity,
    mostOf(
      n,
      blocks.map(({ text }) => text),
    ),
  );

/** Versions that are exported, in every format. */
export const EXPORTED: readonly Growing[] = VERSIONS.flatMap(([what, n, make]) =>
  (['docx', 'odt', 'html', 'md', 'txt'] as const).map((format): Growing => ({
    kind: 'export',
    what: `${what}, .${format}`,
    n,
    most: mostOfBlocks(n, make(n)),
    make: (size) => {
      const blocks = make(size);
      return () => writeVersion({ language: 'ru', title: 'Рост', blocks, remarks: [] }, format);
    },
  })),
);
