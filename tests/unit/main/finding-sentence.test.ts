import { expect, test } from 'vitest';
import { translator } from '../../../main/system/translate';
import type { Check } from '../../../shared/checks/engine/check';
import { number } from '../../../shared/checks/numbers/number';
import { untranslated } from '../../../shared/checks/sentences/untranslated';
import { role } from '../../../shared/checks/structure/role';
import { findingSentence } from '../../../shared/contract/finding-sentence';
import type { InterfaceLanguage } from '../../../shared/interface/languages';
import type { Row } from '../../../shared/model/row';
import { findIn, makeRow } from '../shared/checks/rows';

test.each<[InterfaceLanguage, string]>([
  ['en', 'Russian has триста; Kyrgyz: 394; English: 374.'],
  ['ru', 'В русской версии триста; в кыргызской 394; в английской 374.'],
  ['ky', 'Орусча версияда триста; кыргызчасында 394; англисчесинде 374.'],
])('a finding says in %s what each version has, in its own words', (uiLanguage, sentence) => {
  const rows = [makeRow('a', { ru: 'триста человек', ky: '394 адам', en: '374 people' })];
  expect(sentencesOf(number, rows, uiLanguage)).toEqual([sentence]);
});

test.each<[InterfaceLanguage, string]>([
  ['en', 'English has 14%; Russian and Kyrgyz: 4 %.'],
  ['ru', 'В английской версии 14%; в русской и кыргызской 4 %.'],
  ['ky', 'Англисче версияда 14%; орусчасында жана кыргызчасында 4 %.'],
])('versions that say the same are named together in %s, a space in it or not', (uiLanguage, sentence) => {
  const rows = [makeRow('a', { ru: 'выросла на 4 %', ky: '4%га өстү', en: 'grew by 14%' })];
  expect(sentencesOf(number, rows, uiLanguage)).toEqual([sentence]);
});

test.each<[InterfaceLanguage, string]>([
  ['en', 'Only English has the number 27; it is not in Russian and Kyrgyz.'],
  ['ru', 'Число 27 есть только в английской версии, в русской и кыргызской его нет.'],
  ['ky', '27 саны англисче версияда гана бар; орусчасында жана кыргызчасында жок.'],
])('the versions that lack something are named in %s', (uiLanguage, sentence) => {
  const rows = [
    makeRow('a', {
      ru: 'Люди пришли к реке.',
      ky: 'Эл дарыяга келди.',
      en: 'The 27 people came to the river.',
    }),
  ];
  expect(sentencesOf(number, rows, uiLanguage)).toEqual([sentence]);
});

test.each<[InterfaceLanguage, string]>([
  ['en', 'In Russian and English this is a heading (“Heading 2”), in Kyrgyz it is “Paragraph”.'],
  [
    'ru',
    'В русской и английской версиях это заголовок («Заголовок\u00a02»), а в кыргызской версии — «Абзац».',
  ],
  ['ky', 'Бул орусчасында жана англисчесинде баш сап («Баш сап\u00a02»), кыргызча версияда «Абзац».'],
])('what a text is in each version is told in %s', (uiLanguage, sentence) => {
  const row = makeRow('a', { ru: 'Мост', ky: 'Көпүрө', en: 'The bridge' });
  const made = (language: 'ru' | 'en') => ({
    ...row.cells[language],
    paragraphs: row.cells[language].paragraphs.map((each) => ({ ...each, role: 'heading2' as const })),
  });
  const rows = [{ ...row, cells: { ...row.cells, ru: made('ru'), en: made('en') } }];
  expect(sentencesOf(role, rows, uiLanguage)).toEqual([sentence]);
});

test.each<[InterfaceLanguage, string]>([
  ['en', 'A whole paragraph of the Kyrgyz version is written in Russian.'],
  ['ru', 'В кыргызской версии целый абзац написан по-русски.'],
  ['ky', 'Кыргызча версияда бүт абзац орусча жазылган.'],
])('a text in the wrong language is told in %s', (uiLanguage, sentence) => {
  const left = 'Правительство приняло решение о строительстве новой плотины на реке.';
  const rows = [
    makeRow('a', { ru: left, ky: left, en: 'The government decided to build a new dam on the river.' }),
  ];
  expect(sentencesOf(untranslated, rows, uiLanguage)).toEqual([sentence]);
});

function sentencesOf(check: Check, rows: readonly Row[], uiLanguage: InterfaceLanguage): readonly string[] {
  const t = translator(uiLanguage);
  return findIn(check, rows).map((finding) =>
    findingSentence(finding, (key, params) => t(key, { ...params })),
  );
}
