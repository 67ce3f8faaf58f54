import { describe, expect, it, test } from 'vitest';
import { readDocument } from '../../../../../main/import/read-document';
import { readOdt } from '../../../../../main/import/odt/read-odt';
import { makeOdt, note, paragraph, region, type OdtParts } from './make-odt';

async function read(parts: OdtParts | string) {
  const done = await readOdt(makeOdt(typeof parts === 'string' ? { body: parts } : parts), 'суу.odt');
  if (!done.ok) throw new Error(done.failure.code);
  return done.value;
}

const lines = async (parts: OdtParts | string) =>
  (await read(parts)).blocks.map(
    ({ block: { role, label, depth, text } }) =>
      `${role}${depth > 0 ? ` ${depth}` : ''}: ${label === '' ? '' : `[${label}] `}${text}`,
  );

describe('readOdt', () => {
  it('tells roles by styles, those kept for single paragraphs too', async () => {
    const automatic =
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>';
    const body =
      paragraph('Абрикосы', 'Title') +
      '<text:h text:style-name="Heading_20_2" text:outline-level="2">Урожай</text:h>' +
      paragraph('Текст') +
      paragraph('Слова', 'P1') +
      paragraph('Сад', 'Illustration');
    expect(await lines({ body, automatic })).toEqual([
      ...['title: Абрикосы', 'heading2: Урожай', 'paragraph: Текст', 'quotation: Слова', 'caption: Сад'],
    ]);
  });

  it('counts lists, those that go on and those within others', async () => {
    const automatic =
      '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>' +
      '<text:list-level-style-number text:level="2" style:num-suffix=")" style:num-format="а, б, .., аа, бб, ... (ru)"/></text:list-style>' +
      '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char=""/></text:list-style>' +
      '<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="1" style:num-list-format="§%1%"/></text:list-style>';
    const item = (content: string, start = '') => `<text:list-item${start}>${content}</text:list-item>`;
    const list = (style: string, content: string, more = '') =>
      `<text:list${more} text:style-name="${style}">${content}</text:list>`;
    const body =
      list(
        'L1',
        item(
          paragraph('раз') +
            paragraph('и ещё') +
            `<text:list>${item(paragraph('внутри')) + item(paragraph('там же'))}</text:list>`,
        ) + item(paragraph('два')),
        ' xml:id="one"',
      ) +
      paragraph('между') +
      list('L1', item(paragraph('три')), ' text:continue-list="one"') +
      list('L1', item(paragraph('семь'), ' text:start-value="7"')) +
      list('L2', item(paragraph('точка'))) +
      list('L3', item(paragraph('параграф')));
    expect(await lines({ body, automatic })).toEqual([
      ...['listItem: [1.] раз', 'paragraph: и ещё', 'listItem 1: [а)] внутри', 'listItem 1: [б)] там же'],
      ...['listItem: [2.] два', 'paragraph: между', 'listItem: [3.] три', 'listItem: [7.] семь'],
      ...['listItem: [•] точка', 'listItem: [§1] параграф'],
    ]);
  });

  it('reads tables by their places, notes behind the text, links and the looks of words', async () => {
    const automatic =
      '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>' +
      '<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>' +
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Text_20_body"><style:text-properties fo:font-weight="bold"/></style:style>';
    const cell = (content: string, more = '') => `<table:table-cell${more}>${content}</table:table-cell>`;
    const body =
      paragraph(
        `Тонн:<text:s text:c="3"/>м<text:span text:style-name="T2">2</text:span>${note('1', 'Данные')} и <text:span text:style-name="Strong_20_Emphasis">жир<text:span text:style-name="T1">ное</text:span></text:span> <text:a xlink:href="https://example.org/">там</text:a> <text:a xlink:href="javascript:x()">тут</text:a>`,
      ) +
      paragraph('Всё', 'P1') +
      `<table:table><table:table-column/><table:table-row>${cell(paragraph('а'), ' table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell(paragraph('б'))}</table:table-row><table:table-row table:number-rows-repeated="3">${cell('')}</table:table-row><table:table-row>${cell('', ' table:number-columns-repeated="2"')}${cell(paragraph('в'))}</table:table-row></table:table>`;
    const { blocks } = await read({ body, automatic });
    const [first, bold, ...rest] = blocks.map(({ block }) => block);
    expect(first).toMatchObject({
      text: 'Тонн: м21 и жирное там тут',
      marks: [
        { type: 'superscript', start: 7, end: 8 },
        { type: 'footnoteReference', label: '1', start: 8, end: 9 },
        { type: 'strong', start: 12, end: 18 },
        { type: 'emphasis', start: 15, end: 18 },
        { type: 'link', href: 'https://example.org/', start: 19, end: 22 },
      ],
    });
    expect(bold?.marks).toEqual([{ type: 'strong', start: 0, end: 3 }]);
    expect(rest.map(({ role, text, label, cell: place }) => [role, text, label, place])).toEqual([
      ['tableCell', 'а', '', { table: 0, row: 0, column: 0, columnSpan: 2 }],
      ['tableCell', 'б', '', { table: 0, row: 0, column: 2 }],
      ['tableCell', 'в', '', { table: 0, row: 4, column: 2 }],
      ['footnote', 'Данные', '1', null],
    ]);
  });

  it('reads what stands in frames behind the paragraph they hang on, and counts pictures', async () => {
    const frame = `<draw:frame><draw:text-box>${paragraph('<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>чужое</svg:title></draw:frame>Подпись', 'Illustration')}</draw:text-box></draw:frame>`;
    const { blocks, notices } = await read(paragraph(`До${frame} и после`) + paragraph('Дальше'));
    expect(blocks.map(({ block }) => `${block.role} ${block.text}`)).toEqual([
      ...['paragraph До и после', 'caption Подпись', 'paragraph Дальше'],
    ]);
    expect(notices).toEqual([{ code: 'picturesOfOdt', count: 1 }]);
  });

  it('counts what other programs put in it, and the lines above and below pages', async () => {
    const chart =
      '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>';
    const picture = '<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame>';
    const page = (name: string, text: string) => `<style:${name}>${paragraph(text)}</style:${name}>`;
    const styles =
      page('header', 'Вестник') +
      page('header-first', 'Вестник') +
      page('footer', '12 — Для печати') +
      page('footer-left', '13');
    const { notices } = await read({ body: paragraph(`Урожай${chart}${picture}`), styles });
    expect(notices).toEqual([
      { code: 'picturesOfOdt', count: 1 },
      { code: 'embeddedLeftOut', count: 1 },
      { code: 'marginsLeftOut', count: 2 },
    ]);
  });

  it('tells tracked changes beside the text that comes of them', async () => {
    const changes = `<text:tracked-changes>${region('c1', 'insertion')}${region('c2', 'deletion', paragraph('старые '))}${region('c3', 'deletion', paragraph(' раз') + paragraph('', 'Text_20_body'))}</text:tracked-changes>`;
    const body =
      changes +
      paragraph(
        'Собрали <text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>новые <text:change-end text:change-id="c1"/>абрикосы',
      ) +
      paragraph('Один<text:change text:change-id="c3"/> два');
    const { blocks, notices } = await read(body);
    const by = { author: 'Айгуль', time: Date.UTC(2024, 10, 5, 10, 20, 30) };
    expect(blocks).toMatchObject([
      {
        block: { text: 'Собрали новые абрикосы' },
        original: { text: 'Собрали старые абрикосы' },
        changes: [
          { ...by, start: 8, end: 8 },
          { ...by, start: 8, end: 14 },
        ],
      },
      { block: { text: 'Один два' }, original: { text: 'Один раз два' } },
    ]);
    expect(notices).toEqual([{ code: 'trackedChanges', count: 3 }]);
  });

  it('takes comments with the words they are on, and leaves out what is hidden', async () => {
    const comment = (name: string, text: string, more = '') =>
      `<office:annotation office:name="${name}"${more}><dc:creator>Бек</dc:creator><dc:date>2024-11-05T10:20:30.000000000</dc:date>${paragraph(text)}</office:annotation>`;
    const automatic =
      '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const body =
      paragraph(
        `Раз ${comment('n1', 'Точно?')}${comment('n2', 'Да', ' loext:parent-name="n1"')}два<office:annotation-end office:name="n1"/> три<text:span text:style-name="T1"> тайное</text:span>`,
      ) +
      `<text:section text:display="none">${paragraph('нет')}<text:section>${paragraph('и тут')}</text:section></text:section>${paragraph('конец')}`;
    const { blocks } = await read({ body, automatic });
    expect(blocks.map(({ block }) => block.text)).toEqual(['Раз два три', 'конец']);
    expect(blocks[0]?.comments).toMatchObject([
      { author: 'Бек', text: 'Точно?', start: 4, end: 7, replies: [{ text: 'Да' }], resolved: false },
    ]);
  });
});

test('an .odt is told by what it is, and one that is locked or broken is refused in a sentence', async () => {
  const bytes = makeOdt({ body: paragraph('Суу жок') });
  expect(await readDocument({ fileName: 'суу.docx', bytes })).toMatchObject({
    ok: true,
    value: { format: 'odt' },
  });
  const refused = async (parts: OdtParts) => {
    const done = await readDocument({ fileName: 'суу.odt', bytes: makeOdt(parts) });
    return done.ok ? 'read' : done.failure.code;
  };
  const locked =
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  expect(await refused({ body: 'x', more: { 'META-INF/manifest.xml': locked } })).toBe('fileLocked');
  expect(await refused({ body: '<text:p>' })).toBe('fileDamaged');
  expect(await refused({ body: '' })).toBe('fileNoText');
  expect(await refused({ body: 'x', more: { 'content.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' } })).toBe(
    'fileUnsafe',
  );
  expect(await refused({ body: `${'<text:section>'.repeat(600)}${'</text:section>'.repeat(600)}` })).toBe(
    'fileTooDeep',
  );
});

test('counts that a file claims cost neither time nor memory', async () => {
  const huge = '999999999';
  const body =
    paragraph(`а<text:s text:c="${huge}"/>б`) +
    `<table:table><table:table-row table:number-rows-repeated="${huge}"><table:table-cell table:number-columns-repeated="${huge}"/><table:table-cell>${paragraph('в')}</table:table-cell></table:table-row><table:table-row><table:table-cell>${paragraph('г')}</table:table-cell></table:table-row></table:table>`;
  const { blocks } = await read(body);
  expect(blocks.map(({ block }) => [block.text, block.cell?.row, block.cell?.column])).toEqual([
    ['а б', undefined, undefined],
    ['в', 0, 999],
    ['г', 999_999, 0],
  ]);
});
