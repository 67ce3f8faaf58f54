import { expect, test } from 'vitest';
import { untranslated } from '../../../../../shared/checks/sentences/untranslated';
import type { PerLanguage } from '../../../../../shared/model/language';
import { findIn, makeRow, quotes } from '../rows';

const RU = 'Министр сообщил, что дорога между городами будет закрыта до конца недели.';
const KY = 'Министр шаарлардын ортосундагы жол жуманын аягына чейин жабылат деп билдирди.';
const EN = 'The minister said that the road between the cities will stay closed until the end of the week.';

type Texts = Partial<PerLanguage<string>>;

test.each<[string, Texts, string, string]>([
  ['English in Russian', { ru: `Дорога закрыта. ${EN}` }, 'ru', 'en'],
  ['English in Kyrgyz', { ky: `${EN} Жол жабык.` }, 'ky', 'en'],
  ['Russian in Kyrgyz', { ky: `Жол жабык. ${RU} Ал ушуну айтты.` }, 'ky', 'ru'],
  ['Kyrgyz in Russian', { ru: `Дорога сегодня закрыта. ${KY}` }, 'ru', 'ky'],
  ['Russian in English', { en: `The road is closed. ${RU}` }, 'en', 'ru'],
  ['Kyrgyz in English', { en: `${KY} The road is closed.` }, 'en', 'ky'],
  [
    'a long clause',
    { ky: `Министр айткандай, которые будут приняты до конца этого года депутатами, алар бирдикте.` },
    'ky',
    'ru',
  ],
])('finds %s', (_, texts, language, other) => {
  const rows = [makeRow('a', texts)];
  const [finding, ...more] = findIn(untranslated, rows);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ message: 'passage', params: { language, others: other } });
});

test('marks just the sentence, and the same sentence in the other version', () => {
  const rows = [
    makeRow('a', { ru: `Дорога закрыта. ${RU}`, ky: `Жол жабык. ${RU} Ал ушуну айтты.`, en: EN }),
  ];
  const [finding] = findIn(untranslated, rows);
  expect(finding && quotes(rows, finding)).toEqual([`ky: ${RU}`, `ru: ${RU}`]);
});

test('reports a paragraph once, and says so', () => {
  const rows = [makeRow('a', { ru: RU, ky: `${RU} ${RU} ${RU}`, en: EN })];
  expect(findIn(untranslated, rows)).toMatchObject([{ message: 'paragraph', params: { language: 'ky' } }]);
});

test('goes by less where a heading is the same in two versions', () => {
  const heading = 'Решение министерства';
  expect(findIn(untranslated, [makeRow('a', { ky: heading })])).toEqual([]);
  expect(findIn(untranslated, [makeRow('a', { ru: heading, ky: heading })])).toHaveLength(1);
});

test('takes a few words where the version of that language has the same, and not in quotation marks', () => {
  const ru = 'Осмотр закончат не позднее среды.';
  const rows = [makeRow('a', { ru, ky: 'Текшерүү не позднее среды аяктайт.' })];
  const [finding, ...more] = findIn(untranslated, rows);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ message: 'passage', params: { language: 'ky', others: 'ru' } });
  expect(findIn(untranslated, [makeRow('a', { ky: 'Текшерүү не позднее среды аяктайт.' })])).toEqual([]);
  const quoted = makeRow('a', {
    ru: 'Он вёл «Вести не для всех».',
    ky: 'Ал «Вести не для всех» алып барган.',
  });
  expect(findIn(untranslated, [quoted])).toEqual([]);
  const source = 'Петров И. О том, как не стать другим, 2019.';
  expect(findIn(untranslated, [makeRow('a', { ru: source, ky: source })])).toEqual([]);
});

test.each<[string, Texts]>([
  ['versions in their languages', { ru: RU, ky: KY, en: EN }],
  ['a title', { ru: 'Фильм «The Good, the Bad and the Ugly» показали в Бишкеке вчера вечером.' }],
  ['an organisation', { ky: 'Бул тууралуу Human Rights Watch (International Committee) уюму билдирди.' }],
  [
    'a saying',
    { en: 'They call it «справедливость», or “fair share for all”, in the language of the street.' },
  ],
  ['a law', { ky: 'Ал «О внесении изменений в некоторые законы» мыйзамын айтты.' }],
  [
    'a name that begins a sentence in two versions',
    { ru: 'Өмүрбекова сегодня выступила.', ky: 'Өмүрбекова бүгүн сөз сүйлөдү.' },
  ],
  ['names', { ru: 'Асель Токтобаева, Нурлан Жумабеков, Гүлнара Өмүрбекова', ky: 'Петров, Сидоров, Иванов' }],
  ['a source', { ru: 'Smith J. The politics of water in Central Asia. Oxford University Press, 2014.' }],
  [
    'an address',
    { ky: 'Кененирээк: https://example.org/the-road-between-the-cities-is-closed дареги боюнча.' },
  ],
  ['code', { ru: 'npm run build && npm install --save-dev the package of the day' }],
  [
    'the same name',
    { ru: 'Human Rights Watch, Amnesty International', ky: 'Human Rights Watch, Amnesty International' },
  ],
])('is quiet about %s', (_, texts) => {
  expect(findIn(untranslated, [makeRow('a', texts)])).toEqual([]);
});
