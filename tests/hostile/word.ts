import { findOffice } from '../../main/import/office/find-office';
import { p, r } from '../unit/main/import/docx/make-docx';
import { reads, refused, type HostileFile } from './hostile-file';
import { outside, TEXT, word, wordParts } from './office';
import { zipOf } from './zip';

const file = (
  what: string,
  content: HostileFile['content'],
  becomes: HostileFile['becomes'],
  fileName = 'article.docx',
): HostileFile => ({ kind: 'word', what, fileName, content, becomes });

const SCHEMAS = 'http://schemas.openxmlformats.org';

const SCHEMES = [
  'javascript:canary()',
  'data:text/html,canary',
  'file:///etc/passwd',
  'vbscript:canary',
  'intent://canary',
  'ms-msdt:/id',
  '\\\\canary\\share',
  'JaVaScRiPt&#58;canary()',
  'java&#10;script:canary()',
];

const field = (code: string): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('поле')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

/** What Word files can carry beside text. */
export const WORD: readonly HostileFile[] = [
  file(
    'macros',
    () =>
      word(p(TEXT), {
        'word/vbaProject.bin': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        'word/vbaData.xml': '<a/>',
      }),
    reads([TEXT]),
    'article.docm',
  ),
  file(
    'a template elsewhere',
    () =>
      word(p(TEXT), {
        'word/settings.xml':
          '<w:settings xmlns:w="a"><w:attachedTemplate r:id="out0" xmlns:r="b"/></w:settings>',
        'word/_rels/settings.xml.rels': outside(['attachedTemplate', 'http://127.0.0.1:9/evil.dotm']),
      }),
    reads([TEXT]),
  ),
  file(
    'pictures, frames and objects elsewhere',
    () =>
      word(`<w:p>${r(TEXT)}<w:r><w:drawing><a:blip r:link="out0"/></w:drawing></w:r></w:p>`, {
        'word/_rels/document.xml.rels': outside(
          ['image', 'http://127.0.0.1:9/a.png'],
          ['frame', 'http://127.0.0.1:9/f'],
          ['oleObject', 'file:///etc/passwd'],
        ),
      }),
    reads([TEXT]),
  ),
  file(
    'styles elsewhere',
    () =>
      word(p(TEXT), {
        'word/_rels/document.xml.rels': outside(
          ['styles', 'http://127.0.0.1:9/styles.xml'],
          ['footnotes', 'file:///etc/passwd'],
        ),
      }),
    reads([TEXT]),
  ),
  file(
    'a main part elsewhere',
    () =>
      zipOf([
        { name: '_rels/.rels', data: outside(['officeDocument', 'http://127.0.0.1:9/document.xml']) },
        ...wordParts(p(TEXT)).slice(1),
      ]),
    refused('fileWrongType'),
  ),
  file(
    'an alternative chunk of HTML',
    () => word(`${p(TEXT)}<w:altChunk r:id="out0"/>`, { 'word/a.html': '<script>canary()</script>' }),
    reads([TEXT]),
  ),
  file(
    'fields that run programs',
    () =>
      word(
        [
          'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
          'INCLUDETEXT "file:///etc/passwd"',
          'INCLUDEPICTURE "http://127.0.0.1:9/a" \\d',
          'HYPERLINK "javascript:canary()"',
        ]
          .map(field)
          .join(''),
      ),
    reads(['поле', 'поле', 'поле', 'поле']),
  ),
  file(
    'links of odd schemes',
    () =>
      word(
        SCHEMES.map((_, i) => `<w:p><w:hyperlink r:id="out${i}">${r('ссылка')}</w:hyperlink></w:p>`).join(''),
        {
          'word/_rels/document.xml.rels': outside(
            ...SCHEMES.map((target): [string, string] => ['hyperlink', target]),
          ),
        },
      ),
    reads(SCHEMES.map(() => 'ссылка')),
  ),
  file(
    'styles based on each other in a ring',
    () =>
      word(p(TEXT, '<w:pStyle w:val="a"/>'), {
        'word/_rels/document.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>',
        'word/styles.xml':
          '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>',
      }),
    reads([TEXT]),
  ),
  file(
    'a list that counts from 999,999,999',
    () => word(p(TEXT, '<w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr>')),
    reads([TEXT]),
  ),
  file(
    'text that looks like formulas',
    () => word(p('=HYPERLINK("http://a","b")') + p('+cmd|calc')),
    reads(['=HYPERLINK("http://a","b")', '+cmd|calc']),
  ),
  file(
    'RTF by another name',
    () => '{\\rtf1\\ansi{\\object\\objautlink\\objupdate canary}}',
    findOffice() ? reads(['canary']) : refused('fileOldWord'),
  ),
  file(
    'an old Word file by another name',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
    refused(findOffice() ? 'fileNotConverted' : 'fileOldWord'),
  ),
  file(
    'a program by another name',
    () => Buffer.concat([Buffer.from('MZ\x90\0\x03\0', 'latin1'), Buffer.alloc(4096, 1)]),
    refused('fileDamaged'),
  ),
  file(
    'a workbook by another name',
    () => zipOf([{ name: 'xl/workbook.xml', data: '<a/>' }]),
    refused('fileNoColumns'),
  ),
  file(
    'a workbook whose sheet lies elsewhere',
    () =>
      zipOf([
        {
          name: 'xl/workbook.xml',
          data: `<workbook xmlns="${SCHEMAS}/spreadsheetml/2006/main" xmlns:r="${SCHEMAS}/officeDocument/2006/relationships"><sheets><sheet name="a" r:id="a"/></sheets></workbook>`,
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          data: `<Relationships xmlns="${SCHEMAS}/package/2006/relationships"><Relationship Id="a" Type="${SCHEMAS}/officeDocument/2006/relationships/worksheet" Target="http://example.com/a.xml" TargetMode="External"/></Relationships>`,
        },
      ]),
    refused('fileNoColumns'),
  ),
];
