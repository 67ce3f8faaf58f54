import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../../main/import/detect-language';

const RUSSIAN =
  'Жители трёх сёл на севере области остались без поливной воды: канал, который обещали достроить ещё весной, не готов. ' +
  'В министерстве говорят, что деньги выделены, но подрядчик не успевает и просит отсрочку.';
const KYRGYZ =
  'Облустун түндүгүндөгү үч айылдын тургундары сугат суусуз калды: жазда бүтөт деп убада кылынган канал даяр эмес. ' +
  'Министрлик акча бөлүнгөнүн, бирок ишкана үлгүрбөй, мөөнөттү узартууну сурап жатканын айтууда.';
const ENGLISH =
  'Farmers of three northern villages have no water for their fields: the canal that was promised for spring is not ' +
  'ready. The ministry says the money is there, but the contractor asks for more time.';

describe('detectLanguage', () => {
  it.each([
    ['ru', RUSSIAN],
    ['ru', 'Визит в Кремль'],
    ['ru', 'Президент Казахстана'],
    ['ru', 'Суд над Өмүралиевым отложен'],
    ['ru', 'Фото: пресс-служба президента'],
    ['ky', KYRGYZ],
    ['ky', 'Суу кимге тиет'],
    ['ky', 'Бишкек шаарында жыйын болду'],
    ['ky', 'Кремлге сапар'],
    ['ky', 'Жаңы өкмөт'],
    ['ky', 'Акча бар, бирок жол жок'],
    ['en', ENGLISH],
    ['en', 'Who gets the water?'],
  ])('knows %s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('is not misled by quotations in another language', () => {
    expect(detectLanguage(`${RUSSIAN} «Суу кимге тиет? Бул маселе боюнча жооп жок», – дешет алар.`)).toBe(
      'ru',
    );
    expect(detectLanguage(`${ENGLISH} “Когда будет вода?” they ask.`)).toBe('en');
  });

  it.each([
    ['Kazakh', 'Қазақстан үкіметі су тапшылығы туралы мәлімдеді'],
    ['Ukrainian', 'Україна підписала угоду про воду з Європейським Союзом'],
    [
      'German',
      'Wer bekommt das Wasser, und warum nicht wir? Das Ministerium sagt, das Geld sei da, aber der Bau stockt.',
    ],
    ['Mongolian', `${'Усны асуудал бол улс орны хөгжилд чухал нөлөөтэй гэж сайд хэлсэн байна. '.repeat(6)}`],
    ['numbers', '2019 — 2024: 35 %'],
    ['almost nothing', 'Суу'],
    ['nothing', ''],
  ])('says nothing of %s', (_, text) => {
    expect(detectLanguage(text)).toBeNull();
  });
});
