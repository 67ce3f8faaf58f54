import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import type { ExportFormat } from '../../../../shared/contract/formats';
import { filesBeside } from '../../../../main/export/pictures/export-pictures';
import { writeVersion } from '../../../../main/export/write-version';
import { describePicture } from '../../../../main/import/pictures/describe-picture';
import { PictureShelf } from '../../../../main/import/pictures/picture-shelf';
import { readDocument } from '../../../../main/import/read-document';
import { plainBlock, type Block } from '../../../../shared/model/paragraph';
import { makePng } from '../../../fixtures/make-picture';

const bytes = new Map<string, Uint8Array>();

function picture(content: Uint8Array, text: string): Block {
  const hash = createHash('sha256').update(content).digest('hex');
  bytes.set(hash, content);
  const described = describePicture(content) ?? { kind: null, width: 0, height: 0 };
  return { ...plainBlock(text, 'picture'), picture: { ...described, hash, address: 'dam.png' } };
}

const DAM = makePng(60, 40);

const emf = Buffer.alloc(88);
emf.writeUInt32LE(1, 0);
emf.write(' EMF', 40, 'latin1');

const svg = (inside: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);

const document = (blocks: readonly Block[]) => ({
  language: 'ru' as const,
  title: 'Плотина',
  blocks,
  remarks: [],
  pictures: { folder: 'статья.files', bytesOf: (hash: string) => bytes.get(hash) ?? null },
});

const ARTICLE = [
  plainBlock('Плотина', 'title'),
  plainBlock('Слова.'),
  picture(DAM, 'Вид «сверху» & <сбоку>'),
  plainBlock('Подпись', 'caption'),
  picture(DAM, ''),
  plainBlock('Конец.'),
];

/** Writes a version as a person has it, and reads it from there. */
async function thereAndBack(blocks: readonly Block[], format: ExportFormat) {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-export-'));
  const whole = document(blocks);
  mkdirSync(join(folder, 'статья.files'));
  const beside = filesBeside(whole, format);
  for (const file of beside) writeFileSync(join(folder, 'статья.files', file.name), file.bytes);
  const written = await writeVersion(whole, format);
  const shelf = new PictureShelf();
  const read = await readDocument({ fileName: `статья.${format}`, bytes: written, folder }, shelf);
  rmSync(folder, { recursive: true });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return { written, beside, blocks: read.value.blocks.map(({ block }) => block), shelf };
}

const told = (blocks: readonly Block[]) =>
  blocks.map(({ role, text, picture: held }) => `${role}|${text}|${held?.hash ?? ''}`);

test.each(['docx', 'html', 'md'] as const)(
  '%s carries pictures with their alternative text, and reads back',
  async (format) => {
    const { blocks, shelf, beside } = await thereAndBack(ARTICLE, format);
    expect(told(blocks)).toEqual(told(ARTICLE));
    // Once, however often it stands in the text.
    expect([...shelf.bytes.values()].map((each) => Buffer.from(each))).toEqual([DAM]);
    expect(beside.map(({ name }) => name)).toEqual(format === 'docx' ? [] : ['picture-1.png']);
  },
);

test('a picture in a table fits between the sides of its cell', async () => {
  const wide = { ...picture(makePng(2000, 1000), ''), cell: { table: 0, row: 0, column: 0 } };
  const beside = { ...plainBlock('а', 'tableCell'), cell: { table: 0, row: 0, column: 1 } };
  const { written } = await thereAndBack([plainBlock('Слова.'), wide, beside], 'docx');
  const xml = await (await JSZip.loadAsync(written)).file('word/document.xml')?.async('string');
  // A twentieth of a point is 635 of its units.
  const column = Number(/<w:gridCol w:w="(\d+)"/.exec(xml ?? '')?.[1]) * 635;
  const across = Number(/<wp:extent cx="(\d+)"/.exec(xml ?? '')?.[1]);
  expect(across).toBeGreaterThan(column * 0.8);
  expect(across).toBeLessThanOrEqual(column - 2 * 110 * 635);
});

test('.odt holds each picture once, as a frame with its alternative text, and says a lost one', async () => {
  const lost: Block = {
    ...plainBlock('Нет', 'picture'),
    picture: { hash: 'f'.repeat(64), kind: 'png', address: 'Pictures/1.png', width: 5, height: 5 },
  };
  const zip = await JSZip.loadAsync(await writeVersion(document([...ARTICLE, lost]), 'odt'));
  const content = (await zip.file('content.xml')?.async('string')) ?? '';
  const names = [...content.matchAll(/<draw:image xlink:href="([^"]*)"/g)].map(([, name = '']) => name);
  expect(names.length).toBe(2);
  expect(new Set(names).size).toBe(1);
  expect(Buffer.from((await zip.file(names[0] ?? '')?.async('uint8array')) ?? [])).toEqual(DAM);
  expect(await zip.file('META-INF/manifest.xml')?.async('string')).toContain(
    `manifest:full-path="${names[0]}" manifest:media-type="image/png"`,
  );
  // 60 by 40 points of 1/96 inch.
  expect(content).toContain('svg:width="1.587cm" svg:height="1.058cm"');
  expect([...content.matchAll(/<svg:desc>(.*?)<\/svg:desc>/g)].map(([, said]) => said)).toEqual([
    'Вид «сверху» &amp; &lt;сбоку&gt;',
  ]);
  expect(content.replaceAll(/<svg:desc>.*?<\/svg:desc>/g, '')).not.toContain('сверху');
  expect(content).toMatch(/<text:span text:style-name="T1">Нет<\/text:span>/);
  const read = await readDocument({ fileName: 'а.odt', bytes: await writeVersion(document(ARTICLE), 'odt') });
  expect(read.ok && told(read.value.blocks.map(({ block }) => block))).toEqual(
    told(ARTICLE.filter(({ role }) => role !== 'picture')),
  );
});

test('.txt leaves pictures out', async () => {
  const { written } = await thereAndBack(ARTICLE, 'txt');
  expect(Buffer.from(written).toString()).toBe('Плотина\n\nСлова.\n\nПодпись\n\nКонец.\n');
});

test('a drawing goes along as the file it is, in Word announced by its kind', async () => {
  const { written, blocks } = await thereAndBack([plainBlock('Слова.'), picture(emf, 'Схема')], 'docx');
  expect(blocks[1]?.picture).toMatchObject({ kind: 'emf' });
  const types = await (await JSZip.loadAsync(written)).file('[Content_Types].xml')?.async('string');
  expect(types).toContain('ContentType="image/x-emf" Extension="emf"');
});

test('a drawing in SVG leaves only if nothing in it runs or loads', () => {
  const names = (inside: string) =>
    filesBeside(document([picture(svg(inside), '')]), 'html').map(({ name }) => name);
  expect(names('<path d="M0 0L5 5" fill="url(#a)"/><use href="#b"/>')).toEqual(['picture-1.svg']);
  for (const live of [
    '<script>alert(1)</script>',
    '<a href="javascript:alert(1)"/>',
    '<rect onload="alert(1)"/>',
    '<image href="https://example.org/x.png"/>',
    '<foreignObject/>',
    '<style>@import "x.css"</style>',
    '<a xlink:href="&#106;avascript:1"/>',
  ])
    expect(names(live)).toEqual([]);
});

test('a picture whose bytes are not there is written with its alternative text, and one on the web with its address', async () => {
  const lost: Block = {
    ...plainBlock('Нет', 'picture'),
    picture: { hash: 'f'.repeat(64), kind: 'png', address: 'word/media/image1.png', width: 5, height: 5 },
  };
  const far: Block = {
    ...plainBlock('Далеко', 'picture'),
    picture: { hash: null, kind: null, address: 'https://example.org/x.png', width: 0, height: 0 },
  };
  const html = Buffer.from(await writeVersion(document([lost, far]), 'html')).toString();
  expect(html).toContain('<img alt="Нет">');
  expect(html).toContain('<img src="https://example.org/x.png" alt="Далеко">');
  const { blocks } = await thereAndBack([plainBlock('Слова.'), lost, far], 'docx');
  expect(blocks.map(({ text }) => text)).toEqual(['Слова.', 'Нет', 'Далеко https://example.org/x.png']);
});
