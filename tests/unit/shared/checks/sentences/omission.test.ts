import { expect, test } from 'vitest';
import { omission } from '../../../../../shared/checks/sentences/omission';
import { perLanguage, type Language, type PerLanguage } from '../../../../../shared/model/language';
import { findIn, makeRow, quotes } from '../rows';

const SENTENCES: PerLanguage<readonly string[]> = {
  ru: [
    'Министр транспорта сообщил, что дорога между Бишкеком и Ошем будет закрыта до понедельника.',
    'Из-за схода лавины движение остановлено на 128-м километре.',
    'Работы ведут 40 человек и 12 единиц техники, добавил он.',
    'Президент поручил правительству помочь водителям.',
  ],
  ky: [
    'Транспорт министри Бишкек менен Оштун ортосундагы жол дүйшөмбүгө чейин жабылат деп билдирди.',
    'Көчкүнүн айынан унаа каттамы 128-чакырымда токтотулду.',
    'Ал жерде 40 адам жана 12 техника иштеп жатат, деп кошумчалады ал.',
    'Президент өкмөткө айдоочуларга жардам берүүнү тапшырды.',
  ],
  en: [
    'The minister of transport said the road between Bishkek and Osh would stay closed until Monday.',
    'Traffic was stopped at kilometre 128 because of an avalanche.',
    'Some 40 people and 12 machines are at work there, he added.',
    'The president told the government to help the drivers.',
  ],
};

function textsWithout(drop: (language: Language, n: number) => boolean): PerLanguage<string> {
  const text = (language: Language): string =>
    SENTENCES[language].filter((_, n) => !drop(language, n)).join(' ');
  return { ru: text('ru'), ky: text('ky'), en: text('en') };
}

const LANGUAGES = ['ru', 'ky', 'en'] as const;

test.each(LANGUAGES.flatMap((language) => [0, 1, 2, 3].map((n) => [language, n] as const)))(
  'finds that %s lacks sentence %i, and where',
  (language, n) => {
    const rows = [
      makeRow(
        'a',
        textsWithout((each, m) => each === language && m === n),
      ),
    ];
    const [finding, ...more] = findIn(omission, rows);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ message: 'sentence', severity: 'major', params: { language } });
    const before = SENTENCES[language].slice(0, n).join(' ').length;
    expect(finding?.spans[0]).toMatchObject({ language, start: before, end: before });
    const others = LANGUAGES.filter((other) => other !== language);
    expect(finding && quotes(rows, finding).slice(1)).toEqual(
      others.map((other) => `${other}: ${SENTENCES[other][n] ?? ''}`),
    );
  },
);

test('says which version alone has a sentence', () => {
  const rows = [
    makeRow(
      'a',
      textsWithout((language, n) => language !== 'ky' && n === 1),
    ),
  ];
  const [finding, ...more] = findIn(omission, rows);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ message: 'extra', severity: 'minor', params: { language: 'ky' } });
  expect(finding && quotes(rows, finding)[0]).toBe(`ky: ${SENTENCES.ky[1] ?? ''}`);
});

test('finds that a part of a sentence is missing', () => {
  const rows = [
    makeRow('a', {
      ru: 'Большинство погибших устали, когда плыли обратно к берегу против течения, которое там очень сильное.',
      ky: 'Каза болгондордун көбү чарчап калышкан.',
      en: 'Most of those who died were tired from swimming back to the shore against the current, which is very strong.',
    }),
  ];
  expect(findIn(omission, rows)).toMatchObject([{ message: 'part', params: { language: 'ky' } }]);
});

const FULL = textsWithout(() => false);
const MERGED = SENTENCES.ky.join(' ').replace('токтотулду. Ал', 'токтотулду, ал');

test.each([
  ['all say the same', FULL],
  ['two sentences are one in one version', { ...FULL, ky: MERGED }],
  ['nothing is there to compare with', { ru: FULL.ru }],
  ['a number stands alone', { ru: '1.', ky: '1.', en: '1.' }],
])('is quiet where %s', (_, texts) => {
  expect(findIn(omission, [makeRow('a', texts)])).toEqual([]);
});

test('does not compare a version that differs on purpose', () => {
  const row = makeRow(
    'a',
    textsWithout((language, n) => language === 'en' && n === 1),
  );
  const adapted = { reason: 'for readers abroad', author: 'A', time: 0 };
  const paragraphs = row.cells.en.paragraphs.map((paragraph) => ({ ...paragraph, adapted }));
  expect(
    findIn(omission, [{ ...row, cells: { ...row.cells, en: { ...row.cells.en, paragraphs } } }]),
  ).toEqual([]);
});

test('counts paragraphs in a row that one version lacks', () => {
  const { ru, ky } = FULL;
  const rows = [
    makeRow('a', FULL),
    makeRow('b', { ru, ky }),
    makeRow('c', { ru, ky }),
    makeRow('d', FULL),
    makeRow('e', { ru, ky }),
  ];
  const found = findIn(omission, rows);
  expect(found).toMatchObject([
    { rowId: 'b', message: 'paragraph', params: { language: 'en', count: 2 } },
    { rowId: 'e', message: 'paragraph', params: { language: 'en', count: 1 } },
  ]);
  expect(found[0] && quotes(rows, found[0])).toHaveLength(4);
});

test('says nothing of a version that has no text yet, nor of rows that are not sure', () => {
  const { ru, ky } = FULL;
  expect(findIn(omission, [makeRow('a', { ru, ky }), makeRow('b', { ru, ky })])).toEqual([]);
  const unsure = { ...makeRow('b', { ru, ky }), confidence: 0.4 };
  expect(findIn(omission, [makeRow('a', FULL), unsure])).toEqual([]);
  expect(findIn(omission, [makeRow('a', FULL), { ...unsure, confirmed: true }])).toHaveLength(1);
});

test('does not miss what sites put around an article', () => {
  const rows = [
    makeRow(
      'a',
      textsWithout(() => false),
    ),
    makeRow('b', { ru: 'Подписывайтесь на наш канал в Telegram!', ky: 'Биздин Telegram каналга жазылыңыз!' }),
  ];
  expect(findIn(omission, rows)).toEqual([]);
});

const PICTURE = { hash: null, kind: 'png', address: 'dam.png', width: 60, height: 40 } as const;

function withPictures(row: ReturnType<typeof makeRow>): ReturnType<typeof makeRow> {
  return {
    ...row,
    cells: perLanguage((language) => ({
      ...row.cells[language],
      paragraphs: row.cells[language].paragraphs.map((paragraph) =>
        paragraph.text.startsWith('IMG') ? { ...paragraph, role: 'picture', picture: PICTURE } : paragraph,
      ),
    })),
  };
}

test('tells missing pictures as pictures, also without a description, and marks none of their words', () => {
  const rows = [
    makeRow('a', SENTENCES),
    withPictures(
      makeRow('b', { ru: 'IMG Плотина Камбар-Ата, вид с левого берега', en: 'IMG The Kambar-Ata dam' }),
    ),
    withPictures(makeRow('c', { ru: 'IMG', en: 'IMG' })),
    makeRow('d', { ru: SENTENCES.ru[0] ?? '', en: SENTENCES.en[0] ?? '' }),
  ];
  const found = findIn(omission, rows);
  expect(found).toMatchObject([
    { message: 'picture', params: { language: 'ky', count: 2 } },
    { message: 'paragraph', params: { language: 'ky', count: 1 } },
  ]);
  expect(found[0]?.spans.map(({ start, end }) => end - start)).toEqual([0, 0, 0, 0]);
});

test('does not miss the words of a picture in a version that has only its caption', () => {
  const caption = { ru: SENTENCES.ru[0] ?? '', ky: SENTENCES.ky[0] ?? '', en: SENTENCES.en[0] ?? '' };
  const alternative = `IMG ${SENTENCES.en[2]} ${SENTENCES.en[3]}`;
  const row = makeRow('a', { ...caption, en: [alternative, caption.en] });
  expect(findIn(omission, [row])).not.toEqual([]);
  expect(findIn(omission, [withPictures(row)])).toEqual([]);
});
