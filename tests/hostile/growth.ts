import { historyLines } from '../../main/app/history-lines';
import { flagsCsv } from '../../main/export/flags-csv';
import { writeReport } from '../../main/export/report/write-report';
import { writeVersion } from '../../main/export/write-version';
import { pairParagraphs } from '../../main/cli/pair-paragraphs';
import { MOST_PARAGRAPHS } from '../../main/import/limits';
import { readDocument } from '../../main/import/read-document';
import { readPastedText } from '../../main/import/read-pasted-text';
import type { ToldEntry } from '../../main/project/revisions';
import { applyCommand } from '../../shared/commands/command';
import { applyPatch, patchBetween } from '../../shared/commands/patch';
import { compareRich } from '../../shared/diff/diff-rich';
import { compareTexts } from '../../shared/diff/diff-words';
import { mapSpan } from '../../shared/diff/map-offset';
import { mergeProjects } from '../../shared/merge/merge-projects';
import type { Finding } from '../../shared/checks/engine/finding';
import type { Flag } from '../../shared/model/flag';
import { perLanguage } from '../../shared/model/language';
import { LONGEST_PARAGRAPH, MOST_FLAGS, MOST_MARKS } from '../../shared/model/limits';
import { normaliseMarks, type Mark } from '../../shared/model/mark';
import { plainBlock, type Block, type RichText } from '../../shared/model/paragraph';
import type { Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';
import { CORE_TYPOLOGY } from '../../shared/mqm/typology';
import { findChanges } from '../../shared/reconcile/changes';
import { asTexts, textsOf } from '../../shared/reconcile/baseline';
import { mergeVersions } from '../../shared/reconcile/merge-versions';
import { makeReport } from '../../shared/report/review-report';
import { findInText } from '../../shared/text/find';
import { makeDocx, p, r } from '../unit/main/import/docx/make-docx';

/** Something a stranger's text may make costly, and how large that is at the smallest. */
export interface Growing {
  readonly kind:
    'compare' | 'bring in' | 'merge' | 'find' | 'export' | 'report' | 'import' | 'history' | 'edit';
  readonly what: string;
  /** The smallest size. */
  readonly n: number;
  /** The largest size that the app takes; without it there is none, or an importer refuses what is larger. */
  readonly most?: number;
  /** Makes the input of a size; what is measured is what it gives back. */
  readonly make: (n: number) => Promise<() => unknown> | (() => unknown);
}

const times = <T>(n: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: n }, (_, i) => make(i));

const distinct = (n: number, sign = 'w'): string => times(n, (i) => `${sign}${i.toString(36)}`).join(' ');

/** How large an input may be made before a paragraph of it has more letters than the app takes. */
const mostOf = (n: number, texts: readonly string[]): number =>
  Math.floor((n * LONGEST_PARAGRAPH) / Math.max(1, ...texts.map(({ length }) => length)));

const letters = (i: number): string =>
  i.toString(26).replace(/./g, (digit) => 'бвгджзклмнпрстфхцчшщаеиоуыя'[parseInt(digit, 26)] ?? 'ю');

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

/** Marks over each other and beside each other, as many as a paragraph may have. */
const MARKED: readonly (readonly [what: string, make: (n: number) => RichText])[] = [
  [
    'links and marks inside each other',
    (n) =>
      rich(
        8 * n,
        times(n, (i): Mark => ({ type: 'link', href: `https://a.example/${i}`, start: i, end: 8 * n - i })),
      ),
  ],
  [
    'short marks in a long one',
    (n) =>
      rich(8 * n, [
        { type: 'strong', start: 0, end: 8 * n },
        ...times(n - 1, (i): Mark => ({
          type: i % 2 ? 'emphasis' : 'superscript',
          start: 8 * i,
          end: 8 * i + 7,
        })),
      ]),
  ],
  [
    'marks that cross',
    (n) =>
      rich(
        8 * n,
        times(n, (i): Mark => ({
          type: 'footnoteReference',
          label: String(i),
          start: 4 * i,
          end: 4 * i + 4 * Math.min(n, 200),
        })),
      ),
  ],
  [
    'links without a gap',
    (n) =>
      rich(
        8 * n,
        times(n, (i): Mark => ({
          type: 'link',
          href: `https://a.example/${i}`,
          start: 8 * i,
          end: 8 * i + 8,
        })),
      ),
  ],
];

function rich(length: number, marks: readonly Mark[]): RichText {
  const text = 'слово а '.repeat(Math.ceil(length / 8)).slice(0, length);
  return { text, marks: normaliseMarks(marks, length) };
}

const block = (text: string, more: Partial<Block> = {}): Block => ({ ...plainBlock(text), ...more });

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
    'list items that only get deeper',
    60,
    (n) => times(n, (i) => block('Пункт', { role: 'listItem', label: '1.', depth: i })),
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
  [
    'a wide and long table',
    10,
    (n) =>
      times(n * n, (i) =>
        block('Ячейка', { role: 'tableCell', cell: { table: 1, row: Math.floor(i / n), column: i % n } }),
      ),
  ],
  [
    'a table of scattered cells',
    300,
    (n) =>
      times(n, (i) =>
        block('Ячейка', { role: 'tableCell', cell: { table: 1, row: i, column: (i * 7) % 500 } }),
      ),
  ],
  ['a heading of number signs', 6000, (n) => [block(`${'#'.repeat(n)} а`, { role: 'heading2' })]],
  ['a paragraph of brackets', 6000, (n) => [block('['.repeat(n)), block(`[${'\\'.repeat(n)}`)]],
  [
    'a paragraph of asterisks',
    3000,
    (n) => [block('*_ '.repeat(n), { marks: [{ type: 'strong', start: 0, end: n }] })],
  ],
  ['a paragraph of spaces', 6000, (n) => [block(`а${' \u00a0'.repeat(n)}б`)]],
];

const word = (body: string, more = {}): Promise<Uint8Array> => makeDocx({ body, ...more });

const numbering = (n: number): string =>
  `<w:abstractNum w:abstractNumId="1">${times(9, (i) => `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>`).join('')}</w:abstractNum>${times(n, (i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${i}"/></w:lvlOverride></w:num>`).join('')}`;

const inList = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Files that are costly to read. */
const FILES: readonly (readonly [
  what: string,
  name: string,
  n: number,
  make: (n: number) => Promise<Uint8Array> | Uint8Array,
])[] = [
  [
    'list items of nine levels, a list of its own for each',
    'a.docx',
    700,
    (n) => word(times(n, (i) => p(`Пункт ${i}`, inList(i + 1, i % 9))).join(''), { numbering: numbering(n) }),
  ],
  ['empty paragraphs', 'a.docx', 2000, (n) => word(`${p('Да')}${'<w:p/>'.repeat(n)}${p('Нет')}`)],
  [
    'runs of all marks',
    'a.docx',
    500,
    (n) =>
      word(
        `<w:p>${times(n, (i) => r('слово ', i % 2 ? '<w:b/><w:i/>' : '<w:vertAlign w:val="superscript"/>')).join('')}</w:p>`,
      ),
  ],
  [
    'footnotes',
    'a.docx',
    400,
    (n) =>
      word(
        times(n, (i) => `<w:p>${r('Слово')}<w:r><w:footnoteReference w:id="${i}"/></w:r></w:p>`).join(''),
        { footnotes: times(n, (i) => `<w:footnote w:id="${i}">${p('Сноска')}</w:footnote>`).join('') },
      ),
  ],
  [
    'footnotes in one paragraph',
    'a.docx',
    400,
    (n) =>
      word(
        `<w:p>${times(n, (i) => `${r('Слово')}<w:r><w:footnoteReference w:id="${i}"/></w:r>`).join('')}</w:p>`,
        { footnotes: times(n, (i) => `<w:footnote w:id="${i}">${p('Сноска')}</w:footnote>`).join('') },
      ),
  ],
  [
    'comments over each other in one paragraph',
    'a.docx',
    400,
    (n) =>
      word(
        `<w:p>${times(n, (i) => `<w:commentRangeStart w:id="${i}"/>${r('а ')}`).join('')}${times(n, (i) => `<w:commentRangeEnd w:id="${i}"/><w:r><w:commentReference w:id="${i}"/></w:r>`).join('')}</w:p>`,
        { comments: times(n, (i) => `<w:comment w:id="${i}" w:author="А">${p('Так')}</w:comment>`).join('') },
      ),
  ],
  [
    'comments open to the end',
    'a.docx',
    400,
    (n) =>
      word(`${times(n, (i) => `<w:p><w:commentRangeStart w:id="${i}"/></w:p>`).join('')}${p('Да')}`, {
        comments: times(n, (i) => `<w:comment w:id="${i}" w:author="А">${p('Так')}</w:comment>`).join(''),
      }),
  ],
  [
    'tracked changes in one paragraph',
    'a.docx',
    300,
    (n) =>
      word(
        `<w:p>${times(n, (i) => `<w:ins w:id="${2 * i}" w:author="А${i}">${r('да ')}</w:ins><w:del w:id="${2 * i + 1}" w:author="Б${i}"><w:r><w:delText xml:space="preserve">нет </w:delText></w:r></w:del>`).join('')}</w:p>`,
      ),
  ],
  [
    'deleted paragraph ends',
    'a.docx',
    400,
    (n) => word(times(n, () => p('да', '<w:rPr><w:del w:id="1" w:author="А"/></w:rPr>')).join('')),
  ],
  [
    'line breaks',
    'a.docx',
    1000,
    (n) => word(`<w:p><w:r>${'<w:t>а</w:t><w:br/><w:br/>'.repeat(n)}</w:r></w:p>`),
  ],
  [
    'fields in fields',
    'a.docx',
    300,
    (n) =>
      word(
        `<w:p>${times(n, () => '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK \\l</w:instrText></w:r>').join('')}${r('а')}</w:p>`,
      ),
  ],
  [
    'styles that follow each other',
    'a.docx',
    300,
    (n) =>
      word(times(n, (i) => p('да', `<w:pStyle w:val="s${i}"/>`)).join(''), {
        styles: times(
          n,
          (i) => `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${i + 1}"/></w:style>`,
        ).join(''),
      }),
  ],
  [
    'cells of a table',
    'a.docx',
    400,
    (n) => word(`<w:tbl>${times(n, () => `<w:tr><w:tc>${p('да')}</w:tc></w:tr>`).join('')}</w:tbl>`),
  ],
  [
    'tables in tables',
    'a.docx',
    10,
    (n) => word(`${'<w:tbl><w:tr><w:tc>'.repeat(n)}${p('да')}${'</w:tc></w:tr></w:tbl>'.repeat(n)}`),
  ],
  [
    'bookmarks over each other',
    'a.docx',
    400,
    (n) =>
      word(
        `<w:p>${times(n, (i) => `<w:bookmarkStart w:id="${i}" w:name="b${i}"/>${r('а ')}`).join('')}${times(n, (i) => `<w:bookmarkEnd w:id="${i}"/>`).join('')}</w:p>`,
      ),
  ],
  [
    'references to bookmarks',
    'a.docx',
    300,
    (n) =>
      word(
        times(
          n,
          (i) =>
            `<w:p><w:bookmarkStart w:id="${i}" w:name="b${i}"/>${r('а')}<w:bookmarkEnd w:id="${i}"/><w:fldSimple w:instr="NOTEREF b${n - i}">${r('б')}</w:fldSimple></w:p>`,
        ).join(''),
      ),
  ],
  [
    'text that was moved',
    'a.docx',
    300,
    (n) =>
      word(
        `<w:p>${times(n, (i) => `<w:moveFrom w:id="${2 * i}" w:author="А">${r(`да ${i} `)}</w:moveFrom>`).join('')}</w:p><w:p>${times(n, (i) => `<w:moveTo w:id="${2 * i + 1}" w:author="А">${r(`да ${i} `)}</w:moveTo>`).join('')}</w:p>`,
      ),
  ],
  ['paragraphs without an end', 'a.html', 1500, (n) => bytes(`<html><body>${'<p>да'.repeat(n)}`)],
  [
    'links without an end',
    'a.html',
    600,
    (n) => bytes(`<html><body>${times(n, (i) => `<a href="https://a.example/${i}"><p>да`).join('')}`),
  ],
  [
    'marks without an end, in paragraphs',
    'a.html',
    300,
    (n) => bytes(`<html><body>${'<p><b>да<i>нет'.repeat(n)}`),
  ],
  ['entities', 'a.html', 6000, (n) => bytes(`<html><body><p>${'&amp;&nbsp;&#x43a;&none;'.repeat(n)}`)],
  [
    'text between the rows of a table',
    'a.html',
    600,
    (n) => bytes(`<html><body><table>${'<tr>да<td>нет</td>и</tr>'.repeat(n)}</table></body></html>`),
  ],
  [
    'a wide table of cells that reach down',
    'a.html',
    300,
    (n) =>
      bytes(
        `<html><body><table>${`<tr>${'<td rowspan=1000>а</td>'.repeat(20)}</tr>`.repeat(n / 20)}</table></body></html>`,
      ),
  ],
  [
    'items numbered anew',
    'a.html',
    600,
    (n) =>
      bytes(
        `<html><body><ol>${times(n, (i) => `<li value=${(i * 7) % 100}>да</li>`).join('')}</ol></body></html>`,
      ),
  ],
  [
    'definitions and captions',
    'a.html',
    600,
    (n) =>
      bytes(
        `<html><body>${'<figure><img src=a><figcaption>да</figcaption></figure><dl><dt>да<dd>нет</dl>'.repeat(n)}</body></html>`,
      ),
  ],
  ['paragraphs', 'a.html', 1200, (n) => bytes(`<html><body>${'<p>Да, слово.</p>'.repeat(n)}</body></html>`)],
  [
    'links in one paragraph',
    'a.html',
    600,
    (n) =>
      bytes(
        `<html><body><p>${times(n, (i) => `<a href="https://a.example/${i}">слово</a> `).join('')}</p></body></html>`,
      ),
  ],
  [
    'marks in marks',
    'a.html',
    30,
    (n) => bytes(`<html><body><p>${'<b><i><sup>да '.repeat(n)}</p></body></html>`),
  ],
  [
    'divisions in divisions, with text',
    'a.html',
    30,
    (n) => bytes(`<html><body>${'<div>да<span>нет</span>'.repeat(n)}</body></html>`),
  ],
  ['lists in lists', 'a.html', 30, (n) => bytes(`<html><body>${'<ul><li>да'.repeat(n)}</body></html>`)],
  [
    'tables in tables',
    'a.html',
    15,
    (n) => bytes(`<html><body>${'<table><tr><td>да'.repeat(n)}</body></html>`),
  ],
  [
    'rows that reach down and across',
    'a.html',
    300,
    (n) =>
      bytes(
        `<html><body><table>${'<tr><td rowspan=900>а<td colspan=900>б</tr>'.repeat(n)}</table></body></html>`,
      ),
  ],
  [
    'footnotes',
    'a.html',
    300,
    (n) =>
      bytes(
        `<html><body>${times(n, (i) => `<p>Да<a href="#n${i}">[${i % 999}]</a></p>`).join('')}${times(n, (i) => `<p id="n${i}">[${i % 999}] Нет</p>`).join('')}</body></html>`,
      ),
  ],
  ['line breaks', 'a.html', 1500, (n) => bytes(`<html><body><p>${'а<br><br>'.repeat(n)}</p></body></html>`)],
  [
    'ends without a beginning',
    'a.html',
    1500,
    (n) => bytes(`<html><body><p>да${'</b></i>'.repeat(n)}<b>да</p></body></html>`),
  ],
  [
    'marks that cross',
    'a.html',
    300,
    (n) => bytes(`<html><body><p>${'<b>а<i>б</b>в</i>'.repeat(n)}</p></body></html>`),
  ],
  ['paragraphs', 'a.md', 1500, (n) => bytes(`# Да\n\n${'Слово и слово.\n\n'.repeat(n)}`)],
  ['asterisks', 'a.md', 1500, (n) => bytes(`# Да\n\n${'*а _б '.repeat(n)}\n`)],
  ['marks', 'a.md', 500, (n) => bytes(`# Да\n\n${'**а** _б_ '.repeat(n)}\n`)],
  ['marks in marks', 'a.md', 500, (n) => bytes(`# Да\n\n${'*а **б '.repeat(n)}${'** в*'.repeat(n)}\n`)],
  ['brackets', 'a.md', 1500, (n) => bytes(`# Да\n\n${'['.repeat(n)}а${'](b)'.repeat(n)}\n`)],
  ['open brackets', 'a.md', 1500, (n) => bytes(`# Да\n\n${'![[a]('.repeat(n)}\n`)],
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
    20,
    (n) => bytes(`# Да\n\n${times(n, (i) => `${'  '.repeat(i)}- а`).join('\n')}\n`),
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
    30,
    (n) => bytes(`# Да\n\n${times(n, (i) => `${'>'.repeat(i)} а`).join('\n')}\n`),
  ],
  [
    'code signs',
    'a.md',
    300,
    (n) => bytes(`# Да\n\n${times(Math.floor(Math.sqrt(n) * 3), (i) => `${'`'.repeat(i)} `).join('')}\n`),
  ],
  [
    'code signs of growing number, each open',
    'a.md',
    60,
    (n) => bytes(`# Да\n\n${times(n, (i) => `${'`'.repeat(i + 1)}а`).join(' ')}\n`),
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
    15,
    (n) =>
      bytes(`# Да\n\n${'| а '.repeat(n)}|\n${'| --- '.repeat(n)}|\n${`${'| б '.repeat(n)}|\n`.repeat(n)}`),
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
  ['list lines ever deeper', 'a.txt', 300, (n) => bytes(times(n, (i) => `${' '.repeat(i)}- а`).join('\n'))],
  ['one long word', 'a.txt', 60_000, (n) => bytes('б'.repeat(n))],
  ['one long line of words', 'a.txt', 10_000, (n) => bytes('Слово, '.repeat(n))],
  ['lines joined to a paragraph', 'a.txt', 3000, (n) => bytes(`Да\n\n${'слово\n'.repeat(n)}`)],
  ['nothing but spaces', 'a.txt', 60_000, (n) => bytes(`а${' '.repeat(n)}б\n\nв`)],
];

function project(texts: readonly string[], flags: readonly Flag[] = []): Project {
  const rows = texts.map((text, i): Row => ({
    id: `r${i}`,
    cells: perLanguage((language) => ({
      paragraphs: [{ id: `${language}${i}`, ...plainBlock(text), imported: null }],
      status: 'translated' as const,
    })),
    confidence: 1,
    confirmed: true,
  }));
  return { id: 'p', title: 'Рост', created: 0, origins: perLanguage(() => null), rows, flags };
}

const flagOn = (i: number, paragraph: number, start: number, end: number, quote: string): Flag => ({
  id: `f${i}`,
  spans: [
    {
      at: 'text',
      language: 'en',
      paragraphId: `en${paragraph}`,
      start,
      end,
      quote,
      orphaned: false,
      fix: 'иначе',
    },
  ],
  ...{
    category: 'accuracy/mistranslation',
    severity: 'minor',
    note: 'Так',
    status: 'open',
    author: 'А',
    time: 1,
  },
  thread: [],
});

const flaggedOnce = (n: number): Project =>
  project(
    ['слово а '.repeat(n)],
    times(n, (i) => flagOn(i, 0, 8 * i, 8 * i + 5, 'слово')),
  );

const flaggedOver = (n: number): Project => {
  const text = 'слово а '.repeat(n);
  return project(
    [text],
    times(n, (i) => flagOn(i, 0, i, 8 * n - i, 'слово')),
  );
};

const flaggedRows = (n: number): Project =>
  project(
    times(n, (i) => `слово ${i}`),
    times(n, (i) => flagOn(i, i, 0, 5, 'слово')),
  );

const findingsOf = ({ rows }: Project): readonly Finding[] =>
  rows.flatMap(({ id }, i) => [
    {
      key: id,
      check: 'link',
      severity: 'major',
      rowId: id,
      message: 'missing',
      params: { language: 'en', address: 'a' },
      spans: [{ language: 'en', paragraphId: `en${i}`, start: 0, end: 2 }],
      fixes: [],
    },
  ]);

const PROJECTS: readonly (readonly [what: string, n: number, make: (n: number) => Project])[] = [
  ['flags side by side on one paragraph', 300, flaggedOnce],
  ['flags over each other on one paragraph', 60, flaggedOver],
  ['flags in as many rows', 400, flaggedRows],
];

const edited = (before: Project, change: (text: string, i: number) => string): Project => ({
  ...before,
  rows: before.rows.map((row, i) => ({
    ...row,
    cells: {
      ...row.cells,
      en: {
        ...row.cells.en,
        paragraphs: row.cells.en.paragraphs.map((each) => ({ ...each, text: change(each.text, i) })),
      },
    },
  })),
});

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

const mostOfProject = (n: number, { rows }: Project): number =>
  Math.min(
    MOST_FLAGS,
    mostOf(
      n,
      rows.flatMap(({ cells }) => cells.en.paragraphs.map(({ text }) => text)),
    ),
  );

const mostOfBlocks = (n: number, blocks: readonly Block[]): number =>
  Math.min(
    blocks.some(({ marks }) => marks.length > 1) ? MOST_MARKS : Infinity,
    mostOf(
      n,
      blocks.map(({ text }) => text),
    ),
  );

const mostOfDrafts = (n: number, before: readonly string[], after: readonly string[]): number =>
  Math.min(
    mostOf(n, [...before, ...after]),
    Math.floor((n * MOST_PARAGRAPHS) / Math.max(before.length, after.length)),
  );

const say = (key: string): string => key;

/** Everything that is tried at growing sizes. */
export const GROWING: readonly Growing[] = [
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
  ...DRAFTS.flatMap(([what, n, before, after]): readonly Growing[] => [
    {
      kind: 'compare',
      what: `paragraphs: ${what}`,
      n,
      most: mostOfDrafts(n, before(n), after(n)),
      make: (size) => {
        const [a, b] = [before(size), after(size)];
        return () => pairParagraphs(a, b);
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
  ...PROJECTS.flatMap(([what, n, make]): readonly Growing[] => [
    {
      kind: 'merge',
      what,
      n,
      most: mostOfProject(n, make(n)),
      make: (size) => {
        const base = make(size);
        const copies = [edited(base, (text) => `Так ${text}`), edited(base, (text) => `${text} иначе`)];
        return () => mergeProjects(base, copies);
      },
    },
    {
      kind: 'edit',
      what,
      n,
      most: mostOfProject(n, make(n)),
      make: (size) => {
        const before = make(size);
        const text = before.rows[0]?.cells.en.paragraphs[0]?.text.replaceAll('а', 'и да') ?? '';
        return () =>
          applyCommand(
            before,
            { type: 'editParagraph', paragraphId: 'en0', content: { text, marks: [] } },
            { author: 'А', time: 2 },
          );
      },
    },
    {
      kind: 'export',
      what: `${what}, as a table`,
      n,
      most: mostOfProject(n, make(n)),
      make: (size) => {
        const made = make(size);
        return () => flagsCsv(made, say as never, say);
      },
    },
    ...(['html', 'docx', 'csv', 'xlsx'] as const).map((format): Growing => ({
      kind: 'report',
      what: `${what}, .${format}`,
      n,
      most: mostOfProject(n, make(n)),
      make: (size) => {
        const made = make(size);
        return () =>
          writeReport(
            makeReport(made, {
              time: 1,
              author: null,
              typology: CORE_TYPOLOGY,
              findings: findingsOf(made),
              parts: { scores: true, settled: true, findings: true },
            }),
            format,
            'en',
          );
      },
    })),
    {
      kind: 'history',
      what: `${what}, each edited and taken back`,
      n,
      most: mostOfProject(n, make(n)),
      make: (size) => {
        const before = make(size);
        const after = edited(before, (text) => `${text}!`);
        return () => [
          applyPatch(before, patchBetween(before, after)),
          applyPatch(after, patchBetween(after, before)),
        ];
      },
    },
  ]),
  {
    kind: 'history',
    what: 'edits of one paragraph in one go',
    n: 400,
    make: (size) => {
      const states = times(size + 1, (i) => project([`слово ${i}`]));
      const told = times(size, (i): ToldEntry => ({
        entry: {
          seq: i,
          label: 'editParagraph',
          author: 'А',
          time: i,
          undone: false,
          group: 'g',
        },
        change: {
          before: states[i]?.rows ?? [],
          after: states[i + 1]?.rows ?? [],
        } as unknown as ToldEntry['change'],
      })).toReversed();
      return () => historyLines(told);
    },
  },
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
  {
    kind: 'find',
    what: 'half of a text of one letter',
    n: 6000,
    most: LONGEST_PARAGRAPH / 2,
    make: (size) => () =>
      findInText('а'.repeat(size), 'а'.repeat(size / 2), { matchCase: false, wholeWord: true }),
  },
  {
    kind: 'find',
    what: 'what is nearly there everywhere',
    n: 6000,
    most: LONGEST_PARAGRAPH / 2,
    make: (size) => () =>
      findInText(`${'а'.repeat(size)} ${'а'.repeat(size / 2)}б`, `${'а'.repeat(size / 2)}б`, {
        matchCase: false,
        wholeWord: true,
      }),
  },
  {
    kind: 'find',
    what: 'one letter, with what is not seen',
    n: 6000,
    most: LONGEST_PARAGRAPH / 2,
    make: (size) => () => findInText('а\u00ad'.repeat(size), 'а', { matchCase: false, wholeWord: false }),
  },
  ...VERSIONS.flatMap(([what, n, make]) =>
    (['docx', 'html', 'md', 'txt'] as const).map((format): Growing => ({
      kind: 'export',
      what: `${what}, .${format}`,
      n,
      most: mostOfBlocks(n, make(n)),
      make: (size) => {
        const blocks = make(size);
        return () => writeVersion({ language: 'ru', title: 'Рост', blocks, remarks: [] }, format);
      },
    })),
  ),
  ...FILES.map(([what, fileName, n, make]): Growing => ({
    kind: 'import',
    what: `${what}, ${fileName.slice(1)}`,
    n,
    make: async (size) => {
      const content = await make(size);
      return () => readDocument({ fileName, bytes: content });
    },
  })),
  ...FILES.filter(([, fileName]) => /(html|txt)$/.test(fileName)).map(
    ([what, fileName, n, make]): Growing => ({
      kind: 'import',
      what: `${what}, pasted as ${fileName.slice(1)}`,
      n,
      make: async (size) => {
        const content = new TextDecoder().decode(await make(size));
        return () => (fileName === 'a.html' ? readPastedText('', content) : readPastedText(content, null));
      },
    }),
  ),
];
