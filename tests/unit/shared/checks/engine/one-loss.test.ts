import { expect, test } from 'vitest';
import { ALL_CHECKS } from '../../../../../shared/checks/all-checks';
import { makeChecker } from '../../../../../shared/checks/engine/check-rows';
import { makeRow } from '../rows';

const RU = [
  'Министр транспорта сообщил, что дорога между Бишкеком и Ошем будет закрыта до понедельника.',
  'Работы ведут 40 человек и 12 единиц техники, добавил директор Темиров.',
  'Президент поручил правительству помочь водителям.',
];
const KY = [
  'Транспорт министри Бишкек менен Оштун ортосундагы жол дүйшөмбүгө чейин жабылат деп билдирди.',
  'Ал жерде 40 адам жана 12 техника иштеп жатат, деп кошумчалады директор Темиров.',
  'Президент өкмөткө айдоочуларга жардам берүүнү тапшырды.',
];
const EN = [
  'The minister of transport said the road between Bishkek and Osh would stay closed until Monday.',
  'Some 40 people and 12 machines are at work there, director Temirov added.',
  'The president told the government to help the drivers.',
];

function check(ky: readonly string[]) {
  const rows = [makeRow('a', { ru: RU.join(' '), ky: ky.join(' '), en: EN.join(' ') })];
  return makeChecker(ALL_CHECKS, { glossary: '' })(rows).map(
    (finding) => `${finding.check} ${finding.message}`,
  );
}

test('tells a lost sentence once, without the numbers and names in it', () => {
  expect(check(KY.filter((_, n) => n !== 1))).toEqual(['omission sentence']);
});

test('tells what a sentence lost where the sentence itself is there', () => {
  const shorter = KY.map((text) => text.replace('40 адам жана 12 техника', '40 адам'));
  expect(check(shorter)).toEqual(['number missing']);
});

test('tells numbers of other sentences beside a lost one', () => {
  const wrong = KY.filter((_, n) => n !== 1).map((text) => text.replace('дүйшөмбүгө чейин', '3 күнгө'));
  expect(check(wrong)).toContain('omission sentence');
  expect(check(wrong).some((said) => said.startsWith('number'))).toBe(true);
});
