import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { RowCheck } from '../../../../shared/checks/engine/check';
import { makeChecker } from '../../../../shared/checks/engine/check-rows';
import { ALL_CHECKS } from '../../../../shared/checks/all-checks';
import { makeLedger } from '../../../../shared/checks/ledger';
import type { Mark, Style } from '../../../../shared/model/mark';
import { normaliseMarks } from '../../../../shared/model/mark';
import { plainBlock, type RichText } from '../../../../shared/model/paragraph';
import type { Row } from '../../../../shared/model/row';
import { staleSources } from '../../../../shared/reconcile/stale';
import {
  countedParagraph,
  countedText,
  countSaid,
  withoutStruck,
} from '../../../../shared/text/counted-text';
import { makeRow } from '../checks/rows';

/** A text in which what stands between tildes is struck out. */
function struck(written: string, sign = '~', type: Style = 'strike'): RichText {
  const marks: Mark[] = [];
  let text = '';
  for (const [n, piece] of written.split(sign).entries()) {
    if (n % 2 === 1) marks.push({ type, start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, marks: normaliseMarks(marks, text.length) };
}

function rowOf(texts: Readonly<Record<'ru' | 'en', RichText>>): Row {
  const row = makeRow('a', { ru: texts.ru.text, en: texts.en.text });
  const marked = (language: 'ru' | 'en') => ({
    ...row.cells[language],
    paragraphs: row.cells[language].paragraphs.map((paragraph) => ({ ...paragraph, ...texts[language] })),
  });
  return { ...row, cells: { ...row.cells, ru: marked('ru'), en: marked('en') } };
}

describe('the text that counts', () => {
  it.each([
    ['погибли ~12~ 21 человек', 'погибли 21 человек'],
    ['~12~ 21 человек', '21 человек'],
    ['погибли 21 ~человек~', 'погибли 21'],
    ['два ~три~, четыре', 'два, четыре'],
    ['два~ три ~четыре', 'два четыре'],
    ['при~каз~вет', 'привет'],
    ['раз\nдва ~три~\nчетыре', 'раз два четыре'],
    ['~всё~', ''],
  ])('of %j is %j', (written, said) => {
    expect(countedText(struck(written)).text).toBe(said);
  });

  it('has each letter where the text has it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'аб 1.,\n'), maxLength: 20 });
    const spans = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 3 });
    fc.assert(
      fc.property(text, spans, (given, places) => {
        const marks = places.map(([a, b]): Mark => ({
          type: 'strike',
          start: Math.min(a, b),
          end: Math.max(a, b),
        }));
        const rich = { text: given, marks: normaliseMarks(marks, given.length) };
        const { text: said, spanIn } = countedText(rich);
        let last = -1;
        for (let at = 0; at < said.length; at += 1) {
          const { start, end } = spanIn({ start: at, end: at + 1 });
          expect(given[start]?.replace('\n', ' ')).toBe(said[at]);
          expect(end).toBe(start + 1);
          expect(start).toBeGreaterThan(last);
          const isStruck = rich.marks.some((mark) => mark.start <= start && mark.end > start);
          expect(isStruck && /\S/.test(said[at] ?? '')).toBe(false);
          last = start;
        }
        const { start, end } = spanIn({ start: said.length, end: said.length });
        expect(start).toBe(end);
        expect(end).toBeLessThanOrEqual(given.length);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('keeps other marks on their words, and lines as lines where only struck words go', () => {
    const { text } = struck('раз ~два~ три\nпять');
    const marks: Mark[] = [
      { type: 'strike', start: 4, end: 7 },
      { type: 'strong', start: 4, end: 11 },
    ];
    expect(withoutStruck({ text, marks })).toEqual({
      text: 'раз три\nпять',
      marks: [{ type: 'strong', start: 3, end: 7 }],
    });
  });

  it('reads raised figures as powers and lowered ones as figures', () => {
    const said = (rich: RichText) =>
      countedParagraph({ ...plainBlock(''), id: 'p', imported: null, ...rich }).text;
    expect(said(struck('CO~2~', '~', 'subscript'))).toBe('CO2');
    expect(said({ text: 'CO₂', marks: [] })).toBe('CO2');
    expect(said(struck('10~6~ м~2~', '~', 'superscript'))).toBe('10⁶ м²');
  });
});

const NOTHING = { glossary: '' };

test('the checks see no words that are struck out, and find the others where they stand', () => {
  const checker = () => makeChecker(ALL_CHECKS, NOTHING);
  const en = struck('The fire killed 21 people.');
  expect(checker()([rowOf({ ru: struck('Пожар погубил ~12~ 21 человека.'), en })])).toEqual([]);
  const wrong = struck('Пожар погубил ~21~ 12 человек.');
  const found = checker()([rowOf({ ru: wrong, en })]).find(({ check }) => check === 'number');
  const place = found?.spans.find(({ language }) => language === 'ru');
  expect(wrong.text.slice(place?.start, place?.end)).toBe('12');
  expect(place?.start).toBe(wrong.text.indexOf('12'));
});

test('nothing is put in place of words with others between them that are struck out', () => {
  const replacing: RowCheck = {
    id: 'doubledWord',
    scope: 'row',
    severity: 'minor',
    category: 'linguisticConventions/spelling',
    find: ({ all }) =>
      all.ru.map(({ id: paragraphId, text }) => {
        const place = { language: 'ru', paragraphId, start: 3, end: text.length } as const;
        return { message: 'unknown', spans: [place], fixes: [{ ...place, text: 'из сада' }] };
      }),
  };
  const find = (ru: RichText) => makeChecker([replacing], NOTHING)([rowOf({ ru, en: struck('Out.') })])[0];
  expect(find(struck('~да~ Он из дома'))?.fixes).toEqual([
    { language: 'ru', paragraphId: 'a-ru-0', start: 6, end: 13, text: 'из сада' },
  ]);
  const across = find(struck('Он из ~своего~ дома'));
  expect(across?.fixes).toEqual([]);
  expect(across?.spans).toEqual([{ language: 'ru', paragraphId: 'a-ru-0', start: 3, end: 17 }]);
});

test('the facts name what is not struck out, in its place', () => {
  const ru = struck('Погибли ~12~ 21 человек.');
  const ledger = makeLedger([rowOf({ ru, en: struck('21 people died.') })], NOTHING);
  const numbers = ledger.filter(({ kind }) => kind === 'number');
  expect(numbers.map(({ key }) => key)).toEqual(['number n21']);
  const place = numbers[0]?.forms.ru[0]?.places[0];
  expect(ru.text.slice(place?.start, place?.end)).toBe('21');
});

test('struck-out words are not counted, and to strike a number out is a change of meaning', () => {
  expect(countSaid([struck('погибли ~двенадцать~ 21 человек')])).toBe(3);
  const row = rowOf({ ru: struck('Погибли 12 человек.'), en: struck('12 people died.') });
  const [paragraph] = row.cells.ru.paragraphs;
  if (!paragraph) throw new Error('no paragraph');
  const edited = {
    ...paragraph,
    ...struck('Погибли ~12~ 21 человек.'),
    imported: struck('Погибли 12 человек.'),
  };
  const onlyLines = { ...paragraph, text: 'Погибли\n12 человек.', imported: struck('Погибли 12 человек.') };
  const withText = (ru: typeof paragraph): Row => ({
    ...row,
    cells: { ...row.cells, ru: { ...row.cells.ru, paragraphs: [ru] } },
  });
  expect(staleSources(withText(edited), 'en')).toEqual(['ru']);
  expect(staleSources(withText(onlyLines), 'en')).toEqual([]);
});
