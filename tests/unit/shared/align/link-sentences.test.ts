import { describe, expect, test } from 'vitest';
import { linkSentences } from '../../../../shared/align/link-sentences';
import { LANGUAGES } from '../../../../shared/model/language';

const CELLS = {
  ru: ['Мост закрыли в понедельник. Его ремонт обойдётся в 3,5 млн сомов.', 'Жители недовольны.'],
  ky: ['Көпүрө дүйшөмбү күнү жабылды. Аны оңдоо 3,5 млн сомго түшөт. Тургундар нааразы.'],
  en: ['The bridge was closed on Monday. The repair will cost 3.5 million soms.'],
};

const textsOf = (cells: typeof CELLS) =>
  linkSentences(cells).map((link) =>
    LANGUAGES.map((language) =>
      link[language].map(({ paragraph, start, end }) => cells[language][paragraph]?.slice(start, end)),
    ),
  );

describe('linkSentences', () => {
  test('links sentences that say the same, across paragraphs, and leaves out what a language lacks', () => {
    expect(textsOf(CELLS)).toEqual([
      [
        ['Мост закрыли в понедельник.'],
        ['Көпүрө дүйшөмбү күнү жабылды.'],
        ['The bridge was closed on Monday.'],
      ],
      [
        ['Его ремонт обойдётся в 3,5 млн сомов.'],
        ['Аны оңдоо 3,5 млн сомго түшөт.'],
        ['The repair will cost 3.5 million soms.'],
      ],
      [['Жители недовольны.'], ['Тургундар нааразы.'], []],
    ]);
  });

  test('a sentence without counterparts stands alone', () => {
    const texts = textsOf({ ...CELLS, en: [], ky: [] });
    expect(texts.map((row) => row[0]?.length)).toEqual([1, 1, 1]);
  });

  test('empty cells and paragraphs have no links', () => {
    expect(linkSentences({ ru: [], ky: [''], en: [' '] })).toEqual([]);
  });
});
