import { expect, test } from 'vitest';
import { alignByLines, linesOfVersions, type Align } from '../../../../main/import/align-lines';
import { alignmentInput } from '../../../../main/import/alignment';
import { documentParagraphs } from '../../../../main/import/new-project';
import { readDocument } from '../../../../main/import/read-document';
import { alignVersions } from '../../../../shared/align/align-versions';
import { columnVersion, proposedColumn, type ChosenVersion } from '../../../../shared/model/column-version';
import { ok } from '../../../../shared/model/failure';
import { perLanguage, type PerLanguage } from '../../../../shared/model/language';

const LINES = [
  ['ru', 'ky', 'en'],
  ['Цены растут', 'Баалар өсүүдө', 'Prices grow'],
  // In the middle nobody would find it out by what they say.
  ['Президент приехал в Ош.', 'Нан 35 сом турат.', 'It rained for a week.'],
  ['Мост закрыли.', '', 'The bridge was closed.'],
  ['', '', 'Only in English.'],
  [
    'Хлеб стоит 35 сомов.\n\nМост закрыли в 2019 году.',
    'Нан 35 сом турат.\n\nКөпүрө 2019-жылы жабылган.',
    'Bread costs 35 soms.\n\nThe bridge was closed in 2019.',
  ],
];

async function versions(): Promise<PerLanguage<ChosenVersion | null>> {
  const text = LINES.map((line) => line.map((each) => `"${each}"`).join(',')).join('\n');
  const read = await readDocument({ fileName: 'a.csv', bytes: new TextEncoder().encode(text) });
  if (!read.ok) throw new Error(read.failure.code);
  return perLanguage((language) => {
    const column = proposedColumn(read.value, language);
    const version = column && columnVersion(read.value, column);
    return version && { source: 'a', read: read.value, column, document: version.document };
  });
}

const align: Align = async (stretches) =>
  Promise.resolve(ok(stretches.map((stretch) => alignVersions(stretch))));

async function inputs(chosen: PerLanguage<ChosenVersion | null>) {
  let id = 0;
  const making = { newId: () => `p${(id += 1)}`, time: 0 };
  return perLanguage((language) => {
    const version = chosen[language];
    return version ? alignmentInput(documentParagraphs(version.document, making)) : [];
  });
}

test('what stands in one line stands in one row and is confirmed, and within a line the aligner decides', async () => {
  const chosen = await versions();
  const lines = linesOfVersions(chosen);
  if (!lines) throw new Error('no lines');
  const rows = await alignByLines(lines, await inputs(chosen), align);
  if (!rows.ok) throw new Error(rows.failure.code);
  expect(rows.value.map(({ ru, ky, en, confirmed }) => [ru, ky, en, confirmed === true])).toEqual([
    [[0], [0], [0], true],
    [[1], [1], [1], true],
    [[2], [], [2], true],
    [[], [], [3], false],
    [[3], [2], [4], false],
    [[4], [3], [5], false],
  ]);
});

test('versions of which one comes from elsewhere, or that are alone, have no lines', async () => {
  const chosen = await versions();
  const other = chosen.en && { ...chosen.en, source: 'b' };
  expect(linesOfVersions({ ...chosen, en: other })).toBeNull();
  expect(linesOfVersions({ ru: chosen.ru, ky: null, en: null })).toBeNull();
  expect(linesOfVersions({ ...chosen, ky: null })?.ky).toEqual([]);
});

test('a paragraph that is left out takes no line with it', async () => {
  const { ru, ky, en } = await versions();
  if (!ru) throw new Error('no version');
  const document = {
    ...ru.document,
    blocks: ru.document.blocks.map((each) => ({
      ...each,
      included: each.included && !each.block.text.startsWith('Мост закрыли.'),
    })),
  };
  const lines = linesOfVersions({ ru: { ...ru, document }, ky, en });
  expect(lines?.ru).toEqual([1, 2, 5, 5]);
});
