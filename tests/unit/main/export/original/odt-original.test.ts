import fc from 'fast-check';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { writeOdt } from '../../../../../main/export/odt';
import { applyCommand } from '../../../../../shared/commands/command';
import { plainBlock, type Paragraph } from '../../../../../shared/model/paragraph';
import { versionParagraphs } from '../../../../../shared/model/row';
import { blocksArbitrary } from '../block-arbitraries';
import { makeOdt, note, paragraph, region } from '../../import/odt/make-odt';
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
  type Article,
} from './article';

const AUTOMATIC =
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:color="#112233"/></style:style>' +
  '<style:style style:name="T2" style:family="text"><style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>' +
  '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Text_20_body"/>' +
  '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>';

const cell = (text: string) => `<table:table-cell>${paragraph(text)}</table:table-cell>`;

const BODY =
  paragraph('Абрикосы Баткена', 'Title') +
  paragraph(
    `<text:span text:style-name="T1">Фермеры собрали <text:span text:style-name="T2">двенадцать</text:span> тонн${note('1', 'Данные министерства.')} абрикосов &amp; слив за<text:s/>лето.</text:span>`,
    'P1',
  ) +
  paragraph('<draw:frame draw:name="p"><draw:image xlink:href="Pictures/a.png"/></draw:frame>') +
  `<text:list text:style-name="L1"><text:list-item>${paragraph('первое')}</text:list-item><text:list-item>${paragraph('второе')}</text:list-item></text:list>` +
  `<table:table><table:table-row>${cell('Год')}${cell('Тонн')}</table:table-row></table:table>` +
  paragraph('Цены выросли вдвое. Покупатели недовольны.', 'P1') +
  paragraph('Подробности на <text:a xlink:href="https://example.org/">нашем сайте</text:a> завтра.', 'P1');

const article = (body = BODY): Promise<Article> =>
  importArticle(
    makeOdt({ body, automatic: AUTOMATIC, more: { 'Pictures/a.png': 'PNG', 'settings.xml': '<x/>' } }),
    [],
    'статья.odt',
  );

const content = (bytes: Uint8Array) => partText(bytes, 'content.xml');

test('gives back the file itself where nothing was edited', async () => {
  const untouched = await article();
  expect(await exported(untouched)).toBe(untouched.bytes);
});

test('changes the words of one paragraph and nothing else, and says first what it is', async () => {
  const edited = reword(await article(), 'двенадцать', 'тридцать');
  const written = await exported(edited);
  const [before, after] = [await partsOf(edited.bytes), await partsOf(written)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [name, bytes] of before) if (name !== 'content.xml') expect(after.get(name)).toEqual(bytes);
  expect(await content(written)).toBe((await content(edited.bytes)).replace('двенадцать', 'тридцать'));
  expect(Buffer.from(written.subarray(30, 77)).toString('latin1')).toBe(
    'mimetypeapplication/vnd.oasis.opendocument.text',
  );
  expect(Object.keys((await JSZip.loadAsync(written)).files)[0]).toBe('mimetype');
});

test('keeps what words look like, where they stay, are replaced and are put in', async () => {
  const edited = reword(reword(await article(), 'слив за лето', 'груш за всё лето'), 'Данные', 'Сведения');
  const xml = await content(await exported(edited));
  expect(xml).toContain(' абрикосов &amp; груш за<text:s/>всё лето.</text:span>');
  expect(xml).toContain('>Сведения министерства.<');
  expect(await textsIn(await exported(edited))).toEqual(textsOf(edited));
});

test('writes marks that came and went as spans within what the words stand in', async () => {
  const before = await article();
  const { id, text, marks } = paragraphWith(before, 'Фермеры');
  const at = text.indexOf('абрикосов');
  const kept = marks.filter(({ type }) => type !== 'strong');
  const edited = change(before, {
    type: 'editParagraph',
    paragraphId: id,
    content: { text, marks: [...kept, { type: 'emphasis', start: at, end: at + 9 }] },
  });
  const again = await importArticle(await exported(edited), [], 'статья.odt');
  expect(paragraphWith(again, 'Фермеры').marks).toEqual(paragraphWith(edited, 'Фермеры').marks);
  expect(await content(await exported(edited))).toMatch(
    /T2"><text:span text:style-name="Triptych\d">двенадцать<\/text:span>/,
  );
});

test('takes links off, and puts others on', async () => {
  const before = await article();
  const { id, text } = paragraphWith(before, 'Подробности');
  const link = { type: 'link', href: 'https://example.kg/', start: 0, end: 11 } as const;
  const edited = change(before, { type: 'editParagraph', paragraphId: id, content: { text, marks: [link] } });
  const again = await importArticle(await exported(edited), [], 'статья.odt');
  expect(paragraphWith(again, 'Подробности').marks).toEqual([link]);
});

test('takes paragraphs out, parts and joins them, and leaves pictures', async () => {
  const before = await article();
  const idOf = (words: string) => paragraphWith(before, words).id;
  const parted = change(
    before,
    { type: 'editParagraph', paragraphId: idOf('второе'), content: { text: '', marks: [] } },
    { type: 'splitParagraph', paragraphId: idOf('Цены'), offset: 20, newId: 'n1' },
  );
  const written = await exported(parted);
  expect(await textsIn(written)).toEqual(textsOf(parted));
  const xml = await content(written);
  expect(xml).toContain(
    '<text:p text:style-name="P1">Цены выросли вдвое.</text:p><text:p text:style-name="P1">Покупатели недовольны.</text:p>',
  );
  expect(xml).not.toContain('второе');
  expect(xml.match(/<text:list-item>/g)).toHaveLength(1);
  expect(xml).toContain('<draw:image');
});

test('says nothing of a picture that was taken over from another version', async () => {
  const before = reword(await article(), 'двенадцать', 'тридцать');
  const [first] = before.project.rows;
  if (!first) throw new Error('no row');
  const picture: Paragraph = {
    ...plainBlock('Канал у села', 'picture'),
    id: 'p1',
    imported: null,
    picture: { hash: 'a'.repeat(64), address: 'канал.png', width: 2, height: 1, kind: 'png' },
  };
  const ru = { ...first.cells.ru, paragraphs: [...first.cells.ru.paragraphs, picture] };
  const rows = before.project.rows.with(0, { ...first, cells: { ...first.cells, ru } });
  const written = await exported({ ...before, project: { ...before.project, rows } });
  expect(await textsIn(written)).toEqual(textsOf(before));
});

test('a note goes with its number to where that stands now', async () => {
  const before = await article(
    paragraph(`Раз${note('1', 'Сноска раз.')} и ещё.`) + paragraph('Два слова здесь.'),
  );
  const [first, second] = [paragraphWith(before, 'Раз'), paragraphWith(before, 'Два')];
  const edited = change(
    before,
    { type: 'editParagraph', paragraphId: first.id, content: { text: 'Раз и ещё.', marks: [] } },
    {
      type: 'editParagraph',
      paragraphId: second.id,
      content: {
        text: 'Два слова1 здесь.',
        marks: [{ type: 'footnoteReference', label: '1', start: 9, end: 10 }],
      },
    },
  );
  const written = await exported(edited);
  expect(await textsIn(written)).toEqual(['Раз и ещё.', 'Два слова1 здесь.', 'Сноска раз.']);
  expect((await content(written)).match(/<text:note /g)).toHaveLength(1);
});

test('tracked changes wait where nothing was edited, and are decided where something was', async () => {
  const before = await article(
    `<text:tracked-changes>${region('c1', 'deletion', paragraph('старые '))}</text:tracked-changes>` +
      paragraph('Собрали <text:change text:change-id="c1"/>абрикосы') +
      paragraph('Конец'),
  );
  const other = await content(await exported(reword(before, 'Конец', 'Начало')));
  expect(other).toContain('<text:change text:change-id="c1"/>');
  const { id } = paragraphWith(before, 'Собрали');
  const decided = change(before, {
    type: 'decideSuggestions',
    paragraphIds: [id],
    which: null,
    accept: false,
  });
  const written = await exported(decided);
  expect(await content(written)).not.toContain('<text:change ');
  expect(await textsIn(written)).toEqual(['Собрали старые абрикосы', 'Конец']);
});

test('any article with a word more in any of its paragraphs says what the project says', async () => {
  await fc.assert(
    fc.asyncProperty(blocksArbitrary({ depth: 8 }), fc.nat({ max: 20 }), async (blocks, nth) => {
      const before = await importArticle(
        writeOdt({ language: 'ru', title: 'т', blocks, remarks: [] }),
        [],
        'статья.odt',
      );
      const all = versionParagraphs(before.project.rows, 'ru');
      const { id, text, marks } = all[nth % all.length] ?? all[0] ?? expect.unreachable();
      const by = 'слово '.length;
      const content = {
        text: `слово ${text}`,
        marks: marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by })),
      };
      const done = applyCommand(
        before.project,
        { type: 'editParagraph', paragraphId: id, content },
        { author: 'А', time: 2 },
      );
      const edited = { ...before, project: done.ok ? done.value : before.project };
      const again = await importArticle(await exported(edited), [], 'статья.odt');
      const told = (one: Article) =>
        versionParagraphs(one.project.rows, 'ru').map((each) => ({
          text: each.text,
          marks: each.marks,
          role: each.role,
        }));
      expect(told(again)).toEqual(told(edited));
    }),
    { seed: 20241105, numRuns: 100 },
  );
}, 120_000);
