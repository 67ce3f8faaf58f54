import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeVersion } from '../../../main/export/write-version';
import type { ExportFormat } from '../../../shared/contract/formats';
import { readDocument } from '../../../main/import/read-document';
import type { Block } from '../../../shared/model/paragraph';
import { normaliseRich } from '../../../shared/text/normalise-rich';
import { parseStrictly, xmlParts } from '../../hostile/office-parts';
import { blocksArbitrary } from '../main/export/block-arbitraries';

const ROUNDS = Number(process.env['TRIPTYCH_FUZZ_ROUNDS'] ?? 40);

/** Where `npm run fuzz` finds some of the Word files, to open them in LibreOffice. */
const SAMPLES = process.env['TRIPTYCH_FUZZ_SAMPLES'];

const MOST_SAMPLES = 20;

/** Signs that mean something to a format, turn the writing, or have no width; between words that are always told. */
const hostileSign = fc.constantFrom(
  ...[
    '\u202e',
    '\u2066',
    '\u2069',
    '\u200f',
    '\u200d',
    '\u2060',
    '\u00a0',
    '\u{1f468}\u200d\u{1f4bb}',
    '\u0301',
  ],
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    ']]>',
    '<!--',
    '-->',
    '{{a}}',
    '$t(a)',
    '=1+1',
    '+a',
    '@a',
    '&amp;',
    '\\',
    '`',
    '|',
    '*',
    '_',
  ],
);

/** Versions with hostile signs between the words of every paragraph. */
const hostileBlocks = fc
  .tuple(
    blocksArbitrary({ footnotes: 0, cellParagraphs: 1, depth: 1, marks: [], labels: ['•', '1.'] }),
    fc.array(hostileSign, { minLength: 1, maxLength: 6 }),
  )
  .map(([blocks, signs]) =>
    blocks.map((block): Block => ({
      ...block,
      text: normaliseRich(`Слово ${block.text} ${signs.join('')} конец`, []).text,
    })),
  );

async function textsBack(blocks: readonly Block[], format: ExportFormat): Promise<readonly string[]> {
  const bytes = await writeVersion({ language: 'ru', title: 'Статья', blocks, remarks: [] }, format);
  const read = await readDocument({ fileName: `article.${format}`, bytes });
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.blocks.map(({ block }) => block.text);
}

describe('what is exported', () => {
  it.each(['docx', 'odt', 'html', 'md'] as const)(
    'reads back with the same texts: %s',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(hostileBlocks, async (blocks) => {
          expect(await textsBack(blocks, format)).toEqual(blocks.map(({ text }) => text));
        }),
        { seed: 20261126, numRuns: ROUNDS },
      );
    },
    1_800_000,
  );

  it('reads back with the same words: txt, which marks lists and tables in the text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBlocks, async (blocks) => {
        const back = (await textsBack(blocks, 'txt')).join(' ').replaceAll(/\s/g, '');
        for (const { text } of blocks) expect(back).toContain(text.replaceAll(/\s/g, ''));
      }),
      { seed: 20261126, numRuns: ROUNDS },
    );
  }, 1_800_000);

  it('is well-formed in every part of a Word file', async () => {
    let samples = 0;
    await fc.assert(
      fc.asyncProperty(hostileBlocks, async (blocks) => {
        const bytes = await writeVersion(
          { language: 'ky', title: 'a]]>&<', blocks, remarks: ['<&]]>'] },
          'docx',
        );
        samples += 1;
        if (SAMPLES && samples <= MOST_SAMPLES) writeFileSync(join(SAMPLES, `${samples}.docx`), bytes);
        for (const xml of (await xmlParts(bytes)).values())
          expect(parseStrictly(xml).length).toBeGreaterThan(0);
      }),
      { seed: 20261127, numRuns: ROUNDS },
    );
  }, 1_800_000);
});
