import { expect, test } from 'vitest';
import { length } from '../../../../../shared/checks/sentences/length';
import { findIn, makeRow, quotes } from '../rows';

const RU = 'Совет институтов состоит из чиновников правительства и представителей надзорных органов.';
const KY = 'Институттар кеңеши өкмөттүн кызматкерлеринен жана көзөмөл органдарынын өкүлдөрүнөн турат.';
const EN = 'The council consists of officials of the government and members of the supervising bodies.';

test('says which text is too short, and by how much', () => {
  const rows = [makeRow('a', { ru: RU, ky: KY, en: 'The council has officials and some others.' })];
  const [finding, ...more] = findIn(length, rows);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    message: 'short',
    severity: 'minor',
    params: { language: 'en', percent: 49 },
  });
  expect(finding && quotes(rows, finding)).toEqual([
    'en: The council has officials and some others.',
    `ru: ${RU}`,
    `ky: ${KY}`,
  ]);
});

test('says which text is too long', () => {
  const long = `${KY.slice(0, -1)}, алардын баары беш жылга шайланат жана эч кимге отчет берүүгө милдеттүү эмес экени айтылат.`;
  expect(findIn(length, [makeRow('a', { ru: RU, ky: long, en: EN })])).toMatchObject([
    { message: 'long', params: { language: 'ky' } },
  ]);
});

test.each([
  ['translations', { ru: RU, ky: KY, en: EN }],
  ['a version that is not there', { ru: RU, en: 'The council.' }],
  ['short texts', { ru: 'Фото: пресс-служба', ky: 'Сүрөт: басма сөз кызматы', en: 'Photo' }],
  ['what is missing by sentences', { ru: `${RU} ${RU} ${RU}`, ky: `${KY} ${KY} ${KY}`, en: EN }],
])('is quiet about %s', (_, texts) => {
  expect(findIn(length, [makeRow('a', texts)])).toEqual([]);
});
