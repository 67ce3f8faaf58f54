import { expect, test } from 'vitest';
import { makeLedger, type LedgerEntry } from '../../../../shared/checks/ledger';
import { LANGUAGES } from '../../../../shared/model/language';
import { makeRow } from './rows';

const ROWS = [
  makeRow('a', {
    ru: 'Президент Сооронбай Жээнбеков прибыл 24 июля 2019 года.',
    ky: 'Президент Сооронбай Жээнбеков 2019-жылдын 24-июлунда келди.',
    en: 'President Sooronbay Jeenbekov arrived on 24 July 2019.',
  }),
  makeRow('b', {
    ru: 'По словам Жээнбекова, на ремонт нужно 2,5 млн сомов.',
    ky: 'Жээнбековдун айтымында, оңдоого 25 млн сом керек.',
    en: 'According to Zheenbekov, the repair needs 2.5 million soms.',
  }),
  makeRow('c', { ru: 'Он сказал: «Отсрочка платежа нужна».', ky: '«Төлөмдү жылдыруу керек», — деди ал.' }),
];

const ledger = makeLedger(ROWS, { glossary: 'отсрочка платежа | төлөмдү жылдыруу | payment deferral' });

function find(kind: LedgerEntry['kind'], text: string): LedgerEntry | undefined {
  return ledger.find(
    (entry) =>
      entry.kind === kind && LANGUAGES.some((each) => entry.forms[each].some((form) => form.text === text)),
  );
}

function formsIn(entry: LedgerEntry | undefined): readonly string[] {
  return LANGUAGES.map((each) => entry?.forms[each].map(({ text }) => text).join(', ') ?? '');
}

test('holds a name with all its forms and spellings as one', () => {
  const name = find('name', 'Жээнбеков');
  expect(formsIn(name)).toEqual([
    'Жээнбеков, Жээнбекова',
    'Жээнбеков, Жээнбековдун',
    'Jeenbekov, Zheenbekov',
  ]);
  expect(name?.disagreeing).toEqual([]);
});

test('holds numbers by value, and tells in which rows versions disagree', () => {
  const millions = find('number', '2,5 млн');
  expect(formsIn(millions)).toEqual(['2,5 млн', '', '2.5 million']);
  expect(millions?.disagreeing).toEqual(['b']);
});

test('holds dates, quotations and terms', () => {
  expect(formsIn(find('date', '24 July 2019')).map((text) => text !== '')).toEqual([true, true, true]);
  expect(formsIn(find('quotation', '«Отсрочка платежа нужна»'))).toEqual([
    '«Отсрочка платежа нужна»',
    '«Төлөмдү жылдыруу керек»',
    '',
  ]);
  expect(formsIn(find('term', 'Отсрочка платежа'))).toEqual(['Отсрочка платежа', 'Төлөмдү жылдыруу', '']);
});

test('says where each form stands', () => {
  const place = find('number', '2,5 млн')?.forms.en[0]?.places[0];
  expect(place).toMatchObject({ language: 'en', paragraphId: 'b-en-0' });
  expect(ROWS[1]?.cells.en.paragraphs[0]?.text.slice(place?.start, place?.end)).toBe('2.5 million');
});
