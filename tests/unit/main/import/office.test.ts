import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertByOffice } from '../../../../main/import/office/convert-by-office';
import { findOffice } from '../../../../main/import/office/find-office';
import { withDocx } from '../../../../main/import/office/with-docx';
import { PictureShelf } from '../../../../main/import/pictures/picture-shelf';
import { readDocument } from '../../../../main/import/read-document';
import { writeDocx } from '../../../../main/export/docx';
import { isRunning } from '../../../../main/system/is-running';
import { plainBlock } from '../../../../shared/model/paragraph';

/** A program that says where it runs, and never ends by itself. */
const ENDLESS = '#!/bin/sh\necho $$ > "$(dirname "$0")/pid"\nexec sleep 600\n';

const SLOW_MS = 120_000;

let folder = '';
let server: Server;
let port = 0;
const asked: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'office-test-'));
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.statusCode = 404;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Has LibreOffice, as anybody has it, write a file in another format. */
async function saveAs(source: string, format: string, filter: string): Promise<Uint8Array> {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const asking = [
    '--headless',
    '--convert-to',
    `${format}:${filter}`,
    '--outdir',
    folder,
    join(folder, source),
  ];
  await promisify(execFile)('soffice', [profile, ...asking], { timeout: SLOW_MS });
  return readFileSync(join(folder, source.replace(/\.\w+$/, `.${format}`)));
}

async function read(fileName: string, bytes: Uint8Array) {
  const shelf = new PictureShelf();
  const file = await withDocx({ fileName, bytes }).result;
  if (!file.ok) throw new Error(file.failure.code);
  const document = await readDocument(file.value, shelf);
  if (!document.ok) throw new Error(document.failure.code);
  return { document: document.value, shelf };
}

function leftBehind(): readonly string[] {
  return readdirSync(tmpdir()).filter(
    (name) => name.startsWith('triptych-office-') && name.includes(`-${process.pid}-`),
  );
}

describe('files that only LibreOffice reads', () => {
  it.each([
    ['rtf', 'Rich Text Format'],
    ['doc', 'MS Word 97'],
  ])(
    'reads an .%s with headings, marks, notes and letters of Kyrgyz',
    async (format, filter) => {
      const blocks = [
        { ...plainBlock('Суу жөнүндө'), role: 'heading1' as const },
        {
          ...plainBlock('Өзгөн шаарында жаңы канал — 12 км — курулду.'),
          marks: [{ type: 'strong', start: 0, end: 14 }] as const,
        },
        plainBlock('Акыркы сүйлөм.'),
      ];
      writeFileSync(
        join(folder, 'суу.docx'),
        await writeDocx({ language: 'ky', title: 'т', blocks, remarks: [] }),
      );
      const bytes = await saveAs('суу.docx', format, filter);
      const { document } = await read(`суу.${format}`, bytes);
      expect(document).toMatchObject({
        fileName: `суу.${format}`,
        format: 'docx',
        isKept: true,
        language: 'ky',
      });
      expect(document.blocks.map(({ block: { role, text } }) => [role, text])).toEqual(
        blocks.map(({ role, text }) => [role, text]),
      );
      expect(document.blocks[1]?.block.marks).toEqual(blocks[1]?.marks);
      expect(document.notices).toContainEqual({ code: 'converted', count: 1 });
      expect(leftBehind()).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'fetches nothing that a file names',
    async () => {
      const address = `http://127.0.0.1:${port}`;
      const frame = `<draw:frame draw:name="a" text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image xlink:href="${address}/picture.png" xlink:type="simple"/></draw:frame>`;
      writeFileSync(
        join(folder, 'linked.fodt'),
        `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.3"><office:body><office:text><text:p>Суу ${frame}</text:p></office:text></office:body></office:document>`,
      );
      const linked = await saveAs('linked.fodt', 'doc', 'MS Word 97');
      // LibreOffice as anybody has it does fetch.
      expect(asked).not.toEqual([]);
      asked.length = 0;
      const secret = join(folder, 'secret.txt');
      writeFileSync(secret, 'СЕКРЕТ');
      const field = (code: string) => `{\\field{\\*\\fldinst{${code}}}{\\fldrslt x}}`;
      const rtf = [
        `{\\rtf1\\ansi{\\*\\template ${address}/template.dotm}`,
        field(`INCLUDEPICTURE "${address}/field.png" \\\\d`),
        field(`INCLUDETEXT "${secret}"`),
        field(`INCLUDETEXT "${address}/text.rtf"`),
        field(`DDEAUTO soffice "${secret}" "x"`),
        '{\\object\\objautlink\\objupdate{\\*\\objclass Word.Document.8}{\\*\\objdata 0105000001000000}{\\result res}}',
        'Words of the article.\\par}',
      ].join('\n');
      const texts: string[] = [];
      for (const [name, bytes] of [
        ['a.doc', linked],
        ['a.rtf', Buffer.from(rtf, 'latin1')],
      ] as const) {
        const { document } = await read(name, bytes);
        texts.push(...document.blocks.map(({ block }) => block.text));
      }
      expect(texts.join('\n')).toContain('Words of the article.');
      expect(texts.join('\n')).not.toContain('СЕКРЕТ');
      expect(asked).toEqual([]);
    },
    SLOW_MS,
  );

  it('says what to do where LibreOffice is not installed', async () => {
    const bytes = Buffer.from('{\\rtf1\\ansi Words.\\par}');
    const file = await withDocx({ fileName: 'a.rtf', bytes }, () => null).result;
    if (!file.ok) throw new Error(file.failure.code);
    expect(await readDocument(file.value)).toEqual({
      ok: false,
      failure: { code: 'fileOldWord', params: { file: 'a.rtf' } },
    });
    expect(findOffice(folder, [])).toBeNull();
    writeFileSync(join(folder, 'soffice'), '');
    expect(findOffice(folder, [])).toBeNull();
    chmodSync(join(folder, 'soffice'), 0o755);
    expect(findOffice(`${tmpdir()}/none:${folder}`, [])).toBe(join(folder, 'soffice'));
  });

  it(
    'tells of a file that LibreOffice cannot read',
    async () => {
      const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096, 7)]);
      expect(await withDocx({ fileName: 'a.doc', bytes }).result).toEqual({
        ok: false,
        failure: { code: 'fileNotConverted', params: { file: 'a.doc' } },
      });
      expect(leftBehind()).toEqual([]);
    },
    SLOW_MS,
  );

  it.each(['time', 'a person'])('ends it when %s says so, with all it began', async (who) => {
    const program = join(folder, 'endless');
    const told = join(folder, 'pid');
    rmSync(told, { force: true });
    writeFileSync(program, ENDLESS, { mode: 0o755 });
    const job = convertByOffice(Buffer.from('{\\rtf1}'), 'rtf', program, who === 'time' ? 1_000 : SLOW_MS);
    if (who !== 'time') {
      await expect.poll(() => existsSync(told) && readFileSync(told, 'utf8') !== '').toBe(true);
      job.cancel();
    }
    const code = who === 'time' ? 'fileNotConverted' : 'jobCancelled';
    expect(await job.result).toMatchObject({ ok: false, failure: { code } });
    const pid = Number(readFileSync(told, 'utf8'));
    await expect.poll(() => isRunning(pid)).toBe(false);
    expect(leftBehind()).toEqual([]);
  });
});
