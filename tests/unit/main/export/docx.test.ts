import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../../main/export/docx';
import { readDocx } from '../../../../main/import/docx/read-docx';
import type { Block } from '../../../../shared/model/paragraph';
import { blocksArbitrary } from './block-arbitraries';

async function roundTrip(
  blocks: readonly Block[],
  remarks: readonly string[] = [],
): Promise<readonly Block[]> {
  const bytes = await writeDocx({ language: 'ky', title: 'Макала', blocks, remarks });
  const read = await readDocx(bytes, 'макала.docx');
  if (!read.ok) throw new Error(read.failure.code);
  expect(read.value.notices).toEqual([]);
  return read.value.blocks.map(({ block }) => block);
}

describe('writeDocx', () => {
  it('writes what readDocx reads back', async () => {
    await fc.assert(
      fc.asyncProperty(blocksArbitrary({ depth: 8 }), async (blocks) => {
        expect(await roundTrip(blocks, ['2 ачык белги'])).toEqual(blocks);
      }),
      { seed: 20241105, numRuns: 300 },
    );
  }, 120_000);
});
