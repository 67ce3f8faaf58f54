import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeEach } from '../../../../main/export/write-each';
import { fail, ok } from '../../../../shared/model/failure';
import { LANGUAGES } from '../../../../shared/model/language';

it('writes the versions that can be written, and says which cannot and why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-each-'));
  const targets = LANGUAGES.map((language) => ({
    language,
    path: join(folder, ...(language === 'en' ? ['not there'] : []), `a.${language}.txt`),
  }));
  const done = await writeEach(targets, async ({ language }) =>
    language === 'ru' ? fail('originalUnwritable', { file: 'a.odt' }) : ok(Buffer.from(language)),
  );
  expect(readdirSync(folder)).toEqual(['a.ky.txt']);
  expect(done.paths).toEqual([join(folder, 'a.ky.txt')]);
  expect(done.failed.map(({ language, failure }) => [language, failure.code])).toEqual([
    ['ru', 'originalUnwritable'],
    ['en', expect.any(String)],
  ]);
  rmSync(folder, { recursive: true });
});
