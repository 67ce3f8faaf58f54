import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../../../main/import/docx/read-docx';
import { makeDocx, outline, p, xmlPart, type Parts } from './make-docx';

async function failureOf(bytes: Uint8Array): Promise<string> {
  const read = await readDocx(bytes, 'статья.docx');
  if (read.ok) return 'read';
  expect(read.failure.params).toMatchObject({ file: 'статья.docx' });
  return read.failure.code;
}

const failureOfParts = async (parts: Parts): Promise<string> => failureOf(await makeDocx(parts));

const document = 'word/document.xml';

/** Overwrites every occurrence of some bytes with as many others. */
function patch(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toContain(from);
  expect(to).toHaveLength(from.length);
  return Buffer.from(text.replaceAll(from, to), 'latin1');
}

/** Gives one entry of the archive's directory another unpacked size. */
function lieAboutSize(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const buffer = Buffer.from(bytes);
  for (let at = buffer.indexOf('PK\x01\x02'); at >= 0; at = buffer.indexOf('PK\x01\x02', at + 1))
    if (buffer.toString('utf8', at + 46, at + 46 + name.length) === name) buffer.writeUInt32LE(size, at + 24);
  return buffer;
}

describe('what is no readable .docx file', () => {
  it('is told apart from damage', async () => {
    const good = await makeDocx({ body: p('текст') });
    expect(await failureOf(new Uint8Array())).toBe('fileWrongType');
    expect(await failureOf(Buffer.from('просто текст'))).toBe('fileWrongType');
    expect(await failureOf(Buffer.from('d0cf11e0a1b11ae1000000', 'hex'))).toBe('fileWrongType');
    expect(await failureOf(good.slice(0, good.length / 2))).toBe('fileDamaged');
    expect(await failureOfParts({ body: p('текст'), raw: { [document]: '<w:document><w:body>' } })).toBe(
      'fileDamaged',
    );
    expect(
      await failureOfParts({ body: '', raw: { [document]: Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]) } }),
    ).toBe('fileDamaged');
    expect(await failureOfParts({ body: `<w:p/>${p(' ')}` })).toBe('fileNoText');
  });

  it('is another kind of archive', async () => {
    const JSZip = (await import('jszip')).default;
    const zip = new JSZip();
    zip.file('photo.txt', 'нет текста');
    expect(await failureOf(await zip.generateAsync({ type: 'uint8array' }))).toBe('fileWrongType');
  });

  it('has names that leave the folder, or the same name twice', async () => {
    const bytes = await makeDocx({
      body: p('текст'),
      raw: { 'xxx/evil.xml': 'а', 'word/document.xmk': 'б' },
    });
    expect(await failureOf(patch(bytes, 'xxx/evil.xml', '../evil1.xml'))).toBe('fileUnsafe');
    expect(await failureOf(patch(bytes, 'xxx/evil.xml', '/xx/evil.xml'))).toBe('fileUnsafe');
    expect(await failureOf(patch(bytes, 'word/document.xmk', document))).toBe('fileUnsafe');
  });

  it('lies about its size', async () => {
    const bytes = await makeDocx({ body: p('текст '.repeat(1000)) });
    expect(await failureOf(lieAboutSize(bytes, document, 100))).toBe('fileUnsafe');
    expect(await failureOf(lieAboutSize(bytes, document, 1_000_000))).toBe('fileUnsafe');
  });

  it('unpacks to more than 200 MB, in one part or in all together', async () => {
    const small = Object.fromEntries([1, 2, 3].map((i) => [`word/media/${i}.bmp`, 'bm'.repeat(50)]));
    const bytes = await makeDocx({ body: p('текст'), raw: small });
    const grown = Object.keys(small).reduce((file, name) => lieAboutSize(file, name, 70 * 2 ** 20), bytes);
    expect(await failureOf(bytes)).toBe('read');
    expect(await failureOf(grown)).toBe('fileUnpacksTooLarge');
    expect(await failureOf(lieAboutSize(bytes, document, 201 * 2 ** 20))).toBe('fileUnpacksTooLarge');
  });

  it('declares entities, inside or outside', async () => {
    const withDoctype = (doctype: string): Parts => ({
      body: '',
      raw: { [document]: xmlPart('document', `<w:body>${p('&a;')}</w:body>`).replace('?>', `?>${doctype}`) },
    });
    expect(await failureOfParts(withDoctype('<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'))).toBe(
      'fileUnsafe',
    );
    expect(await failureOfParts(withDoctype('<!DOCTYPE a SYSTEM "file:///etc/passwd">'))).toBe('fileUnsafe');
    expect(await failureOfParts(withDoctype(''))).toBe('fileDamaged');
  });

  it('nests too deep', async () => {
    const deep = (levels: number): string =>
      `${'<w:sdt>'.repeat(levels)}${p('текст')}${'</w:sdt>'.repeat(levels)}`;
    expect(await failureOfParts({ body: deep(100) })).toBe('read');
    expect(await failureOfParts({ body: deep(100_000) })).toBe('fileTooDeep');
    expect(await failureOfParts({ body: `<w:p>${deep(100_000)}</w:p>` })).toBe('fileTooDeep');
  });

  it('has more elements than a novel', async () => {
    expect(await failureOfParts({ body: `<w:p>${'<w:r/>'.repeat(500_001)}</w:p>` })).toBe('fileUnsafe');
  }, 30_000);
});

describe('unusual but honest files', () => {
  it('use other prefixes, the strict namespaces, UTF-16 or another name for the main part', async () => {
    const plain = xmlPart('document', `<w:body>${p('текст', '<w:pStyle w:val="Title"/>')}</w:body>`);
    const strict = plain
      .replaceAll('w:', 'x:')
      .replace('xmlns:w=', 'xmlns:x=')
      .replace(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      );
    expect(await outline({ body: '', raw: { [document]: strict } })).toEqual(['title|текст']);
    const utf16 = Buffer.from(`\ufeff${plain.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect(await outline({ body: '', raw: { [document]: utf16 } })).toEqual(['title|текст']);
    const relationships =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const renamed = { '_rels/.rels': relationships, 'word/document2.xml': plain };
    expect(await outline({ body: p('не он'), raw: renamed })).toEqual(['title|текст']);
  });
});
