import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readVersions } from '../../../../main/cli/read-versions';
import { ALL_CHECKS } from '../../../../shared/checks/all-checks';
import { makeChecker } from '../../../../shared/checks/engine/check-rows';
import type { Finding } from '../../../../shared/checks/engine/finding';
import { LANGUAGES } from '../../../../shared/model/language';
import type { Row } from '../../../../shared/model/row';

const SAMPLE = resolve(import.meta.dirname, '../../../../sample');

/** What the checks do not tell: whose words they are, what a word means, one ending within a sentence, what stands in one row anyway. */
const NOT_TOLD = ['lost negation', 'false friend', 'merged paragraphs', 'misattributed quotation'];

const mistakes = z
  .array(z.object({ id: z.string(), kind: z.string(), where: z.record(z.string(), z.string()) }))
  .parse(JSON.parse(readFileSync(resolve(SAMPLE, 'mistakes.json'), 'utf8')))
  .filter(({ kind }) => !NOT_TOLD.includes(kind));

let rows: readonly Row[];
let findings: readonly Finding[];

beforeAll(async () => {
  const at = (language: string) => resolve(SAMPLE, `article.${language}.md`);
  const read = await readVersions({ inputs: { ru: at('ru'), ky: at('ky'), en: at('en') }, table: null });
  if (!read.ok) throw new Error(read.failure.code);
  rows = read.value.project.rows;
  findings = makeChecker(ALL_CHECKS, { glossary: '' })(rows);
});

test.each(mistakes)('the checks point at the planted mistake $id', ({ where }) => {
  const places = Object.values(where).filter((text) => text !== '');
  const here = rows.filter((row) =>
    LANGUAGES.some((language) =>
      row.cells[language].paragraphs.some(({ text }) => places.some((place) => text.includes(place))),
    ),
  );
  expect(here.length).toBeGreaterThan(0);
  expect(findings.map(({ rowId }) => rowId)).toEqual(
    expect.arrayContaining([expect.toSatisfy((rowId: string) => here.some(({ id }) => id === rowId))]),
  );
});

test('and say little else of the article', () => {
  expect(findings.length).toBeLessThan(mistakes.length + 8);
});
