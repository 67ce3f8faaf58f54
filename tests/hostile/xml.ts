import { p, r, xmlPart } from '../unit/main/import/docx/make-docx';
import { reads, refused, type HostileFile } from './hostile-file';
import { outside, TEXT, word, wordWithMain } from './office';

const file = (
  what: string,
  content: HostileFile['content'],
  becomes: HostileFile['becomes'],
): HostileFile => ({
  kind: 'xml',
  what,
  fileName: 'article.docx',
  content,
  becomes,
});

const document = (body: string): string => xmlPart('document', `<w:body>${body}</w:body>`);

const withDoctype =
  (doctype: string, body = p('&a;')) =>
  (): Uint8Array =>
    wordWithMain(document(body).replace('?>', `?>${doctype}`));

const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('');

const nested = (levels: number, tag: string, inside: string): string =>
  `<${tag}>`.repeat(levels) + inside + `</${tag}>`.repeat(levels);

/** XML that reaches out, or grows. */
export const XML: readonly HostileFile[] = [
  file(
    'a billion laughs',
    withDoctype(`<!DOCTYPE w [<!ENTITY a0 "ha">${laughs}]>`, p('&a9;')),
    refused('fileUnsafe'),
  ),
  file(
    'one long entity 50,000 times',
    withDoctype(`<!DOCTYPE w [<!ENTITY a "${'x'.repeat(50_000)}">]>`, p('&a;'.repeat(50_000))),
    refused('fileUnsafe'),
  ),
  file(
    'an entity that is a file',
    withDoctype('<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    refused('fileUnsafe'),
  ),
  file(
    'an entity that is a web address',
    withDoctype('<!DOCTYPE w [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>'),
    refused('fileUnsafe'),
  ),
  file(
    'a parameter entity',
    withDoctype('<!DOCTYPE w [<!ENTITY % a SYSTEM "http://127.0.0.1:9/"> %a;]>', p(TEXT)),
    refused('fileUnsafe'),
  ),
  file(
    'a doctype elsewhere',
    withDoctype('<!DOCTYPE w SYSTEM "http://127.0.0.1:9/w.dtd">', p(TEXT)),
    refused('fileUnsafe'),
  ),
  file('an entity nobody declared', () => word(p('&nbsp;')), refused('fileDamaged')),
  file(
    'a doctype in UTF-7',
    () => wordWithMain("<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE a+AD4-"),
    refused('fileDamaged'),
  ),
  file('elements 100,000 deep', () => word(nested(100_000, 'w:sdt', p(TEXT))), refused('fileTooDeep')),
  file(
    'elements 100,000 deep in a paragraph',
    () => word(`<w:p>${nested(100_000, 'w:ins', r(TEXT))}</w:p>`),
    refused('fileTooDeep'),
  ),
  file(
    'tables 100 deep',
    () =>
      word(
        nested(100, 'w:tbl><w:tr><w:tc', p(TEXT)).replaceAll(
          '</w:tbl><w:tr><w:tc>',
          '</w:tc></w:tr></w:tbl>',
        ),
      ),
    reads([TEXT]),
  ),
  file('300,000 elements', () => word(`<w:p>${'<w:r/>'.repeat(300_000)}</w:p>`), refused('fileUnsafe')),
  file(
    '300,000 empty paragraphs',
    () => word('<w:p/>'.repeat(300_000) + p(TEXT)),
    refused('fileTooManyParts'),
  ),
  file('100,000 paragraphs', () => word(p('а').repeat(100_000)), refused('fileTooManyParts')),
  file('a paragraph of 45,000 runs', () => word(`<w:p>${r('а').repeat(45_000)}</w:p>`), reads(1)),
  file(
    '100,000 attributes',
    () => word(`<w:p ${Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(' ')}>${r(TEXT)}</w:p>`),
    refused('fileUnsafe'),
  ),
  file(
    '100,000 namespaces',
    () =>
      word(`<w:p ${Array.from({ length: 100_000 }, (_, i) => `xmlns:a${i}="a"`).join(' ')}>${r(TEXT)}</w:p>`),
    refused('fileUnsafe'),
  ),
  file(
    'attributes named __proto__',
    () => word(`<w:p __proto__="1" constructor="2">${r(TEXT)}</w:p>`),
    reads([TEXT]),
  ),
  file(
    'relationships named __proto__',
    () =>
      word(p(TEXT), {
        'word/_rels/document.xml.rels': outside(['hyperlink', 'http://a/']).replace('out0', '__proto__'),
      }),
    reads([TEXT]),
  ),
  file(
    'bytes that are no UTF-8',
    () => wordWithMain(Buffer.from(document(p('|')).replace('|', '\xff\xfe'), 'latin1')),
    refused('fileDamaged'),
  ),
  file(
    'half a UTF-16 character',
    () =>
      wordWithMain(
        Buffer.concat([Buffer.from(`\ufeff${document(p(TEXT))}`, 'utf16le'), Buffer.from([0x41])]),
      ),
    refused('fileDamaged'),
  ),
  file('a zero character', () => word(p('а&#0;б')), refused('fileDamaged')),
  file(
    'an external style sheet',
    () =>
      wordWithMain(document(p(TEXT)).replace('?>', '?><?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?>')),
    reads([TEXT]),
  ),
];
