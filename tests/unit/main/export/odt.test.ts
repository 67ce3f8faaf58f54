import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { writeOdt } from '../../../../main/export/odt';
import { readOdt } from '../../../../main/import/odt/read-odt';
import { plainBlock, type Block } from '../../../../shared/model/paragraph';
import { blocksArbitrary } from './block-arbitraries';

const write = (blocks: readonly Block[], remarks: readonly string[] = []): Uint8Array =>
  writeOdt({ language: 'ky', title: 'Макала', blocks, remarks });

async function roundTrip(
  blocks: readonly Block[],
  remarks: readonly string[] = [],
): Promise<readonly Block[]> {
  const read = await readOdt(write(blocks, remarks), 'макала.odt');
  if (!read.ok) throw new Error(read.failure.code);
  // Remarks stand above the text, which is told.
  expect(read.value.notices).toEqual(
    remarks.length === 0 ? [] : [{ code: 'marginsLeftOut', count: remarks.length }],
  );
  return read.value.blocks.map(({ block }) => block);
}

describe('writeOdt', () => {
  it('writes what readOdt reads back', async () => {
    await fc.assert(
      fc.asyncProperty(blocksArbitrary({ depth: 8 }), async (blocks) => {
        expect(await roundTrip(blocks, ['2 ачык белги'])).toEqual(blocks);
      }),
      { seed: 20241105, numRuns: 200 },
    );
  }, 120_000);

  it('says what it is in its first bytes, uncompressed', async () => {
    const bytes = write([plainBlock('текст')]);
    const head = Buffer.from(bytes.subarray(0, 80)).toString('latin1');
    expect(head.slice(30)).toMatch(/^mimetypeapplication\/vnd\.oasis\.opendocument\.text/);
    expect(Object.keys((await JSZip.loadAsync(bytes)).files)[0]).toBe('mimetype');
  });

  it('gives tables borders where LibreOffice looks for them: among the styles of the text', async () => {
    const cell: Block = { ...plainBlock('а', 'tableCell'), cell: { table: 0, row: 0, column: 0 } };
    const zip = await JSZip.loadAsync(write([cell]));
    const content = (await zip.file('content.xml')?.async('string')) ?? '';
    const [, styles = ''] = /<office:automatic-styles>(.*)<\/office:automatic-styles>/.exec(content) ?? [];
    const [, style] = /<table:table-cell table:style-name="([^"]*)"/.exec(content) ?? [];
    expect(styles).toMatch(
      new RegExp(
        `<style:style style:name="${style}" [^>]*><style:table-cell-properties fo:border="0.5pt solid`,
      ),
    );
  });

  it('counts its pages on the first one too, beneath remarks', async () => {
    const zip = await JSZip.loadAsync(write([plainBlock('текст')], ['2 ачык белги']));
    const styles = await zip.file('styles.xml')?.async('string');
    expect(styles).toMatch(/<style:footer-first>.*<text:page-number/);
  });

  it('leaves out what XML forbids', async () => {
    const bad = '\u0001\u001f\ufffe\ud800';
    expect(await roundTrip([plainBlock(`а${bad}б`)], [`г${bad}`])).toEqual([plainBlock('аб')]);
  });
});
