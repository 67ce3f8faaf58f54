import { makeDocx, p, r } from '../../unit/main/import/docx/make-docx';
import { times, type GrowingFile } from './growing';

const word = (body: string, more = {}): Promise<Uint8Array> => makeDocx({ body, ...more });

const numbering = (n: number): string =>
  `<w:abstractNum w:abstractNumId="1">${times(9, (i) => `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>`).join('')}</w:abstractNum>${times(n, (i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${i}"/></w:lvlOverride></w:num>`).join('')}`;

const inList = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

/** Word files that are costly to read. */
export const WORD_FILES: readonly GrowingFile[] = [
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
];
