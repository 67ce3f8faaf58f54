import { bytes, times, type GrowingFile } from './growing';

/** Lines of which each is a sign longer than the one before, as many as come to so many signs in all. */
const ladder = (signs: number, line: (i: number) => string): readonly string[] =>
  times(Math.floor(Math.sqrt(2 * signs)), line);

/** Markdown that is costly to read, and texts without any marks. */
export const PLAIN_TEXTS: readonly GrowingFile[] = [
  ['paragraphs', 'a.md', 1500, (n) => bytes(`# Да\n\n${'Слово и слово.\n\n'.repeat(n)}`)],
  ['asterisks', 'a.md', 1500, (n) => bytes(`# Да\n\n${'*а _б '.repeat(n)}\n`)],
  ['marks', 'a.md', 500, (n) => bytes(`# Да\n\n${'**а** _б_ '.repeat(n)}\n`)],
  ['marks in marks', 'a.md', 500, (n) => bytes(`# Да\n\n${'*а **б '.repeat(n)}${'** в*'.repeat(n)}\n`)],
  ['brackets', 'a.md', 1500, (n) => bytes(`# Да\n\n${'['.repeat(n)}а${'](b)'.repeat(n)}\n`)],
  ['open brackets', 'a.md', 1500, (n) => bytes(`# Да\n\n${'![[a]('.repeat(n)}\n`)],
  ['pictures in one line', 'a.md', 500, (n) => bytes(`# Да\n\n${'![да](a.png) '.repeat(n)}\n`)],
  ['links', 'a.md', 500, (n) => bytes(`# Да\n\n${'[да](https://a.example) '.repeat(n)}\n`)],
  [
    'references',
    'a.md',
    500,
    (n) =>
      bytes(
        `# Да\n\n${times(n, (i) => `[да][${i}] `).join('')}\n\n${times(n, (i) => `[${i}]: https://a.example`).join('\n')}\n`,
      ),
  ],
  [
    'footnotes',
    'a.md',
    400,
    (n) =>
      bytes(
        `# Да\n\n${times(n, (i) => `Да[^${i}]`).join('\n\n')}\n\n${times(n, (i) => `[^${i}]: нет`).join('\n\n')}\n`,
      ),
  ],
  [
    'list items that get deeper',
    'a.md',
    400,
    (n) => bytes(`# Да\n\n${ladder(n, (i) => `${'  '.repeat(i)}- а`).join('\n')}\n`),
  ],
  [
    'list items',
    'a.md',
    1200,
    (n) => bytes(`# Да\n\n${times(n, (i) => `${'  '.repeat(i % 6)}- а`).join('\n')}\n`),
  ],
  [
    'quotations in quotations',
    'a.md',
    450,
    (n) => bytes(`# Да\n\n${ladder(n, (i) => `${'>'.repeat(i)} а`).join('\n')}\n`),
  ],
  ['code signs', 'a.md', 1350, (n) => bytes(`# Да\n\n${ladder(n, (i) => `${'`'.repeat(i)} `).join('')}\n`)],
  [
    'code signs of growing number, each open',
    'a.md',
    1800,
    (n) => bytes(`# Да\n\n${ladder(n, (i) => `${'`'.repeat(i + 1)}а`).join(' ')}\n`),
  ],
  [
    'tags that close what is not open',
    'a.md',
    1500,
    (n) => bytes(`# Да\n\n${'<sup>'.repeat(n)}а${'</em>'.repeat(n)}\n`),
  ],
  ['quotations side by side', 'a.md', 1500, (n) => bytes(`# Да\n\n${'> а\n\nб\n\n'.repeat(n)}`)],
  [
    'a wide table',
    'a.md',
    225,
    (n) => {
      const side = Math.floor(Math.sqrt(n));
      const cells = `${'| б '.repeat(side)}|\n`;
      return bytes(`# Да\n\n${'| а '.repeat(side)}|\n${'| --- '.repeat(side)}|\n${cells.repeat(side)}`);
    },
  ],
  ['open footnotes', 'a.md', 1500, (n) => bytes(`# Да\n\n${'[^a'.repeat(n)}\n\n${'^['.repeat(n)}\n`)],
  ['signs written out', 'a.md', 1500, (n) => bytes(`# Да\n\n${'\\*&amp;<b '.repeat(n)}\n`)],
  [
    'headings',
    'a.md',
    1200,
    (n) => bytes(`${times(n, (i) => `${'#'.repeat((i % 6) + 1)} Да #`).join('\n\n')}\n`),
  ],
  ['comments', 'a.md', 1500, (n) => bytes(`# Да\n\n${'<!-- а -->\n<!--\n'.repeat(n)}\n`)],
  ['tags', 'a.md', 1500, (n) => bytes(`# Да\n\n${'<sup>а<strong>'.repeat(n)}\n`)],
  ['a table', 'a.md', 300, (n) => bytes(`# Да\n\n| a | b |\n| --- | --- |\n${'| а | б |\n'.repeat(n)}`)],
  ['paragraphs', 'a.txt', 1500, (n) => bytes('Слово.\n\n'.repeat(n))],
  [
    'list lines ever deeper',
    'a.txt',
    45_000,
    (n) => bytes(ladder(n, (i) => `${' '.repeat(i)}- а`).join('\n')),
  ],
  ['one long word', 'a.txt', 60_000, (n) => bytes('б'.repeat(n))],
  ['one long line of words', 'a.txt', 10_000, (n) => bytes('Слово, '.repeat(n))],
  ['lines joined to a paragraph', 'a.txt', 3000, (n) => bytes(`Да\n\n${'слово\n'.repeat(n)}`)],
  ['lines of a table', 'a.txt', 1500, (n) => bytes('Ош\t35\n'.repeat(n))],
  ['a line of tabs', 'a.txt', 30_000, (n) => bytes(`а\tб\nв${'\t'.repeat(n)}г`)],
  ['nothing but spaces', 'a.txt', 60_000, (n) => bytes(`а${' '.repeat(n)}б\n\nв`)],
];
