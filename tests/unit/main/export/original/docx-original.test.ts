import { expect, test } from 'vitest';
import { deletedRun, makeDocx, p, r, tracked } from '../../import/docx/make-docx';
import {
  change,
  exported,
  importArticle,
  paragraphWith,
  partsOf,
  partText,
  reword,
  textsIn,
  textsOf,
} from './article';

const HOUSE = '<w:jc w:val="both"/><w:ind w:firstLine="567"/>';

const PICTURE =
  '<w:p><w:r><w:drawing><a:graphic><a:blip r:embed="pic1"/></a:graphic></w:drawing></w:r></w:p>';

const TABLE =
  `<w:tbl><w:tblPr><w:tblStyle w:val="House"/></w:tblPr><w:tr><w:tc><w:tcPr><w:tcW w:w="100"/></w:tcPr>${p('Год')}</w:tc>` +
  `<w:tc>${p('Тонн')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('Итого сорок')}</w:tc></w:tr></w:tbl>`;

const NOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>';

const BODY =
  p('Абрикосы Баткена', '<w:pStyle w:val="Title"/>') +
  `<w:p w:rsidR="00A1"><w:pPr>${HOUSE}</w:pPr><w:bookmarkStart w:id="1" w:name="b"/>` +
  r('Фермеры собрали ', '<w:color w:val="112233"/>') +
  r('двенадцать', '<w:b/><w:u w:val="single"/>') +
  r(' тонн', '<w:color w:val="112233"/>') +
  NOTE +
  r(' абрикосов за лето.', '<w:color w:val="112233"/>') +
  '<w:bookmarkEnd w:id="1"/></w:p>' +
  PICTURE +
  TABLE +
  `<w:p><w:pPr>${HOUSE}</w:pPr>${r('Цены выросли вдвое. Покупатели недовольны.')}</w:p>` +
  `<w:p><w:pPr>${HOUSE}</w:pPr>${r('Следующий сезон начнётся весной.')}</w:p>` +
  '<w:sectPr><w:headerReference r:id="h1" w:type="default"/></w:sectPr>';

const FOOTNOTES =
  '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>' +
  r(' Данные министерства.') +
  '</w:p></w:footnote>';

const article = async (body = BODY) =>
  importArticle(
    await makeDocx({
      body,
      footnotes: FOOTNOTES,
      styles: '<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>',
      raw: { 'word/media/pic1.png': new Uint8Array([137, 80, 78, 71, 0, 255]), 'word/header1.xml': '<x/>' },
    }),
  );

test('gives back the file itself where nothing was edited', async () => {
  const untouched = await article();
  expect(await exported(untouched)).toBe(untouched.bytes);
});

test('changes the words of one paragraph, and nothing else of the file', async () => {
  const edited = reword(await article(), 'двенадцать', 'тридцать');
  const written = await exported(edited);
  const [before, after] = [await partsOf(edited.bytes), await partsOf(written)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [name, bytes] of before) {
    if (name !== 'word/document.xml') expect(after.get(name)).toEqual(bytes);
  }
  expect(await partText(written)).toBe((await partText(edited.bytes)).replace('двенадцать', 'тридцать'));
});

test('keeps what words look like, where they are replaced and where they are put in', async () => {
  const one = reword(await article(), 'за лето', 'за всё лето');
  const two = reword(one, 'собрали', 'продали');
  const xml = await partText(await exported(two));
  expect(xml).toContain(r('Фермеры продали ', '<w:color w:val="112233"/>'));
  expect(xml).toContain(r(' абрикосов за всё лето.', '<w:color w:val="112233"/>'));
  expect(xml).toContain(
    r('двенадцать', '<w:b/><w:u w:val="single"/>') + r(' тонн', '<w:color w:val="112233"/>') + NOTE,
  );
});

test('makes words bold and plain as they are in the project', async () => {
  const start = await article();
  const { id, text, marks } = paragraphWith(start, 'Фермеры');
  const notes = marks.filter(({ type }) => type === 'footnoteReference');
  const at = text.indexOf('лето');
  const content = { text, marks: [...notes, { type: 'strong' as const, start: at, end: at + 4 }] };
  const edited = change(start, { type: 'editParagraph', paragraphId: id, content });
  const written = await exported(edited);
  const xml = await partText(written);
  expect(xml).toContain('<w:rPr><w:b/><w:color w:val="112233"/></w:rPr><w:t xml:space="preserve">лето</w:t>');
  expect(xml).toContain(
    '<w:rPr><w:b w:val="0"/><w:u w:val="none"/></w:rPr><w:t xml:space="preserve">двенадцать</w:t>',
  );
  const again = await importArticle(written);
  expect(paragraphWith(again, 'Фермеры').marks.filter(({ type }) => type === 'strong')).toEqual([
    { type: 'strong', start: at, end: at + 4 },
  ]);
});

test('takes a note along with its sentence, and away with its number', async () => {
  const start = await article();
  const { id } = paragraphWith(start, 'Фермеры');
  const moved = change(start, {
    type: 'editParagraph',
    paragraphId: id,
    content: {
      text: 'За лето собрали двенадцать тонн абрикосов1.',
      marks: [{ type: 'footnoteReference', label: '1', start: 41, end: 42 }],
    },
  });
  const written = await exported(moved);
  expect(await textsIn(written)).toEqual(textsOf(moved));
  expect((await partText(written)).match(/footnoteReference/g)).toHaveLength(1);
  const gone = reword(start, ' тонн1 абрикосов', ' тонн абрикосов');
  const without = await partText(await exported(gone));
  expect(without).not.toContain('footnoteReference');
});

test('changes the words of notes and of table cells where they stand', async () => {
  const edited = reword(
    reword(await article(), 'Данные министерства', 'Данные ведомства'),
    'сорок',
    'пятьдесят',
  );
  const written = await exported(edited);
  expect(await partText(written)).toBe((await partText(edited.bytes)).replace('сорок', 'пятьдесят'));
  expect(await partText(written, 'word/footnotes.xml')).toBe(
    (await partText(edited.bytes, 'word/footnotes.xml')).replace('министерства', 'ведомства'),
  );
});

test('has new paragraphs take after their neighbour, and takes away removed ones', async () => {
  const start = await article();
  const row = start.project.rows.findIndex(({ cells }) =>
    cells.ru.paragraphs.some(({ text }) => text.startsWith('Цены')),
  );
  const added = change(start, {
    type: 'insertParagraph',
    paragraphId: 'new',
    rowId: start.project.rows[row]?.id ?? '',
    language: 'ru',
    index: 1,
    role: 'paragraph',
    label: '',
    text: 'Сушёные стоят <больше> & чаще.',
  });
  const written = await exported(added);
  expect(await textsIn(written)).toEqual(textsOf(added));
  expect(await partText(written)).toContain(
    `<w:p><w:pPr>${HOUSE}</w:pPr><w:r><w:t xml:space="preserve">Сушёные стоят &lt;больше&gt; &amp; чаще.</w:t></w:r></w:p>`,
  );

  const { id } = paragraphWith(start, 'Следующий');
  const emptied = change(start, { type: 'editParagraph', paragraphId: id, content: { text: '', marks: [] } });
  const removed = change(start, { type: 'removeParagraph', paragraphId: id });
  for (const each of [emptied, removed]) {
    const xml = await partText(await exported(each));
    expect(xml).toBe(
      (await partText(start.bytes)).replace(
        `<w:p><w:pPr>${HOUSE}</w:pPr>${r('Следующий сезон начнётся весной.')}</w:p>`,
        '',
      ),
    );
  }
});

test('finds paragraphs again that were split, joined and moved', async () => {
  const start = await article();
  const { id } = paragraphWith(start, 'Цены');
  const split = change(start, { type: 'splitParagraph', paragraphId: id, offset: 20, newId: 'second' });
  const written = await exported(split);
  expect(await textsIn(written)).toEqual(textsOf(split));
  expect((await partText(written)).split(`<w:pPr>${HOUSE}</w:pPr>`)).toHaveLength(5);

  const rows = start.project.rows.map((row) => row.id);
  const last = paragraphWith(start, 'Следующий').id;
  const merged = change(start, { type: 'mergeRows', rowId: rows.at(-3) ?? '' });
  const joined = change(merged, { type: 'joinParagraphs', paragraphId: last });
  const one = await exported(joined);
  expect(await textsIn(one)).toEqual(textsOf(joined));
  expect((await partText(one)).split(`<w:pPr>${HOUSE}</w:pPr>`)).toHaveLength(3);

  const order = [...start.project.rows];
  const [moved] = order.splice(
    order.findIndex(({ cells }) => cells.ru.paragraphs[0]?.id === last),
    1,
  );
  if (moved) order.splice(1, 0, moved);
  const reordered = { ...start, project: { ...start.project, rows: order } };
  const other = await exported(reordered);
  expect(await textsIn(other)).toEqual(textsOf(reordered));
  expect((await partText(other)).length).toBe((await partText(start.bytes)).length);
});

test('moves a paragraph with the picture and the comment in it', async () => {
  const comment =
    '<w:commentRangeStart w:id="1"/>' +
    r('слово') +
    '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>';
  const picture = '<w:r><w:drawing><a:blip r:embed="pic1"/></w:drawing></w:r>';
  const last = `<w:p>${r('Последний абзац, в нём ')}${comment}${picture}</w:p>`;
  const start = await importArticle(
    await makeDocx({
      body: p('Первый абзац статьи о рынке.') + p('Второй абзац, он намного длиннее прочих абзацев.') + last,
      comments: `<w:comment w:id="1" w:author="Б">${p('Точно?')}</w:comment>`,
    }),
  );
  const rows = [2, 0, 1].flatMap((n) => start.project.rows[n] ?? []);
  const moved = { ...start, project: { ...start.project, rows } };
  const written = await exported(moved);
  expect(await textsIn(written)).toEqual(textsOf(moved));
  expect((await partText(written)).match(/commentReference|a:blip/g)).toHaveLength(2);
});

test('leaves what was left out when it was imported', async () => {
  const start = await importArticle((await article()).bytes, [0, 3]);
  expect(textsOf(start)).not.toContain('Абрикосы Баткена');
  expect(await exported(start)).toBe(start.bytes);
  const edited = reword(start, 'вдвое', 'втрое');
  expect(await partText(await exported(edited))).toBe(
    (await partText(start.bytes)).replace('вдвое', 'втрое'),
  );
});

test('leaves tracked changes that wait, and decides those that were decided', async () => {
  const body =
    `<w:p>${r('Было ')}${tracked('del', 'Б', deletedRun('старое'))}${tracked('ins', 'Б', r('новое'))}${r(' слово.')}</w:p>` +
    p('Второй абзац.');
  const start = await importArticle(await makeDocx({ body }));
  expect(await exported(start)).toBe(start.bytes);
  const elsewhere = reword(start, 'Второй', 'Другой');
  expect(await partText(await exported(elsewhere))).toContain('w:delText');
  const { id } = paragraphWith(start, 'новое');
  for (const accept of [true, false]) {
    const decided = change(start, { type: 'decideSuggestions', paragraphIds: [id], which: null, accept });
    const written = await exported(decided);
    const xml = await partText(written);
    expect(xml).not.toMatch(/<w:(ins|del|delText)\b/);
    expect(await textsIn(written)).toEqual([
      accept ? 'Было новое слово.' : 'Было старое слово.',
      'Второй абзац.',
    ]);
  }
});

test('leaves the numbers of headings to the file, which counts them', async () => {
  const numbered = (text: string) =>
    p(text, '<w:outlineLvl w:val="0"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const start = await importArticle(
    await makeDocx({ body: numbered('Сбор урожая') + numbered('Продажи'), numbering }),
  );
  expect(textsOf(start)).toEqual(['1. Сбор урожая', '2. Продажи']);
  const edited = reword(reword(start, 'Сбор', 'Новый сбор'), '2. Продажи', '3. Цены');
  const xml = await partText(await exported(edited));
  expect(xml).toContain('>Новый сбор урожая<');
  expect(xml).toContain('>Цены<');
});

test('writes a note behind the text where the file has none', async () => {
  const start = await importArticle(await makeDocx({ body: p('Первый абзац.') + p('Второй абзац.') }));
  const rowId = start.project.rows.at(-1)?.id ?? '';
  const place = { paragraphId: 'note', rowId, language: 'ru', index: 1 } as const;
  const noted = change(start, {
    type: 'insertParagraph',
    ...place,
    role: 'footnote',
    label: '1',
    text: 'Данные.',
  });
  expect(await textsIn(await exported(noted))).toEqual(['Первый абзац.', 'Второй абзац.', 'Данные.']);
});

test('keeps line breaks and styles, and puts both in where the project has them', async () => {
  const br = '<w:r><w:br/></w:r>';
  const body = `<w:p>${r('Над рекой туман, ')}${br}${r('за рекой', '<w:u w:val="single"/>')}${r(' дома')}</w:p>`;
  const start = await article(body);
  expect(textsOf(start)).toEqual(['Над рекой туман,\nза рекой дома']);
  expect(await exported(start)).toBe(start.bytes);
  const worded = await partText(await exported(reword(start, 'дома', 'поля')));
  expect(worded).toBe((await partText(start.bytes)).replace('дома', 'поля'));
  const joined = await exported(reword(start, 'туман,\nза', 'туман, за'));
  expect(await partText(joined)).not.toContain('<w:br/>');
  expect(await textsIn(joined)).toEqual(['Над рекой туман, за рекой дома']);
  const parted = await exported(reword(start, 'рекой дома', 'рекой\nдома'));
  expect(await textsIn(parted)).toEqual(['Над рекой туман,\nза рекой\nдома']);

  const { id, text } = paragraphWith(start, 'Над');
  const marks = (['strike', 'highlight', 'smallCaps', 'subscript'] as const).map((type) => ({
    type,
    start: 0,
    end: 3,
  }));
  const styled = change(start, { type: 'editParagraph', paragraphId: id, content: { text, marks } });
  const written = await exported(styled);
  expect(await partText(written)).toContain(
    '<w:rPr><w:smallCaps/><w:strike/><w:highlight w:val="yellow"/><w:vertAlign w:val="subscript"/></w:rPr>',
  );
  const again = await importArticle(written);
  expect(paragraphWith(again, 'Над').marks).toEqual(paragraphWith(styled, 'Над').marks);
});
