import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportDocument } from '../../../../main/export/export-document';
import { writeMd } from '../../../../main/export/md';
import { readMd } from '../../../../main/import/md/read-md';
import { plainBlock, type Block } from '../../../../shared/model/paragraph';
import { blocksArbitrary } from './block-arbitraries';

function documentOf(blocks: readonly Block[], remarks: readonly string[] = []): ExportDocument {
  return { language: 'ky', title: 'Суу & «жер»', blocks, remarks };
}

function readBack(text: string): readonly Block[] {
  const { blocks } = readMd(text);
  expect(blocks.every(({ included }) => included)).toBe(true);
  return blocks.map(({ block }) => block);
}

describe('writeMd', () => {
  it('gives a text that reads back as it was', () => {
    fc.assert(
      fc.property(blocksArbitrary(), (blocks) => {
        expect(readBack(writeMd(documentOf(blocks)))).toEqual(blocks);
      }),
      { seed: 20240611, numRuns: 300 },
    );
  });
});
