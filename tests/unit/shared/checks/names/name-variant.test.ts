import { expect, test } from 'vitest';
import { nameVariant } from '../../../../../shared/checks/names/name-variant';
import type { PerLanguage } from '../../../../../shared/model/language';
import { findIn, makeRow, quotes } from '../rows';

type Texts = Partial<PerLanguage<string | readonly string[]>>;

const rowsOf = (texts: readonly Texts[]) => texts.map((each, n) => makeRow(`row-${n}`, each));

/** A row for each text of one version. */
const alone = (language: 'ru' | 'ky' | 'en', ...texts: readonly string[]) =>
  rowsOf(texts.map((text) => ({ [language]: text })));

const often = {
  en: ['He met Atambayev here.', 'She and Atambayev left.', 'The visit of Atambayev ended.'],
  ru: ['Он видел Атамбаева.', 'Она и Атамбаев ушли.', 'Он говорил с Атамбаевым.'],
  ky: ['Ал Атамбаевди көрдү.', 'Ал жана Атамбаев кетти.', 'Ал Атамбаевге айтты.'],
};

test.each<['ru' | 'ky' | 'en', string, string, string]>([
  ['en', 'Then Atambaev’s plane left.', 'Atambaev', 'Atambayev'],
  ['en', 'Then Atmabayev left.', 'Atmabayev', 'Atambayev'],
  ['en', 'Then Attambayev left.', 'Attambayev', 'Atambayev'],
  ['en', 'Then Atabayev left.', 'Atabayev', 'Atambayev'],
  ['ru', 'Потом Атмабаеву сообщили.', 'Атмабаеву', 'Атамбаеву'],
  ['ru', 'Потом об Атамбаеве и Аттамбаеве забыли.', 'Аттамбаеве', 'Атамбаеве'],
  ['ky', 'Анан Атамабевдин учагы кетти.', 'Атамабевдин', 'Атамбаевдин'],
  ['ky', 'Анан Атамбавевдин учагы кетти.', 'Атамбавевдин', 'Атамбаевдин'],
  ['ky', 'Анан Атмабаевдин учагы кетти.', 'Атмабаевдин', 'Атамбаевдин'],
])('%s: %s', (language, text, name, better) => {
  const rows = alone(language, ...often[language], text);
  const found = findIn(nameVariant, rows);
  expect(found.map(({ params }) => [params['name'], params['better']])).toEqual([[name, better]]);
  const [finding] = found;
  if (!finding) return;
  expect(finding).toMatchObject({ check: 'nameVariant', message: 'variant', rowId: 'row-3' });
  expect(quotes(rows, finding)[0]).toBe(`${language}: ${name}`);
  expect(finding.fixes.map((fix) => fix.text)).toEqual([better]);
});

test('is quiet about a word that is seldom, or written small too', () => {
  const [one = '', two = ''] = often.en;
  expect(findIn(nameVariant, alone('en', one, two, 'Then Atabayev left.'))).toEqual([]);
  const small = 'It was an atabayev.';
  expect(findIn(nameVariant, alone('en', ...often.en, 'Then Atabayev left.', small))).toEqual([]);
});

test('judges afresh once other names stand there', () => {
  const context = { glossary: '' };
  const find = (text: string) => findIn(nameVariant, alone('en', ...often.en, text), context).length;
  expect([find('Then nobody left.'), find('Then Atabayev left.'), find('Then nobody left.')]).toEqual([
    0, 1, 0,
  ]);
});

test('tells one name from another by the other versions', () => {
  const rows = rowsOf([
    { en: 'He met Michael there.', ru: 'Он видел Майкла.' },
    { en: 'So did Michael say.', ru: 'Так сказал Майкл.' },
    { en: 'Then Michael left.', ru: 'Потом Майкл ушёл.' },
    { en: 'Then Michel left.', ru: 'Потом Мишель ушёл.' },
  ]);
  expect(findIn(nameVariant, rows)).toEqual([]);
  const slip = rowsOf([
    { en: 'He met Roberto there.', ru: 'Он видел Роберто.' },
    { en: 'So did Roberto say.', ru: 'Так сказал Роберто.' },
    { en: 'Then Robeto left.', ru: 'Потом Роберто ушёл.' },
  ]);
  const [finding] = findIn(nameVariant, slip);
  expect(finding && quotes(slip, finding)).toEqual(['en: Robeto', 'en: Roberto', 'ru: Роберто']);
});

test('asks the other versions where two spellings come equally often, and leaves the choice open', () => {
  const en = ['The plane of Jeenbekov left.', 'The plane of Zheenbekov left.'];
  expect(findIn(nameVariant, alone('en', ...en))).toEqual([]);
  const ru = 'Самолёт Жээнбекова улетел.';
  const found = findIn(nameVariant, rowsOf(en.map((text) => ({ en: text, ru }))));
  expect(found.map(({ rowId, params, fixes }) => [rowId, params['name'], fixes])).toEqual([
    ['row-1', 'Zheenbekov', []],
  ]);
});

test('says of all places of a word at once', () => {
  const rows = alone('en', ...often.en, ...often.en, 'Then Atambaev left.', 'There Atambaev was.');
  const found = findIn(nameVariant, rows);
  expect(found.map((finding) => quotes(rows, finding))).toEqual([
    ['en: Atambaev', 'en: Atambaev', 'en: Atambayev'],
  ]);
  expect(found[0]?.fixes).toHaveLength(2);
});

test.each<[string, 'ru' | 'ky' | 'en', readonly string[]]>([
  [
    'case endings',
    'ru',
    [
      'Он в Минске.',
      'Он из Минска.',
      'Это Минск.',
      'Вот Минский завод.',
      'Он у Асели.',
      'Вот Асель.',
      'И Асель.',
    ],
  ],
  [
    'case endings and derived words',
    'ky',
    [
      'Бул Кыргызстан.',
      'Ал Кыргызстандын жери.',
      'Бул Кыргызстандык.',
      'Ал Solid-дин жери.',
      'Бул Solid деген.',
    ],
  ],
  [
    'derived words',
    'en',
    [
      'In America it is.',
      'To America he went.',
      'The American left.',
      'Two Americans.',
      'So did Austria.',
      'So did Austria.',
      'So did Australia.',
    ],
  ],
  [
    'other names',
    'ru',
    ['Был Осмонов.', 'Был Осмонов.', 'Был Осмонов.', 'Был Усманов.', 'Был Иран.', 'Был Иран.', 'Был Ирак.'],
  ],
  ['abbreviations', 'en', ['The OSCE left.', 'The OSCE left.', 'The OCSE left.']],
  ['ё and е', 'ru', ['Вот Хрущёв.', 'Вот Хрущёв.', 'Вот Хрущев.']],
])('is quiet about %s', (_, language, texts) => {
  expect(findIn(nameVariant, alone(language, ...texts))).toEqual([]);
});

test('an approved spelling is never the odd one, and what differs from it always is', () => {
  const approved = { ru: [], ky: ['Жээнбеков'], en: ['Sooronbay Zheenbekov'] };
  const rows = [
    ...alone('en', 'He met Jeenbekov.', 'So did Jeenbekov.', 'Then Zheenbekov left.'),
    ...rowsOf([{ ky: 'Ал Жеенбековдун учагы.' }]).map((row) => ({ ...row, id: 'ky' })),
  ];
  const found = findIn(nameVariant, rows, { glossary: '', approved });
  expect(
    found.map(({ message, params, fixes }) => [message, params['name'], fixes.map(({ text }) => text)]),
  ).toEqual([
    ['approved', 'Jeenbekov', ['Zheenbekov', 'Zheenbekov']],
    ['approved', 'Жеенбековдун', ['Жээнбековдун']],
  ]);
});
