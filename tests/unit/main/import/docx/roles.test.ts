import { describe, expect, it } from 'vitest';
import { outline, p, r, readBlocks, styled } from './make-docx';

const style = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const basedOn = (id: string): string => `<w:basedOn w:val="${id}"/>`;
const outlineLevel = (level: number): string => `<w:outlineLvl w:val="${level}"/>`;

describe('roles', () => {
  it('come from the names of styles, in English and Russian, and from what styles are based on', async () => {
    const styles = [
      style('a3', 'Title'),
      style('1', 'heading 1'),
      style('Style14', 'Заголовок'),
      style('Style15', 'Заголовок 2', basedOn('Style14')),
      style('Rubrik', 'Рубрика', basedOn('1')),
      style('Quote1', 'Intense Quote'),
      style('21', 'Цитата 2'),
      style('Photo', 'Фото', basedOn('ad')),
      style('ad', 'Название объекта'),
    ];
    const ids = ['a3', '1', 'Style15', 'Rubrik', 'Quote1', '21', 'Photo', 'Style14', 'Heading3'];
    expect(
      await outline({ styles: styles.join(''), body: ids.map((id) => p(`как ${id}`, styled(id))).join('') }),
    ).toEqual([
      'title|как a3',
      'heading1|как 1',
      'heading2|как Style15',
      'heading1|как Rubrik',
      'quotation|как Quote1',
      'quotation|как 21',
      'caption|как Photo',
      'paragraph|как Style14',
      'heading3|как Heading3',
    ]);
  });

  it('come from outline levels, the paragraph before the style and the style before what it is based on', async () => {
    const styles = [
      style('Part', 'Часть', `<w:pPr>${outlineLevel(0)}</w:pPr>`),
      style('Chapter', 'Глава', `${basedOn('Part')}<w:pPr>${outlineLevel(1)}</w:pPr>`),
      style('Plain', 'Простой', `${basedOn('Chapter')}<w:pPr>${outlineLevel(9)}</w:pPr>`),
      style('Title', 'Title', `<w:pPr>${outlineLevel(0)}</w:pPr>`),
    ];
    expect(
      await outline({
        styles: styles.join(''),
        body: [
          p('а', styled('Title')),
          p('б', styled('Part')),
          p('в', styled('Chapter')),
          p('г', styled('Plain')),
          p('д', outlineLevel(2)),
          p('е', styled('Part') + outlineLevel(9)),
          p('ж', outlineLevel(8)),
        ].join(''),
      }),
    ).toEqual([
      ...['title|а', 'heading1|б', 'heading2|в', 'paragraph|г', 'heading3|д', 'paragraph|е', 'heading6|ж'],
    ]);
  });

  it('survive styles that are based on each other in a circle', async () => {
    const styles = style('A', 'А', basedOn('B')) + style('B', 'Б', basedOn('A'));
    expect(await outline({ styles, body: p('текст', styled('A')) })).toEqual(['paragraph|текст']);
  });

  it('keep cells in line when cells span columns and rows begin further right', async () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${text === '' ? '<w:p/>' : p(text)}</w:tc>`;
    const nested = `<w:tbl><w:tr><w:tc>${p('внутри')}</w:tc></w:tr></w:tbl>`;
    const body = [
      `<w:tbl><w:tr>${cell('')}</w:tr></w:tbl>`,
      '<w:tbl>',
      `<w:tr>${cell('над двумя', '<w:gridSpan w:val="2"/>')}${cell('третья')}</w:tr>`,
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('вторая')}<w:tc>${p('до')}${nested}${p('после')}</w:tc></w:tr>`,
      '</w:tbl>',
      p('между'),
      `<w:tbl><w:tr>${cell('ещё одна')}</w:tr></w:tbl>`,
    ];
    const blocks = await readBlocks({ body: body.join('') });
    expect(blocks.map(({ role, text, cell: c }) => [role, text, c && [c.table, c.row, c.column]])).toEqual([
      ['tableCell', 'над двумя', [0, 0, 0]],
      ['tableCell', 'третья', [0, 0, 2]],
      ['tableCell', 'вторая', [0, 1, 1]],
      ['tableCell', 'до', [0, 1, 2]],
      ['tableCell', 'внутри', [0, 1, 2]],
      ['tableCell', 'после', [0, 1, 2]],
      ['paragraph', 'между', null],
      ['tableCell', 'ещё одна', [1, 0, 0]],
    ]);
  });

  it('know over how many rows and columns cells of a table are merged, and which rows are its head', async () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${text === '' ? '<w:p/>' : p(text)}</w:tc>`;
    const merge = (value = ''): string => `<w:vMerge${value && ` w:val="${value}"`}/>`;
    const two = '<w:gridSpan w:val="2"/>';
    const body = [
      '<w:tbl>',
      `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Город', merge('restart'))}${cell('Цена', two)}</w:tr>`,
      `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('', merge())}${cell('2023')}${cell('2024')}</w:tr>`,
      `<w:tr>${cell('Ош', merge('restart'))}${cell('вместе', two + merge('restart'))}</w:tr>`,
      `<w:tr>${cell('', merge('continue'))}${cell('', two + merge())}</w:tr>`,
      `<w:tr>${cell('Нарын', merge('restart'))}${cell('1')}${cell('2')}</w:tr>`,
      '</w:tbl>',
    ];
    const blocks = await readBlocks({ body: body.join('') });
    expect(
      blocks.map(({ text, cell: c }) => [text, c?.row, c?.column, c?.rowSpan, c?.columnSpan, c?.header]),
    ).toEqual([
      ['Город', 0, 0, 2, undefined, true],
      ['Цена', 0, 1, undefined, 2, true],
      ['2023', 1, 1, undefined, undefined, true],
      ['2024', 1, 2, undefined, undefined, true],
      ['Ош', 2, 0, 2, undefined, undefined],
      ['вместе', 2, 1, 2, 2, undefined],
      ['Нарын', 4, 0, undefined, undefined, undefined],
      ['1', 4, 1, undefined, undefined, undefined],
      ['2', 4, 2, undefined, undefined, undefined],
    ]);
  });

  it('split at double line breaks and drop what is empty', async () => {
    const br = '<w:r><w:br/></w:r>';
    const body = [
      `<w:p>${r('раз')}${br}${r('два')}${br}${br}${r('три')}</w:p>`,
      `<w:p>${r('\u00a0')}${br}</w:p>`,
      `<w:p>${r('четыре')}<w:r><w:br w:type="page"/></w:r>${r('пять')}</w:p>`,
    ];
    expect(await outline({ body: body.join('') })).toEqual([
      ...['paragraph|раз\nдва', 'paragraph|три', 'paragraph|четыре', 'paragraph|пять'],
    ]);
  });
});
