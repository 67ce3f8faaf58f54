import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeVersion } from '../../../../main/export/write-version';
import { readDocument } from '../../../../main/import/read-document';
import { readImportFile } from '../../../../main/import/read-file';
import { readPastedText } from '../../../../main/import/read-pasted-text';
import { plainImport } from '../../../../shared/model/imported-document';
import { normaliseMarks } from '../../../../shared/model/mark';
import { blockSchema, plainBlock } from '../../../../shared/model/paragraph';

const ARTICLE = 'Канал не достроен\n\nЖители трёх сёл остались без воды, и никто не знает, когда она придёт.';

async function read(fileName: string, content: string | Uint8Array) {
  return readDocument({ fileName, bytes: typeof content === 'string' ? Buffer.from(content) : content });
}

describe('readDocument', () => {
  it('names a file so that its name reads as it is', async () => {
    const result = await read('отчёт\n\u202etxt.exe', ARTICLE);
    expect(result.ok && result.value.fileName).toBe('отчёт\ufffd\ufffdtxt.exe');
    const empty = await read('\u2066.txt', '');
    expect(empty.ok || empty.failure.params['file']).toBe('\ufffd.txt');
  });

  it('tells of words that are struck out, which come in so', async () => {
    const result = await read('вода.md', 'Погибли ~~12~~ 21 человек, сообщил ~~министр~~ его заместитель.');
    expect(result.ok && result.value.notices).toEqual([{ code: 'struckOut', count: 2 }]);
  });

  it('tells all there is to tell of a file', async () => {
    const bytes = Buffer.from(ARTICLE);
    expect(await read('вода.txt', bytes)).toEqual({
      ok: true,
      value: {
        fileName: 'вода.txt',
        format: 'txt',
        encoding: 'utf-8',
        hash: createHash('sha256').update(bytes).digest('hex'),
        language: 'ru',
        blocks: [
          plainImport(plainBlock('Канал не достроен', 'title'), true),
          plainImport(
            plainBlock('Жители трёх сёл остались без воды, и никто не знает, когда она придёт.'),
            true,
          ),
        ],
        notices: [],
      },
    });
  });

  it.each([
    ['a.html', '<p>Суу</p>', 'html'],
    ['a.txt', '\ufeff<!-- saved --><!DOCTYPE html><p>Суу</p>', 'html'],
    ['a.md', '<?xml version="1.0"?><html><p>Суу</p></html>', 'html'],
    ['A.MD', '# Суу', 'md'],
    ['a.markdown', '# Суу', 'md'],
    ['a.mdown', '# Суу', 'md'],
    ['a.xhtml', '<p>Суу</p>', 'html'],
    ['a.txt', '# Суу', 'txt'],
    ['a', 'Суу', 'txt'],
    ['a.docx', 'Суу', 'txt'],
    ['a.xyz', 'Суу', 'txt'],
  ])('reads %s with %s as %s', async (fileName, content, format) => {
    expect(await read(fileName, content)).toMatchObject({ ok: true, value: { format, blocks: [{}] } });
  });

  it('reads a .docx by whatever name', async () => {
    const document = { language: 'ky', title: 'Суу', blocks: [plainBlock('Суу жок.')], remarks: [] } as const;
    expect(await read('a.txt', await writeVersion(document, 'docx'))).toMatchObject({
      ok: true,
      value: { fileName: 'a.txt', format: 'docx', encoding: '', blocks: [{ block: { text: 'Суу жок.' } }] },
    });
  });

  it.each([
    ['SQLite', 'SQLite format 3\0'],
    ['MHTML', 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n'],
    ['binary', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)],
  ])('refuses %s under the name of a text', async (found, content) => {
    for (const file of ['a.txt', 'a.epub', 'a.html'])
      expect(await read(file, content)).toEqual({
        ok: false,
        failure: { code: 'fileWrongType', params: { file, found } },
      });
  });

  const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const MAIL =
    'From: author@example.org\r\nTo: desk@example.org\r\nSubject: =?utf-8?b?0KHRgtCw?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary="x"\r\n\r\n--x\r\n';
  it.each([
    ['filePdf', '%PDF-1.7\n%âãÏÓ'],
    ['filePicture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ['filePicture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['filePicture', Buffer.from('BM\x36\x00\x0c\x00\0\0\0\0\x36\0', 'latin1')],
    ['filePicture', Buffer.from('\0\0\0\x18ftypheic\0\0', 'latin1')],
    [
      'filePicture',
      '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><text>Dam</text></svg>\n',
    ],
    ['fileOldWord', '{\\rtf1\\ansi Text}'],
    ['fileOldWord', Buffer.concat([OLE, Buffer.alloc(2000)])],
    ['fileLocked', Buffer.concat([OLE, Buffer.alloc(2000), Buffer.from('EncryptedPackage', 'utf16le')])],
    ['fileMail', MAIL],
    ['fileMail', MAIL.replace('From:', 'Received: by mx\r\nFrom:')],
  ])('says what to do with a file of another kind: %s', async (code, content) => {
    for (const file of ['a.txt', 'a.docx', 'a.eml'])
      expect(await read(file, content)).toEqual({ ok: false, failure: { code, params: { file } } });
  });

  it('takes no page that begins with a drawing for a picture', async () => {
    const page = '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><p>The dam is full.</p>';
    expect(await read('a.html', page)).toMatchObject({ ok: true });
  });

  it('takes no article for a mail', async () => {
    for (const text of [
      'From: the editor\n\nThe canal is not built.',
      'From: a\nTo: b\nSubject: the canal\n\nIt is not built.',
      'Вопрос: где вода?\nОтвет: нет.',
    ])
      expect(await read('a.txt', text)).toMatchObject({ ok: true });
  });

  it('takes bytes that are nothing known, under the name of a Word document, for a broken one', async () => {
    const file = 'a.docx';
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
    expect(await read(file, bytes)).toEqual({
      ok: false,
      failure: { code: 'fileDamaged', params: { file } },
    });
  });

  it.each([
    ['PPTX', 'ppt/presentation.xml'],
    ['EPUB', 'application/epub'],
  ])('refuses a zip that is %s', async (found, name) => {
    const bytes = await new JSZip().file(name, 'x').generateAsync({ type: 'uint8array' });
    const file = 'a.docx';
    expect(await read(file, bytes)).toEqual({
      ok: false,
      failure: { code: 'fileWrongType', params: { file, found } },
    });
  });

  it('refuses what holds no text', async () => {
    const failed = (code: string) => ({ ok: false, failure: { code, params: { file: 'a.txt' } } });
    expect(await read('a.txt', '')).toEqual(failed('fileEmpty'));
    expect(await read('a.txt', ' \n\t\n\u00a0')).toEqual(failed('fileNoText'));
    expect(await read('a.txt', '<!DOCTYPE html><script>1</script>')).toEqual(failed('fileNoText'));
  });

  it('refuses more than 50 MB', async () => {
    expect(await read('a.txt', new Uint8Array(50 * 1024 * 1024 + 1).fill(97))).toEqual({
      ok: false,
      failure: { code: 'fileTooLarge', params: { file: 'a.txt', limit: 50 } },
    });
  });

  it('obeys the encoding a page declares, and says what could not be read', async () => {
    const html = '<html><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Ъ</p></html>';
    expect(await read('a.html', iconv.encode(html, 'koi8-r'))).toMatchObject({
      ok: true,
      value: { encoding: 'koi8-r', blocks: [{ block: { text: 'Ъ' } }] },
    });
    expect(await read('a.txt', Buffer.concat([Buffer.from('Суу жок'), Buffer.of(0xff)]))).toMatchObject({
      ok: true,
      value: { encoding: 'utf-8', notices: [{ code: 'undecodableCharacters', count: 1 }] },
    });
  });

  it('judges the language by the article, not by what is around it', async () => {
    const menu =
      '<nav><ul><li>This is the menu of the site and it has the links to all that we have</li></ul></nav>';
    expect(await read('a.html', `${menu}<p>${ARTICLE}</p>`)).toMatchObject({
      ok: true,
      value: { language: 'ru' },
    });
  });
});

/** Pieces of the three formats, well formed and not, to be put together in any order. */
const PIECES = [
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</i>',
    '<ol start=2>',
    '<li>',
    '<table>',
    '<td>',
    '<a href="#n">1</a>',
    '<i id=n>',
    '<br>',
  ],
  ...[
    '<svg>',
    '<template>',
    '<!--',
    '-->',
    '<h1>',
    '<sup>',
    '<math>',
    '</body>',
    '<frameset>',
    '<select>',
    '&nbsp;',
  ],
  ...[
    '\n',
    '\n\n',
    '# ',
    '> ',
    '- ',
    '1. ',
    '[^1]',
    '[^1]: ',
    '**',
    '_',
    '`',
    '```',
    '![',
    '](',
    ')',
    '| ',
    '---\n',
    '    ',
  ],
  ...['слово ', 'сөз ', 'word', '\u0301', '\u2028', '\ufeff', '\u0007', '\ud800', '\u{1f600}', '\t'],
];

describe('any text', () => {
  it('is read without fail into paragraphs as the model wants them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('a.html', 'a.md', 'a.txt'),
        fc.string({ unit: fc.constantFrom(...PIECES), minLength: 1, maxLength: 40 }),
        async (fileName, text) => {
          const result = await read(fileName, text);
          if (!result.ok) expect(result.failure.code).toMatch(/^file(NoText|WrongType)$/);
          for (const { block } of result.ok ? result.value.blocks : []) {
            expect(blockSchema.parse(block)).toEqual(block);
            expect(block.text).toBe(block.text.normalize('NFC'));
            expect(block.text).toMatch(/^\S([^]*\S)?$/u);
            expect(block.text).not.toMatch(/ {2}|(?!\n)[\p{Cc}\p{Cs}\u2028\u2029]| \n|\n[ \n]/u);
            expect(block.marks).toEqual(normaliseMarks(block.marks, block.text.length));
          }
        },
      ),
      { seed: 20240611, numRuns: 500 },
    );
  }, 60_000);
});

describe('readPastedText', () => {
  it('prefers HTML, and falls back on the text where that holds none', async () => {
    const html = await readPastedText('a b', '<p>a <b>b</b></p>');
    expect(html).toMatchObject({
      ok: true,
      value: {
        fileName: '',
        format: 'paste',
        encoding: '',
        blocks: [{ block: { marks: [{ type: 'strong' }] } }],
      },
    });
    const text = { ok: true, value: { format: 'paste', blocks: [{ block: plainBlock('a b') }] } };
    expect(await readPastedText('a b', null)).toMatchObject(text);
    expect(await readPastedText('a b', '<img src="a.png">')).toMatchObject(text);
    expect(await readPastedText('a b', '')).toMatchObject(text);
  });

  it('replaces halves of characters and says so', async () => {
    expect(await readPastedText('a\ud83d b', null)).toMatchObject({
      ok: true,
      value: {
        blocks: [{ block: { text: 'a\ufffd b' } }],
        notices: [{ code: 'undecodableCharacters', count: 1 }],
      },
    });
  });

  it('refuses nothing and blanks', async () => {
    expect(await readPastedText('', null)).toMatchObject({ ok: false, failure: { code: 'fileEmpty' } });
    expect(await readPastedText(' \n', '<p> </p>')).toMatchObject({
      ok: false,
      failure: { code: 'fileNoText' },
    });
  });
});

describe('readImportFile', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'triptych-import-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads a file and names it without its folder', async () => {
    writeFileSync(join(folder, 'суу.md'), '# Суу');
    expect(await readImportFile(join(folder, 'суу.md'))).toMatchObject({
      ok: true,
      value: { fileName: 'суу.md', format: 'md' },
    });
  });

  it('refuses a huge file without loading it', async () => {
    const path = join(folder, 'line.txt');
    writeFileSync(path, 'a');
    truncateSync(path, 100 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await readImportFile(path)).toEqual({
      ok: false,
      failure: { code: 'fileTooLarge', params: { file: 'line.txt', limit: 50 } },
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('tells what cannot be read, and why', async () => {
    mkdirSync(join(folder, 'sub'));
    symlinkSync('loop', join(folder, 'loop'));
    const failed = (code: string, file: string, detail: string) => ({
      ok: false,
      failure: { code, params: { file, detail } },
    });
    expect(await readImportFile(join(folder, 'none.txt'))).toEqual(
      failed('fileNotFound', 'none.txt', 'ENOENT'),
    );
    expect(await readImportFile(join(folder, 'sub'))).toEqual(failed('fileUnreadable', 'sub', 'EISDIR'));
    expect(await readImportFile(join(folder, 'loop'))).toEqual(failed('fileUnreadable', 'loop', 'ELOOP'));
  });
});
