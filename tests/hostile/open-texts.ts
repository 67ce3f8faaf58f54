import { makeOdt, note, odtParts, paragraph, region, type OdtParts } from '../unit/main/import/odt/make-odt';
import { reads, refused, type HostileFile } from './hostile-file';
import { TEXT } from './office';
import { packRepeated, ZIP, zipOf, type ZipEntry } from './zip';

const MB = 2 ** 20;

const file = (
  what: string,
  content: HostileFile['content'],
  becomes: HostileFile['becomes'],
  fileName = 'article.odt',
): HostileFile => ({ kind: 'odt', what, fileName, content, becomes });

const text =
  (body: string, more: Omit<OdtParts, 'body'> = {}) =>
  (): Uint8Array =>
    makeOdt({ body, ...more });

const lead = paragraph(TEXT);

const times = (n: number, make: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => make(i)).join('');

const entries = (body = lead): readonly ZipEntry[] =>
  Object.entries(odtParts({ body })).map(([name, data]) => ({ name, data, stored: name === 'mimetype' }));

const withEntries =
  (...more: readonly ZipEntry[]) =>
  (): Uint8Array =>
    zipOf([...entries(), ...more]);

/** The archive with another of its parts. */
const instead = (name: string, change: (part: ZipEntry) => ZipEntry | null) => (): Uint8Array =>
  zipOf(entries().flatMap((part) => (part.name === name ? (change(part) ?? []) : [part])));

const withDoctype = (doctype: string, body: string) =>
  instead('content.xml', ({ name }) => ({
    name,
    data: (odtParts({ body })['content.xml'] ?? '').replace('?>', `?>${doctype}`),
  }));

const nested = (levels: number, tag: string, inside: string): string =>
  `<${tag}>`.repeat(levels) + inside + `</${tag.split(' ')[0]}>`.repeat(levels);

const laughs = times(9, (i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`);

const annotation = (attributes: string): string =>
  `<office:annotation ${attributes}><dc:creator>A</dc:creator><text:p>так</text:p></office:annotation>`;

/** OpenDocument texts that mislead, reach out, or grow. */
export const OPEN_TEXTS: readonly HostileFile[] = [
  file(
    'names that climb out of the folder',
    withEntries({ name: '../../evil.sh', data: 'x' }),
    refused('fileUnsafe'),
  ),
  file(
    'names with backslashes',
    withEntries({ name: 'Pictures\\..\\..\\evil', data: 'x' }),
    refused('fileUnsafe'),
  ),
  file('its text twice', withEntries({ name: 'content.xml', data: '<a/>' }), refused('fileUnsafe')),
  file('its text once more in capitals', withEntries({ name: 'CONTENT.XML', data: '<a/>' }), reads([TEXT])),
  file(
    'no text at all',
    instead('content.xml', () => null),
    refused('fileDamaged'),
  ),
  file(
    'no styles and no list of its parts',
    () => zipOf(entries().filter(({ name }) => !/^(styles|META)/.test(String(name)))),
    reads([TEXT]),
  ),
  file(
    'its text being a symbolic link',
    instead('content.xml', ({ name }) => ({ name, data: '/etc/passwd', mode: ZIP.symbolicLink })),
    refused('fileDamaged'),
  ),
  file(
    'a kind that lies: a drawing',
    instead('mimetype', ({ name }) => ({
      name,
      data: 'application/vnd.oasis.opendocument.graphics',
      stored: true,
    })),
    refused('fileWrongType'),
  ),
  file(
    'a Word file by this name',
    () => zipOf([{ name: 'word/document.xml', data: '<a/>' }]),
    refused('fileNoText'),
  ),
  file(
    'a bomb in its text',
    instead('content.xml', ({ name }) => ({
      name,
      data: '',
      packed: packRepeated('<a>', ' ', 60 * MB, '</a>'),
    })),
    refused('fileUnpacksTooLarge'),
  ),
  file(
    'a bomb among its pictures',
    withEntries({ name: 'Pictures/a.bmp', data: '', packed: packRepeated('', '\0', 500 * MB, '') }),
    refused('fileUnpacksTooLarge'),
  ),
  file(
    'a bomb that says it is small',
    instead('styles.xml', ({ name }) => ({
      name,
      data: '',
      packed: packRepeated('<a>', ' ', 60 * MB, '</a>'),
      size: 99,
    })),
    refused('fileUnsafe'),
  ),
  file(
    'encrypted as LibreOffice does it',
    text(lead, {
      more: {
        'META-INF/manifest.xml':
          '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      },
    }),
    refused('fileLocked'),
  ),
  file(
    'a billion laughs',
    withDoctype(`<!DOCTYPE a [<!ENTITY a0 "ha">${laughs}]>`, paragraph('&a9;')),
    refused('fileUnsafe'),
  ),
  file(
    'an entity that is a file',
    withDoctype('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>', paragraph('&a;')),
    refused('fileUnsafe'),
  ),
  file('sections 100,000 deep', text(nested(100_000, 'text:section', lead)), refused('fileTooDeep')),
  file('spans 100,000 deep', text(paragraph(nested(100_000, 'text:span', TEXT))), refused('fileTooDeep')),
  file(
    'lists 240 deep',
    text('<text:list><text:list-item>'.repeat(240) + lead + '</text:list-item></text:list>'.repeat(240)),
    reads([TEXT]),
  ),
  file(
    'boxes in boxes, 150 deep',
    text(
      '<text:p>а<draw:frame><draw:text-box>'.repeat(150) +
        lead +
        '</draw:text-box></draw:frame></text:p>'.repeat(150),
    ),
    reads(151),
  ),
  file(
    '149,000 empty paragraphs in a box',
    text(paragraph(`${TEXT}<draw:frame>${'<text:p/>'.repeat(149_000)}</draw:frame>`)),
    reads([TEXT]),
  ),
  file('300,000 spans', text(paragraph('<text:span/>'.repeat(300_000))), refused('fileUnsafe')),
  file(
    'an attribute of 10 MB',
    text(`<text:p text:style-name="${'a'.repeat(10 * MB)}">${TEXT}</text:p>`),
    reads([TEXT]),
  ),
  file(
    '999,999,999 spaces, 20,000 times',
    text(paragraph(`а${'<text:s text:c="999999999"/>'.repeat(20_000)}б`)),
    reads(['а б']),
  ),
  file(
    'a cell a million times across and down',
    text(
      `<table:table><table:table-column table:number-columns-repeated="1000000"/><table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="1000000">${lead}</table:table-cell><table:table-cell>${lead}</table:table-cell></table:table-row><table:table-row><table:table-cell>${lead}</table:table-cell></table:table-row></table:table>`,
    ),
    reads([TEXT, TEXT, TEXT]),
  ),
  file(
    'styles that follow each other in a ring',
    text(`<text:p text:style-name="a"><text:span text:style-name="b">${TEXT}</text:span></text:p>`, {
      automatic:
        '<style:style style:name="a" style:family="paragraph" style:parent-style-name="a"/>' +
        '<style:style style:name="b" style:family="text" style:parent-style-name="c"/><style:style style:name="c" style:family="text" style:parent-style-name="b"/>',
    }),
    reads([TEXT]),
  ),
  file(
    'a list that counts from 999,999,999 in Roman figures',
    text(
      `<text:list text:style-name="L"><text:list-item text:start-value="999999999">${lead}</text:list-item></text:list>`,
      {
        automatic:
          '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="i"/></text:list-style>',
      },
    ),
    reads([TEXT]),
  ),
  file(
    '800 deleted paragraphs taken out at 800 places',
    text(
      `<text:tracked-changes>${region('a', 'deletion', paragraph('gone').repeat(800))}</text:tracked-changes>${paragraph(`${TEXT}${'<text:change text:change-id="a"/>'.repeat(800)}`)}`,
    ),
    reads(800),
  ),
  file(
    '20,000 insertions over each other',
    text(
      `<text:tracked-changes>${times(20_000, (i) => region(`a${i}`, 'insertion'))}</text:tracked-changes>${paragraph(times(20_000, (i) => `<text:change-start text:change-id="a${i}"/>а`))}`,
    ),
    reads(1),
  ),
  file(
    '50,000 replies to one comment',
    text(
      times(500, (k) =>
        paragraph(
          `а${annotation('office:name="a"')}${times(100, (i) => annotation(`office:name="b${k}-${i}" loext:parent-name="a"`))}`,
        ),
      ),
    ),
    reads(500),
  ),
  file(
    'a note whose sign has a million figures, referred to again and again',
    text(
      paragraph(
        `а${note('1', 'да').replace('>1<', `>${'9'.repeat(MB)}<`)}${'<text:note-ref text:ref-name="ftn1">*</text:note-ref>'.repeat(100)}`,
      ),
    ),
    reads(2),
  ),
  file(
    'events, scripts and objects',
    text(
      `<office:forms><text:p>форма</text:p></office:forms>${paragraph(
        `<office:event-listeners><script:event-listener xmlns:script="a" xlink:href="vnd.sun.star.script:canary"/></office:event-listeners><text:script xlink:href="http://127.0.0.1:9/a.js">canary()</text:script>${TEXT}<draw:frame><draw:object xlink:href="http://127.0.0.1:9/"/><draw:plugin xlink:href="file:///etc/passwd"/></draw:frame>`,
      )}`,
      { more: { 'Basic/Standard/Module1.xml': '<a/>' } },
    ),
    reads([TEXT]),
  ),
  file(
    'links of odd schemes',
    text(
      paragraph(
        [
          'javascript:canary()',
          'vnd.sun.star.script:canary',
          'file:///etc/passwd',
          'macro:///canary',
          '\\\\127.0.0.1\\share',
          'https://example.org/',
        ]
          .map((href) => `<text:a xlink:href="${href}">ссылка</text:a> `)
          .join(''),
      ),
    ),
    reads(['ссылка ссылка ссылка ссылка ссылка ссылка'], ['https://example.org/']),
  ),
];
