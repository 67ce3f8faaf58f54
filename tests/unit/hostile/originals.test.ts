import { expect, test } from 'vitest';
import { readDocument } from '../../../main/import/read-document';
import { ORIGINALS, type HostileOriginal } from '../../hostile/originals';
import { prepareWriteBack } from '../../hostile/write-back';

const named = ORIGINALS.map((original): readonly [string, HostileOriginal] => [original.what, original]);

test.each(named)('writes into an original of a stranger, or says why not: %s', async (_, original) => {
  const { fileName, content, edit, refused } = original;
  const prepared = await prepareWriteBack(fileName, content(), edit);
  if (!prepared.ok) throw new Error(prepared.failure.code);
  const written = await prepared.value();
  expect(written.ok ? null : written.failure.code).toBe(refused);
  if (!written.ok) return;
  const again = await readDocument({ fileName, bytes: written.value });
  expect(again.ok).toBe(true);
});
