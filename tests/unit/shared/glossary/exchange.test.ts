import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGlossaryCsv, writeGlossaryCsv } from '../../../../shared/glossary/csv';
import { readTbx, writeTbx } from '../../../../shared/glossary/tbx';
import { linesOf, termsOf, type Term } from '../../../../shared/glossary/term';

const word = fc
  .stringMatching(/^[A-Za-zА-Яа-яөүңӨҮҢ<>&"'=+@][A-Za-zА-Яа-яөүңӨҮҢ<>&"' -]{0,12}$/u)
  .map((text) => text.replace(/\s+/g, ' ').trim())
  // An apostrophe before a formula sign is what makes a cell safe: it is taken away again.
  .filter((text) => text !== '' && !text.startsWith("'"));
const words = fc.array(word, { minLength: 1, maxLength: 3 });
const term: fc.Arbitrary<Term> = fc
  .record({ ru: words, ky: words, en: fc.option(words, { nil: [] }) })
  .map((each) => each);
const terms = fc.array(term, { maxLength: 6 });

describe('a glossary', () => {
  test('comes back from CSV, TBX and lines as it was', () => {
    fc.assert(
      fc.property(terms, (list) => {
        expect(readGlossaryCsv(writeGlossaryCsv(list))).toEqual(list);
        expect(readTbx(writeTbx(list))).toEqual(list);
        expect(termsOf(linesOf(list))).toEqual(list);
      }),
    );
  });

  test('never lets a spreadsheet run a term', () => {
    const cells = writeGlossaryCsv([{ ru: ['=cmd()'], ky: ['+1'], en: ['@SUM'] }])
      .split('\r\n')[1]
      ?.split(',');
    expect(cells).toEqual(["'=cmd()", "'+1", "'@SUM"]);
  });

  test.each([
    [
      'its columns in another order',
      'en,ru,note\r\nbudget,бюджет,x\r\n',
      [{ ru: ['бюджет'], ky: [], en: ['budget'] }],
    ],
    ['semicolons between cells', 'ru;ky\nбюджет;бюджет\n', [{ ru: ['бюджет'], ky: ['бюджет'], en: [] }]],
    ['no head', 'долг,карыз,debt', [{ ru: ['долг'], ky: ['карыз'], en: ['debt'] }]],
    ['a term in one language only', 'ru,ky,en\nдолг,,\n', []],
    ['quoted line ends', 'ru,en\n"до\nлг","debt, loan"\n', [{ ru: ['до лг'], ky: [], en: ['debt', 'loan'] }]],
  ])('is read with %s', (_, csv, expected) => {
    expect(readGlossaryCsv(csv)).toEqual(expected);
  });

  test('is read from an older TBX', () => {
    const xml = `<martif type="TBX"><text><body><termEntry id="1">
      <langSet xml:lang="ru-RU"><tig><term>долг</term></tig></langSet>
      <langSet xml:lang="en"><ntig><termGrp><term>debt</term></termGrp></ntig></langSet>
      <langSet xml:lang="de"><tig><term>Schuld</term></tig></langSet>
    </termEntry></body></text></martif>`;
    expect(readTbx(xml)).toEqual([{ ru: ['долг'], ky: [], en: ['debt'] }]);
  });

  test.each([
    ['is not XML', 'ru,ky,en'],
    ['is cut off', '<tbx><text>'],
    ['is other XML', '<html></html>'],
    ['has a DOCTYPE', '<!DOCTYPE tbx [<!ENTITY a "b">]><tbx></tbx>'],
    ['is too deep', `<tbx>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</tbx>`],
  ])('is refused when it %s', (_, xml) => {
    expect(readTbx(xml)).toBeNull();
  });
});
