import { expect, test } from 'vitest';
import { readDocument } from '../../../../../main/import/read-document';
import type { ImportedDocument } from '../../../../../shared/model/imported-document';
import type { Revision } from '../../../../../shared/model/revision';
import { makeDocx, p, r } from '../../import/docx/make-docx';
import { change, exportedTracked, importArticle, paragraphWith, partsOf, partText, reword } from './article';

const HOUSE = '<w:jc w:val="both"/>';

const BODY =
  p('Абрикосы Баткена', '<w:pStyle w:val="Title"/>') +
  `<w:p><w:pPr>${HOUSE}</w:pPr>${r('Фермеры собрали ')}${r('двенадцать', '<w:b/>')}${r(' тонн абрикосов за лето.')}</w:p>` +
  p('Цены выросли вдвое. Покупатели недовольны.', HOUSE) +
  p('Следующий сезон начнётся весной.', HOUSE) +
  '<w:sectPr/>';

const article = async () => importArticle(await makeDocx({ body: BODY }));

/** The history of a paragraph that was changed once. */
function revision(before: string | null, after: string | null, author: string, seq: number): Revision {
  const rich = (text: string | null) => (text === null ? null : { text, marks: [] });
  return {
    seq,
    time: Date.UTC(2026, 0, seq),
    author,
    label: 'editParagraph',
    before: rich(before),
    after: rich(after),
  };
}

async function read(bytes: Uint8Array): Promise<ImportedDocument> {
  const document = await readDocument({ fileName: 'статья.docx', bytes });
  if (!document.ok) throw new Error(JSON.stringify(document.failure));
  return document.value;
}

const accepted = ({ blocks }: ImportedDocument) =>
  blocks.map(({ block }) => block.text).filter((text) => text !== '');

const rejected = ({ blocks }: ImportedDocument) =>
  blocks.map(({ block, original }) => (original ?? block).text).filter((text) => text !== '');

test('tells each change under who made it, and the text before and after is there', async () => {
  const start = await article();
  const one = reword(start, 'двенадцать', 'тридцать');
  const two = reword(one, 'за лето', 'за всё лето');
  const { id } = paragraphWith(two, 'Фермеры');
  const texts = [start, one, two].map((each) => paragraphWith(each, 'Фермеры').text);
  const revisions = [
    revision(texts[1] ?? '', texts[2] ?? '', 'Бакыт', 2),
    revision(texts[0] ?? '', texts[1] ?? '', 'Айгүл', 1),
  ];
  const document = await read(await exportedTracked(two, { [id]: revisions }));
  expect(accepted(document)).toEqual(
    accepted(await read(start.bytes)).map((text) =>
      text.replace('двенадцать', 'тридцать').replace('за лето', 'за всё лето'),
    ),
  );
  expect(rejected(document)).toEqual(accepted(await read(start.bytes)));
  const changes = document.blocks.flatMap((block) => block.changes);
  expect(changes.map(({ author, time }) => [author, time])).toEqual([
    ['Айгүл', Date.UTC(2026, 0, 1)],
    ['Айгүл', Date.UTC(2026, 0, 1)],
    ['Бакыт', Date.UTC(2026, 0, 2)],
  ]);
});

test('touches nothing of other paragraphs, and keeps how words look', async () => {
  const start = await article();
  const xml = await partText(await exportedTracked(reword(start, 'двенадцать', 'тридцать')));
  expect(xml).toContain(p('Цены выросли вдвое. Покупатели недовольны.', HOUSE));
  expect(xml).toMatch(
    /<w:del [^>]*><w:r><w:rPr><w:b\/><\/w:rPr><w:delText xml:space="preserve">двенадцать<\/w:delText><\/w:r><\/w:del><w:ins [^>]*><w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">тридцать<\/w:t>/,
  );
});

test('what was put in stands behind all it replaces, though that is written in several runs', async () => {
  const parts = [r('Собрали '), r('двенад'), r('цать с половиной'), r(' тонн.')];
  const start = await importArticle(await makeDocx({ body: `<w:p>${parts.join('')}</w:p><w:sectPr/>` }));
  const xml = await partText(await exportedTracked(reword(start, 'двенадцать с половиной', 'тридцать')));
  const told = [...xml.matchAll(/<w:(t|delText)[ >][^<]*<\/w:\1>/g)].map(([each, kind]) =>
    each.replace(/<[^>]*>/g, kind === 'delText' ? '-' : ''),
  );
  expect(told).toEqual(['Собрали ', '-двенад-', '-цать с половиной-', 'тридцать', ' тонн.']);
});

test('tells paragraphs that were added, removed, split and moved', async () => {
  const start = await article();
  const { id } = paragraphWith(start, 'Цены');
  const last = paragraphWith(start, 'Следующий').id;
  const rowId = start.project.rows[1]?.id ?? '';
  const place = { rowId, language: 'ru', index: 1, role: 'paragraph', label: '' } as const;
  const cases = [
    change(start, { type: 'insertParagraph', paragraphId: 'new', ...place, text: 'Сушёные стоят дороже.' }),
    change(start, { type: 'removeParagraph', paragraphId: last }),
    change(start, { type: 'editParagraph', paragraphId: last, content: { text: '', marks: [] } }),
    change(start, { type: 'splitParagraph', paragraphId: id, offset: 20, newId: 'second' }),
    {
      ...start,
      project: { ...start.project, rows: [0, 3, 1, 2].flatMap((n) => start.project.rows[n] ?? []) },
    },
  ];
  for (const each of cases) {
    const written = await exportedTracked(each);
    const document = await read(written);
    const texts = each.project.rows.flatMap(({ cells }) => cells.ru.paragraphs.map(({ text }) => text));
    expect(accepted(document)).toEqual(texts.filter((text) => text !== ''));
    expect(rejected(document).join(' ')).toEqual(accepted(await read(start.bytes)).join(' '));
    expect(await partText(written)).toMatch(/<w:(ins|del) /);
  }
});

test('tells what only looks otherwise', async () => {
  const start = await article();
  const { id, text } = paragraphWith(start, 'Цены');
  const content = { text, marks: [{ type: 'strong' as const, start: 0, end: 4 }] };
  const xml = await partText(
    await exportedTracked(change(start, { type: 'editParagraph', paragraphId: id, content })),
  );
  expect(xml).toMatch(
    /<w:rPr><w:b\/><w:rPrChange [^>]*><w:rPr><\/w:rPr><\/w:rPrChange><\/w:rPr><w:t xml:space="preserve">Цены</,
  );
});

test('writes open flags as comments with their threads, and says so again when it comes back', async () => {
  const start = await article();
  const { id } = paragraphWith(start, 'Цены');
  const span = {
    at: 'text',
    language: 'ru',
    paragraphId: id,
    start: 5,
    end: 12,
    quote: 'выросли',
    orphaned: false,
    fix: 'подросли',
  } as const;
  const flag = {
    id: 'f',
    spans: [span],
    category: 'accuracy',
    severity: 'major',
    note: 'Точно ли?',
    status: 'open',
    author: 'Айгүл',
    time: Date.UTC(2026, 0, 1),
    thread: [{ id: 'c', author: 'Бакыт', time: Date.UTC(2026, 0, 2), text: 'Проверю & отвечу' }],
  } as const;
  const flagged = {
    ...start,
    project: { ...start.project, flags: [flag, { ...flag, id: 'g', status: 'resolved' as const }] },
  };
  const written = await exportedTracked(flagged);
  const document = await read(written);
  expect(accepted(document)).toEqual(accepted(await read(start.bytes)));
  const comments = document.blocks.flatMap((block) =>
    block.comments.map((each) => ({ ...each, on: block.block.text.slice(each.start, each.end) })),
  );
  expect(comments).toMatchObject([
    {
      on: 'выросли',
      author: 'Айгүл',
      text: 'Точно ли?\n→ подросли',
      resolved: false,
      replies: [{ author: 'Бакыт', text: 'Проверю & отвечу' }],
    },
  ]);
  const parts = await partsOf(written);
  expect([...parts.keys()]).toEqual(
    expect.arrayContaining(['word/comments.xml', 'word/commentsExtended.xml']),
  );
  // Brought in and exported again nothing is said twice.
  const again = await importArticle(written);
  const twice = await read(await exportedTracked(again));
  expect(twice.blocks.flatMap((block) => block.comments)).toHaveLength(1);
});
