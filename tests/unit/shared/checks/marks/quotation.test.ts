import { expect, test } from 'vitest';
import { bracket } from '../../../../../shared/checks/marks/bracket';
import { quotation } from '../../../../../shared/checks/marks/quotation';
import { apply, findIn, makeRow, quotes } from '../rows';

const SPEECH = {
  ru: 'Он сказал: «Мы не можем больше ждать ответа от министерства каждый год».',
  ky: 'Ал: «Биз министрликтин жообун жыл сайын күтө бере албайбыз го», — деди.',
  en: 'He said: “We cannot wait for the answer of the ministry every single year.”',
};

test('is quiet where all quotations are closed', () => {
  expect(findIn(quotation, [makeRow('a', SPEECH)])).toEqual([]);
});

test.each([
  ['ru', SPEECH.ru.replace('»', ''), SPEECH.ru],
  ['ky', SPEECH.ky.replace('»', ''), SPEECH.ky],
] as const)('puts the mark that is lost in %s where it has to stand', (language, text, right) => {
  const rows = [makeRow('a', { ...SPEECH, ky: SPEECH.ky, [language]: text })];
  const found = findIn(quotation, rows);
  expect(found).toMatchObject([{ message: 'unclosed', params: { language } }]);
  if (language === 'ky') expect(apply(rows, found).ky).toEqual([right]);
});

test('uses the end of the other quotations, and each language its own order of marks', () => {
  const ends = { ...SPEECH, ky: 'Ал мындай деди: «Биз министрликтин жообун жыл сайын күтө бере албайбыз».' };
  const lost = [
    makeRow('a', { ...ends, ru: ends.ru.replace('»', '') }),
    makeRow('b', { ...ends, en: ends.en.replace('”', '') }),
  ];
  const mended = apply(lost, findIn(quotation, lost));
  expect(mended.ru).toEqual([ends.ru, ends.ru]);
  expect(mended.en).toEqual([ends.en, ends.en]);
});

test('closes a single quoted word after it where the others quote one word too', () => {
  const rows = [
    makeRow('a', {
      ru: 'Компания «Газпром объявила',
      ky: '«Газпром» жарыялады',
      en: 'The company “Gazprom” announced',
    }),
  ];
  const found = findIn(quotation, rows);
  expect(found.map((finding) => quotes(rows, finding))).toEqual([['ru: ', 'ru: «']]);
  expect(apply(rows, found).ru).toEqual(['Компания «Газпром» объявила']);
});

test('accepts a quotation over several paragraphs', () => {
  const anew = ['“One thing.', '“Another thing.', '“The last thing,” she said.'];
  const once = ['«Первое.', 'Второе.', 'Третье», — сказала она.'];
  const nested = ['«Он крикнул: „Стой!', 'Стой!“»'];
  expect(findIn(quotation, [makeRow('a', { en: anew, ru: once }), makeRow('b', { ru: nested })])).toEqual([]);
});

test('does not take the next quotation for it where the other versions close theirs', () => {
  const rows = [
    makeRow('a', { ru: '«Первое», — сказала она', ky: '«Биринчи», — деди', en: '“One thing, she said.' }),
    makeRow('b', { ru: '«Второе»', ky: '«Экинчи»', en: '“Another thing”' }),
  ];
  expect(findIn(quotation, rows).map((finding) => [finding.rowId, ...quotes(rows, finding)])).toEqual([
    ['a', 'en: “'],
  ]);
});

test('gives one finding for a row that is broken in two versions, none where all agree', () => {
  const rows = [makeRow('a', { ru: 'Да», — сказал он', ky: 'Ооба», — деди ал', en: '“Yes,” he said' })];
  expect(findIn(quotation, rows)).toMatchObject([{ message: 'several', params: { others: 'ru ky' } }]);
  expect(
    findIn(quotation, [
      makeRow('a', { ru: 'Да», — сказал он', ky: 'Ооба», — деди ал', en: 'Yes,” he said' }),
    ]),
  ).toEqual([]);
  expect(findIn(quotation, [makeRow('a', { ru: 'Да», — сказал он' })])).toMatchObject([
    { message: 'unopened' },
  ]);
});

test('mends marks that do not fit', () => {
  const rows = [makeRow('a', { ru: 'Газета «Слово” вышла' })];
  expect(apply(rows, findIn(quotation, rows)).ru).toEqual(['Газета «Слово» вышла']);
});

test('says where two versions quote somebody and the third does not', () => {
  const row = makeRow('a', {
    ...SPEECH,
    en: 'We cannot wait for the answer of the ministry every year, he said.',
  });
  expect(findIn(quotation, [row])).toMatchObject([
    { message: 'missing', severity: 'neutral', params: { language: 'en', others: 'ru ky' } },
  ]);
  const dashed = makeRow('a', {
    ...SPEECH,
    ru: '— Мы не можем больше ждать ответа от министерства, — сказал он.',
  });
  expect(findIn(quotation, [dashed])).toEqual([]);
  const names = { ru: 'Компания «Весна»', ky: '«Весна» компаниясы', en: 'The company Vesna' };
  expect(findIn(quotation, [makeRow('a', names)])).toEqual([]);
});

test('finds brackets that stand alone, do not fit or cross a quotation', () => {
  const rows = [
    makeRow('a', { ru: 'Он (как обычно ушёл.', ky: 'Ал (дайыма) кетти.' }),
    makeRow('b', { en: 'He left [as usual).' }),
    makeRow('c', { ru: 'Газета («Слово)» вышла.' }),
    makeRow('d', { ru: '1) дорога (новая); 2) мост «Старый»' }),
  ];
  const found = findIn(bracket, rows);
  expect(found.map(({ rowId, message }) => `${rowId} ${message}`)).toEqual([
    'a unclosed',
    'b mismatched',
    'c crossed',
  ]);
  expect(apply(rows, found)).toMatchObject({
    ru: ['Он (как обычно ушёл.', 'Газета («Слово») вышла.', '1) дорога (новая); 2) мост «Старый»'],
    en: ['He left [as usual].'],
  });
});
