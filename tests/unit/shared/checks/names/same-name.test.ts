import { expect, test } from 'vitest';
import { makeLedger } from '../../../../../shared/checks/ledger';
import { LANGUAGES, type PerLanguage } from '../../../../../shared/model/language';
import { makeRow } from '../rows';

/** The names of rows of these texts, each as its forms in "ru | ky | en". */
function namesIn(...texts: readonly Partial<PerLanguage<string>>[]): readonly string[] {
  const rows = texts.map((each, n) => makeRow(`r${n + 1}`, each));
  return makeLedger(rows, { glossary: '' })
    .filter(({ kind }) => kind === 'name')
    .map(({ forms }) =>
      LANGUAGES.map((language) => forms[language].map(({ text }) => text).join(', ') || '-').join(' | '),
    );
}

test('takes no month and no weekday for a name', () => {
  expect(
    namesIn({
      ru: 'Съезд пройдёт в Оше, вероятно, в Марте или во Вторник.',
      ky: 'Жыйын Ошто, балким, Мартта же Шейшембиде өтөт.',
      en: 'The congress meets in Osh on a Tuesday in March, not in September.',
    }),
  ).toEqual(['Оше | Ошто | Osh']);
});

test('takes no beginning of a sentence for a name because some name sounds a little like it', () => {
  expect(
    namesIn(
      {
        ru: 'Поставки идут из Китая. Кто за них платит, не сказано.',
        ky: 'Жүктү Кытай жөнөтөт. Кат али келе элек.',
        en: 'Goods come from China. Katie pays.',
      },
      { ru: 'Ранее Райан молчал, а теперь Райан говорит.', en: 'He asked Ryan, and Ryan said so.' },
      { ky: 'Аз күндөн кийин Азияга барат. Эң ыраак жол.' },
    ),
  ).toEqual(['Китая | Кытай | -', '- | - | China', 'Райан | - | Ryan', '- | Азияга | -']);
});

test('takes no word for a name that has its capital from a number, a footnote or a list before it', () => {
  expect(
    namesIn({
      ru: 'Дома отапливает Бишкек. 2) Ремонт идёт.',
      ky: 'Аны Бишкек жылытат. 2) Оңдоо жүрүүдө.',
      en: 'Bishkek heats homes.[^2] In winter Bishkek pays. 2) Repair goes on.',
    }),
  ).toEqual(['Бишкек | Бишкек | Bishkek']);
});

test('takes no word for a name that is mostly written small', () => {
  expect(
    namesIn({ en: 'We saw The Hague and the sea.' }, { en: 'The mayor met the king of the sea. The end.' }),
  ).toEqual(['- | - | Hague']);
});

test('holds as one what differs in its endings, and keeps apart what only begins alike', () => {
  expect(
    namesIn(
      { ru: 'Он из Кара-Балты, а она из Кара-Оя.', ky: 'Ал Кара-Балтадан, тигил Кара-Ойдон.' },
      { ru: 'Тогда Сара уехала в Сирию, а Сару ждали.', en: 'Then Sara left for Syria.' },
    ),
  ).toEqual([
    'Кара-Балты | Кара-Балтадан | -',
    'Кара-Оя | Кара-Ойдон | -',
    'Сара, Сару | - | Sara',
    'Сирию | - | Syria',
  ]);
});

test('knows a name that begins sentences by the other versions of its row', () => {
  expect(
    namesIn({
      ru: 'Фильм для Эммы важен.',
      ky: 'Эмма үчүн тасма маанилүү.',
      en: 'The film matters to Emma.',
    }),
  ).toEqual(['Эммы | Эмма | Emma']);
  // Away from that row the same word is no name.
  expect(namesIn({ ru: 'Фильм для Эммы важен.' }, { ky: 'Эмма үчүн тасма маанилүү.' })).toEqual([
    'Эммы | - | -',
  ]);
});

test('holds an abbreviation as one under all its endings', () => {
  expect(namesIn({ ky: 'Ал АКШнын элчиси, бирок АКШ жооп бербейт. Ага АКШга барыш керек.' })).toEqual([
    '- | АКШнын, АКШ, АКШга | -',
  ]);
});
