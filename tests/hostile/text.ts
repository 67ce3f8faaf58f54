import { reads, refused, type HostileFile } from './hostile-file';

const file = (
  what: string,
  content: HostileFile['content'],
  becomes: HostileFile['becomes'],
  fileName = 'article.txt',
): HostileFile => ({ kind: 'text', what, fileName, content, becomes });

const md = (what: string, content: HostileFile['content'], becomes: HostileFile['becomes']): HostileFile =>
  file(what, content, becomes, 'article.md');

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

const WATER = 'Суу жазга чейин болбойт.';

/** Text that is too much, broken, or not what it looks like. */
export const TEXTS: readonly HostileFile[] = [
  file('one line of 100 MB', () => Buffer.alloc(100 * 2 ** 20, 'a'), refused('fileTooLarge')),
  file('one line of 40 MB', () => Buffer.alloc(40 * 2 ** 20, 'a'), refused('fileTooLarge')),
  file('one line of 5 MB', () => 'вода '.repeat(580_000), reads(29)),
  file('one word of 5 MB', () => 'а'.repeat(2_600_000), reads(26)),
  file('5 million empty lines', () => `${'\n'.repeat(5_000_000)}а`, refused('fileTooManyParts')),
  file('a million paragraphs', () => 'а\n\n'.repeat(1_000_000), refused('fileTooManyParts')),
  file('5 million blanks between line ends', () => `а\n${' '.repeat(5_000_000)}\nб`, reads(['а', 'б'])),
  file('a million marks on one letter', () => `а${'\u0301\u0316'.repeat(500_000)} ${WATER}`, reads(1)),
  file(
    '5 million bytes that are no character',
    () => Buffer.concat([Buffer.from(WATER), Buffer.alloc(5_000_000, 0xff)]),
    reads(52),
  ),
  file('5 million control characters', () => Buffer.alloc(5_000_000, 1), refused('fileWrongType')),
  file('zero bytes', () => Buffer.alloc(1_000_000), refused('fileWrongType')),
  file(
    'halves of characters in UTF-16',
    () => utf16(`${WATER} \ud800 \udc00\ud83d`),
    reads([`${WATER} \ufffd \ufffd\ufffd`]),
  ),
  file('UTF-16 cut in the middle of a character', () => utf16(WATER).subarray(0, -1), reads(1)),
  file(
    'halves of characters in UTF-8',
    () => Buffer.concat([Buffer.from(WATER), Buffer.from([0x20, 0xed, 0xa0, 0x80])]),
    reads(1),
  ),
  file(
    'letters written too long in UTF-8',
    () => Buffer.concat([Buffer.from(WATER), Buffer.from([0x20, 0xc0, 0xaf, 0xe0, 0x80, 0xaf])]),
    reads(1),
  ),
  file(
    'writing turned around',
    () => `Счёт \u202e0001\u202c и \u2066\u2067имя\u2069\u2069.`,
    reads(['Счёт \u202e0001\u202c и \u2066\u2067имя\u2069\u2069.']),
  ),
  file('letters of no width', () => 'во\u200bда\u200d и \ufeffсвет\u00ad', reads(['во да\u200d и свет'])),
  file('escapes of a terminal', () => `\x1b]0;canary\x07\x1b[2J ${WATER}`, refused('fileWrongType')),
  md(
    'scripts and handlers',
    () => `# Title\n\n<script>canary()</script>\n\n<img src=x onerror=canary()> Words of it.`,
    reads(['Title', 'Words of it.']),
  ),
  md(
    'links of odd schemes',
    () =>
      '[a](javascript:canary\\(\\)) [b](data:text/html,x) [c](file:///etc/passwd) [d](vbscript:x) ![e](http://127.0.0.1:9/) <javascript:canary()> [f](https://example.org/)',
    reads(1, ['https://example.org/']),
  ),
  md('quotations 100,000 deep', () => `${'>'.repeat(100_000)} а`, refused('fileNoText')),
  md(
    'lists 10,000 deep',
    () => Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(Math.min(i, 200) * 2)}- а`).join('\n'),
    reads(49),
  ),
  md('a million brackets', () => '['.repeat(1_000_000), refused('fileTooManyParts')),
  md('a million stars', () => '*a _b '.repeat(500_000), refused('fileTooManyParts')),
  md('90,000 brackets', () => '['.repeat(90_000), reads(1)),
  md('120,000 stars', () => '*a _b '.repeat(60_000), reads(4)),
  md(
    'a million backquotes in runs',
    () => Array.from({ length: 1500 }, (_, i) => `${'`'.repeat(i)} `).join(''),
    refused('fileTooManyParts'),
  ),
  md('a comment that never ends, 100,000 times', () => '<!-- a\n'.repeat(90_000), reads(7)),
  md(
    '100,000 references',
    () => Array.from({ length: 90_000 }, (_, i) => `[a${i}]: http://a/${i}`).join('\n') + '\n\n[a1]',
    refused('fileTooManyParts'),
  ),
  md('20,000 footnotes', () => '[^a]'.repeat(20_000) + '\n\n[^a]: b', reads(2)),
  md(
    'a wide table',
    () => `|${'a|'.repeat(5000)}\n|${'-|'.repeat(5000)}\n${'|b\n'.repeat(5000)}`,
    reads(5014),
  ),
  md(
    'a table that fills itself up',
    () => `|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n${'|\n'.repeat(20_000)}`,
    reads(2001),
  ),
];
