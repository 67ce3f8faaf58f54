import { p, xmlPart } from '../unit/main/import/docx/make-docx';
import { reads, refused, type HostileFile } from './hostile-file';
import { MAIN, TEXT, word, wordParts } from './office';
import { packRepeated, ZIP, zipOf, type ZipEntry } from './zip';

const MB = 2 ** 20;

const parts = wordParts(p(TEXT));

const file = (
  what: string,
  content: HostileFile['content'],
  becomes: HostileFile['becomes'],
  fileName = 'article.docx',
): HostileFile => ({ kind: 'archive', what, fileName, content, becomes });

const withParts =
  (...more: readonly ZipEntry[]) =>
  (): Uint8Array =>
    zipOf([...parts, ...more]);

const lying = (lie: Partial<ZipEntry>) => (): Uint8Array =>
  zipOf(parts.map((part) => (part.name === MAIN ? { ...part, ...lie } : part)));

const bomb = (size: number) =>
  packRepeated(
    xmlPart('document', '<w:body><w:p><w:r><w:t>|').split('|')[0] ?? '',
    'а ',
    size,
    '</w:t></w:r></w:p></w:body></w:document>',
  );

/** Archives that mislead about what is in them and how much. */
export const ARCHIVES: readonly HostileFile[] = [
  file(
    'names that climb out of the folder',
    withParts({ name: '../../evil.sh', data: 'x' }),
    refused('fileUnsafe'),
  ),
  file(
    'names with backslashes that climb out',
    withParts({ name: '..\\..\\evil.bat', data: 'x' }),
    refused('fileUnsafe'),
  ),
  file('absolute names', withParts({ name: '/etc/cron.d/evil', data: 'x' }), refused('fileUnsafe')),
  file(
    'names with a drive letter',
    withParts({ name: 'C:/Windows/evil.dll', data: 'x' }),
    refused('fileUnsafe'),
  ),
  file('the same name twice', withParts({ name: MAIN, data: '<a/>' }), refused('fileUnsafe')),
  file('a part named __proto__', withParts({ name: '__proto__', data: 'x' }), reads([TEXT])),
  file('a name with a zero byte', withParts({ name: 'word/document.xml\0.png', data: 'x' }), reads([TEXT])),
  file(
    'a symbolic link to /etc/passwd',
    withParts({ name: 'word/styles.xml', data: '/etc/passwd', mode: ZIP.symbolicLink }),
    reads([TEXT]),
  ),
  file(
    'the main part being a symbolic link',
    () =>
      zipOf(
        parts.map((part) =>
          part.name === MAIN ? { name: MAIN, data: '/etc/passwd', mode: ZIP.symbolicLink } : part,
        ),
      ),
    refused('fileDamaged'),
  ),
  file('a part larger than it says', lying({ size: 100 }), refused('fileUnsafe')),
  file('a part smaller than it says', lying({ size: MB }), refused('fileUnsafe')),
  file('a wrong checksum', lying({ crc: 1 }), reads([TEXT])),
  file(
    'a bomb: a part of 500 MB in half a MB',
    withParts({ name: 'word/media/a.bmp', data: '', packed: packRepeated('', '\0', 500 * MB, '') }),
    refused('fileUnpacksTooLarge'),
  ),
  file(
    'a bomb that says it is small',
    () =>
      zipOf(
        parts.map((part) =>
          part.name === MAIN ? { name: MAIN, data: '', packed: bomb(60 * MB), size: 1000 } : part,
        ),
      ),
    refused('fileUnsafe'),
  ),
  file(
    'a bomb below the limit of all parts together',
    () =>
      zipOf(
        parts.map((part) => (part.name === MAIN ? { name: MAIN, data: '', packed: bomb(60 * MB) } : part)),
      ),
    refused('fileUnpacksTooLarge'),
  ),
  file(
    'a bomb in the styles',
    withParts(
      {
        name: 'word/_rels/document.xml.rels',
        data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>',
      },
      { name: 'word/styles.xml', data: '', packed: packRepeated('<a>', ' ', 60 * MB, '</a>') },
    ),
    refused('fileUnpacksTooLarge'),
  ),
  file(
    'a thousand parts of 1 MB',
    () => {
      const packed = packRepeated('', '\0', MB, '');
      return zipOf([
        ...parts,
        ...Array.from({ length: 1000 }, (_, i): ZipEntry => ({ name: `word/media/${i}`, data: '', packed })),
      ]);
    },
    refused('fileUnpacksTooLarge'),
  ),
  file(
    '20,000 empty parts',
    () => {
      const packed = packRepeated('', '', 0, '');
      return zipOf(
        [
          ...parts,
          ...Array.from({ length: 20_000 }, (_, i): ZipEntry => ({ name: `a/${i}`, data: '', packed })),
        ],
        { zip64: true },
      );
    },
    refused('fileUnsafe'),
  ),
  file(
    'archives in archives, ten deep',
    () => {
      let inner = word();
      for (let depth = 0; depth < 10; depth += 1) inner = zipOf([{ name: 'word/inner.docx', data: inner }]);
      return inner;
    },
    refused('fileWrongType'),
  ),
  file(
    'an archive inside a Word file',
    withParts({ name: 'word/embeddings/a.zip', data: word() }),
    reads([TEXT]),
  ),
  file(
    'an encrypted archive',
    () => zipOf(parts.map((part) => ({ ...part, flags: ZIP.encrypted }))),
    refused('fileWrongType'),
  ),
  file('zip64 with true sizes', () => zipOf(parts, { zip64: true }), reads([TEXT])),
  file(
    'zip64 with a part of 8 EB',
    () => zipOf([...parts, { name: 'a', data: 'x', size: 2 ** 53 - 1 }], { zip64: true }),
    refused('fileUnpacksTooLarge'),
  ),
  file(
    'a directory that claims more than there is',
    () => zipOf(parts, { count: 60_000 }),
    refused('fileDamaged'),
  ),
  file('cut off in the middle', () => word().subarray(0, 300), refused('fileDamaged')),
  file('cut off before its end', () => word().subarray(0, -30), refused('fileDamaged')),
  file('only the end of an archive', () => zipOf([]), refused('fileDamaged')),
  file(
    'a picture that is also an archive',
    () => zipOf(parts, { before: Buffer.from('GIF89a') }),
    refused('filePicture'),
  ),
  file(
    'a page that is also an archive',
    () => zipOf(parts, { before: Buffer.from('<!doctype html><script>canary()</script><p>Text</p>') }),
    refused('fileWrongType'),
    'article.html',
  ),
];
