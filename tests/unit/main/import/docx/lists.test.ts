import { describe, expect, it } from 'vitest';
import { outline, p, styled } from './make-docx';

const level = (ilvl: number, format: string, text: string, start = 1, more = ''): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id: number, definitionId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${overrides}</w:num>`;
const inList = (id: number, ilvl = 0): string =>
  `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${id}"/></w:numPr>`;

/** The labels a list prints for items at these levels. */
async function labels(
  numbering: string,
  items: readonly (readonly [list: number, level: number])[],
): Promise<readonly string[]> {
  const read = await outline({
    numbering,
    body: items.map(([id, ilvl]) => p('x', inList(id, ilvl))).join(''),
  });
  return read.map((line) => line.replace(/^listItem ?/, '').replace('|x', ''));
}

describe('list labels', () => {
  it.each([
    ['decimal', '%1.', 1, ['1.', '2.', '3.']],
    ['decimal', '(%1)', 9, ['(9)', '(10)', '(11)']],
    ['decimalZero', '%1', 9, ['09', '10', '11']],
    ['upperRoman', '%1.', 3, ['III.', 'IV.', 'V.']],
    ['lowerRoman', '%1)', 1998, ['mcmxcviii)', 'mcmxcix)', 'mm)']],
    ['lowerLetter', '%1)', 25, ['y)', 'z)', 'aa)']],
    ['upperLetter', '%1', 53, ['AAA', 'BBB', 'CCC']],
    ['russianLower', '%1)', 8, ['з)', 'и)', 'к)']],
    ['russianUpper', '%1.', 25, ['Щ.', 'Ы.', 'Э.']],
    ['bullet', '\uf0b7', 1, ['•', '•', '•']],
    ['none', '', 1, ['', '', '']],
    ['none', '—', 1, ['—', '—', '—']],
  ] as const)('print %s "%s" from %i', async (format, text, start, expected) => {
    const numbering = definition(0, level(0, format, text, start)) + list(1, 0);
    expect(
      await labels(numbering, [
        [1, 0],
        [1, 0],
        [1, 0],
      ]),
    ).toEqual(expected);
  });

  it('show all levels, and start deeper ones again after a higher one', async () => {
    const numbering =
      definition(
        0,
        level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2') + level(2, 'russianLower', '%3)'),
      ) + list(1, 0);
    expect(
      await labels(numbering, [
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 2],
        [1, 1],
        [1, 2],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual([...['I.', 'I.1 1', 'а) 2', 'б) 2', 'I.2 1', 'а) 2', 'II.', 'II.1 1']]);
  });

  it('print digits only where the law wants them, and never start again where told so', async () => {
    const numbering =
      definition(
        0,
        level(0, 'upperRoman', '%1.') +
          level(1, 'decimal', '%1.%2', 1, '<w:lvlRestart w:val="0"/><w:isLgl/>'),
      ) + list(1, 0);
    expect(
      await labels(numbering, [
        [1, 0],
        [1, 1],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual(['I.', '1.1 1', 'II.', '2.2 1']);
  });

  it('count on across lists of one definition unless a list says where to start', async () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const numbering =
      definition(0, level(0, 'decimal', '%1.')) + list(1, 0) + list(2, 0) + list(3, 0, override);
    expect(
      await labels(numbering, [
        [1, 0],
        [2, 0],
        [3, 0],
        [3, 0],
        [1, 0],
      ]),
    ).toEqual(['1.', '2.', '5.', '6.', '7.']);
  });

  it('follow a level that one list prints in its own way', async () => {
    const override = `<w:lvlOverride w:ilvl="0">${level(0, 'lowerLetter', '%1)')}</w:lvlOverride>`;
    const numbering = definition(0, level(0, 'decimal', '%1.')) + list(1, 0) + list(2, 0, override);
    expect(
      await labels(numbering, [
        [1, 0],
        [2, 0],
      ]),
    ).toEqual(['1.', 'b)']);
  });

  it('come from styles, and from the style a list is linked to', async () => {
    const numbered = (id: string, name: string, inside: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${inside}</w:pPr></w:style>`;
    const styles = [
      numbered('Thesis', 'Тезис', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
      numbered('Sub', 'Подтезис', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
      '<w:style w:type="numbering" w:styleId="Theses"><w:name w:val="Тезисы"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
    ].join('');
    const numbering = [
      definition(0, '<w:numStyleLink w:val="Theses"/>'),
      definition(
        1,
        level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '%2)', 1, '<w:pStyle w:val="Sub"/>'),
      ),
      list(1, 0),
      list(2, 1),
    ].join('');
    const body = [
      p('раз', styled('Thesis')),
      p('два', styled('Sub')),
      p('вне списка', `${styled('Thesis')}<w:numPr><w:numId w:val="0"/></w:numPr>`),
      p('три', styled('Thesis')),
    ].join('');
    expect(await outline({ styles, numbering, body })).toEqual([
      ...['listItem 1.|раз', 'listItem a) 1|два', 'paragraph|вне списка', 'listItem 2.|три'],
    ]);
  });

  it('become text before a heading, and count an item without text', async () => {
    const numbering = definition(0, level(0, 'decimal', '%1.')) + list(1, 0);
    const body =
      p('Введение', styled('Heading1') + inList(1)) +
      p('', inList(1)) +
      p('Итоги', styled('Heading1') + inList(1));
    expect(await outline({ numbering, body })).toEqual(['heading1|1. Введение', 'heading1|3. Итоги']);
  });

  it('belong to the first part of an item that breaks in two', async () => {
    const numbering = definition(0, level(0, 'decimal', '%1.')) + list(1, 0);
    const body = `<w:p><w:pPr>${inList(1)}</w:pPr><w:r><w:t>раз</w:t><w:br/><w:br/><w:t>два</w:t></w:r></w:p>`;
    expect(await outline({ numbering, body })).toEqual(['listItem 1.|раз', 'paragraph|два']);
  });

  it('are no longer than a person would make them, however long the file wants each', async () => {
    const long = async (times: number): Promise<number> => {
      const numbering = definition(0, level(0, 'decimal', '%1.'.repeat(times))) + list(1, 0);
      return (await labels(numbering, [[1, 0]]))[0]?.length ?? 0;
    };
    expect(await long(4000)).toBe(await long(1000));
    expect(await long(4000)).toBeLessThan(100);
  });
});
