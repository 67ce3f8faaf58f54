import { expect, test } from 'vitest';
import { translator } from '../../../main/system/translate';
import { number } from '../../../shared/checks/numbers/number';
import { findingSentence } from '../../../shared/contract/finding-sentence';
import type { InterfaceLanguage } from '../../../shared/interface/languages';
import { findIn, makeRow } from '../shared/checks/rows';

test.each<[InterfaceLanguage, string]>([
  ['en', 'Russian has триста; Kyrgyz: 394; English: 374.'],
  ['ru', 'В русской версии триста, в других иначе: Кыргызский — 394; Английский — 374.'],
  ['ky', 'Орусча версияда триста, башкаларында: Кыргызча — 394; Англисче — 374.'],
])('a finding says in %s what each version has, in its own words', (uiLanguage, sentence) => {
  const rows = [makeRow('a', { ru: 'триста человек', ky: '394 адам', en: '374 people' })];
  const t = translator(uiLanguage);
  const sentences = findIn(number, rows).map((finding) =>
    findingSentence(finding, (key, params) => t(key, { ...params })),
  );
  expect(sentences).toEqual([sentence]);
});
