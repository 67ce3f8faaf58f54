import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportDocument } from '../../../../main/export/export-document';
import { writeHtml } from '../../../../main/export/html';
import { readHtml } from '../../../../main/import/html/read-html';
import { plainBlock, type Block } from '../../../../shared/model/paragraph';
import { blocksArbitrary } from './block-arbitraries';

function documentOf(blocks: readonly Block[], remarks: readonly string[] = []): ExportDocument {
  return { language: 'ky', title: 'Суу & «жер»', blocks, remarks };
}

function readBack(html: string): readonly Block[] {
  const read = readHtml(html, 'a.html');
  if (!read.ok) throw new Error(read.failure.code);
  expect(read.value.blocks.every(({ included }) => included)).toBe(true);
  return read.value.blocks.map(({ block }) => block);
}

describe('writeHtml', () => {
  it('gives a page that reads back as it was', () => {
    fc.assert(
      fc.property(blocksArbitrary(), (blocks) => {
        expect(readBack(writeHtml(documentOf(blocks)))).toEqual(blocks);
      }),
      { seed: 20240611, numRuns: 300 },
    );
  });
});
