import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGlossaryFile } from '../../../../main/exchange/glossary-file';
import { GLOSSARY_LENGTH } from '../../../../shared/contract/settings';
import { writeGlossaryCsv } from '../../../../shared/glossary/csv';
import { writeTbx } from '../../../../shared/glossary/tbx';
import { termsOf } from '../../../../shared/glossary/term';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triptych-glossary-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, text: string): ReturnType<typeof readGlossaryFile> {
  const path = join(folder, name);
  await writeFile(path, text);
  return readGlossaryFile(path);
}

/** Lines of 14 signs with their end, none like another. */
const lines = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `б${10_000 + n} | к | `);

test.each([
  ['txt', (count: number) => lines(count).join('\n')],
  ['csv', (count: number) => writeGlossaryCsv(termsOf(lines(count)))],
  ['tbx', (count: number) => writeTbx(termsOf(lines(count)))],
])('takes as much as a glossary can hold, and says what it can when it is more: %s', async (kind, write) => {
  const most = Math.floor((GLOSSARY_LENGTH + 1) / 14);
  const full = await read(`full.${kind}`, write(most));
  expect(full.ok && full.value.length).toBe(most);
  expect(full.ok && full.value.join('\n').length).toBeLessThanOrEqual(GLOSSARY_LENGTH);

  const over = await read(`over.${kind}`, write(most + 1));
  expect(over).toMatchObject({
    ok: false,
    failure: { code: 'glossaryTooLong', params: { file: `over.${kind}`, limit: GLOSSARY_LENGTH } },
  });
});

test('reads no terms of a file that no glossary fills, and not all concepts of a long one', async () => {
  const told = { ok: false, failure: { code: 'glossaryTooLong' } };
  const line = 'банк | банк | bank\n';
  expect(await read('large.txt', line.repeat(Math.ceil((40 * 2 ** 20) / line.length)))).toMatchObject(told);
  expect(await read('many.tbx', writeTbx(termsOf(Array<string>(100_010).fill('а | б | '))))).toMatchObject(
    told,
  );
});
