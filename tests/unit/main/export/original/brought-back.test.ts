import { expect, test } from 'vitest';
import { draftBlocks, draftVersions } from '../../../../../main/jobs/draft-versions';
import { answersIn, exportedState, flagFor, returnedReview } from '../../../../../main/app/returned-file';
import { rewriteArchive } from '../../../../../main/export/original/rewrite-archive';
import { openArchive } from '../../../../../main/import/docx/archive';
import { documentOrigin } from '../../../../../main/import/new-project';
import { readDocument } from '../../../../../main/import/read-document';
import { perform } from '../../../../../main/jobs/perform';
import { ok } from '../../../../../shared/model/failure';
import type { Flag } from '../../../../../shared/model/flag';
import { versionParagraphs } from '../../../../../shared/model/row';
import { suggest } from '../../../../../shared/reconcile/suggestions';
import { makeDocx, p } from '../../import/docx/make-docx';
import {
  change,
  exportedTracked,
  importArticle,
  paragraphWith,
  partText,
  reword,
  type Article,
} from './article';

const TEXTS = [
  'Фермеры собрали двенадцать тонн абрикосов за лето.',
  'Цены выросли вдвое против прошлого года.',
  'Следующий сезон начнётся ранней весной.',
  'Покупатели довольны качеством сушёных плодов.',
  'Последний абзац статьи об урожае.',
];

const ACCEPT = { ins: '$1', del: '' } as const;
const REJECT = { ins: '', del: '$1' } as const;

/** Decides the tracked changes in paragraphs with these words, as Word does. */
function decide(
  xml: string,
  words: string,
  { ins, del }: { readonly ins: string; readonly del: string },
): string {
  return xml.replace(/<w:p>(?:(?!<\/w:p>)[^])*<\/w:p>/g, (paragraph) =>
    paragraph.includes(words)
      ? paragraph
          .replace(/<w:ins [^>/]*>((?:(?!<\/w:ins>)[^])*)<\/w:ins>/g, ins)
          .replace(/<w:del [^>/]*>((?:(?!<\/w:del>)[^])*)<\/w:del>/g, del)
          .replaceAll('w:delText', 'w:t')
      : paragraph,
  );
}

async function edited(bytes: Uint8Array, name: string, edit: (xml: string) => string): Promise<Uint8Array> {
  const { entries } = await openArchive(bytes);
  return rewriteArchive(bytes, entries, new Map([[name, Buffer.from(edit(await partText(bytes, name)))]]));
}

const nameOf = (category: string) => category;

/** Brings a file in as the app does. */
async function bringIn(article: Article, bytes: Uint8Array): Promise<Article> {
  const { project } = article;
  const read = await readDocument({ fileName: 'вернулось.docx', bytes });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const document = read.value;
  const exported = exportedState(document, project, 'ru', () => ok(project));
  expect(exported).toBe(project);
  const versions = draftVersions(project, 'ru', document, 'exported', exported);
  const { differences } = await perform({ kind: 'compare', versions }, () => undefined);
  const comments = draftBlocks(document).flatMap((block) => block.comments);
  expect(comments.every((comment) => flagFor(comment, project.flags, nameOf))).toBe(true);
  return change(article, {
    type: 'bringInDraft',
    language: 'ru',
    origin: documentOrigin(document, 3, project.origins.ru),
    differences,
    decided: [],
    changes: [],
    comments: [],
    returned: {
      review: returnedReview(document.blocks),
      remarks: answersIn(comments, project.flags, nameOf, 3),
    },
    newIds: Array.from({ length: 20 }, (_, n) => `new${n}`),
  });
}

test('brings back what was accepted and rejected in the file, and what was answered there', async () => {
  const start = await importArticle(await makeDocx({ body: TEXTS.map((text) => p(text)).join('') }));
  const two = reword(reword(start, 'двенадцать', 'тридцать'), 'вдвое', 'втрое');
  const suggesting = ['весной', 'довольны', 'урожае'].reduce((article, word) => {
    const paragraph = paragraphWith(article, word);
    const content = { text: paragraph.text.replace(word, `не ${word}`), marks: [] };
    const suggested = suggest(paragraph, content, { author: 'Айгүл', time: 2 });
    const kept = { ...suggested, imported: { text: paragraph.text, marks: [] } };
    const rows = article.project.rows.map((row) => ({
      ...row,
      cells: {
        ...row.cells,
        ru: {
          ...row.cells.ru,
          paragraphs: row.cells.ru.paragraphs.map((each) => (each.id === paragraph.id ? kept : each)),
        },
      },
    }));
    return { ...article, project: { ...article.project, rows } };
  }, two);
  const { id } = paragraphWith(suggesting, 'Цены');
  const flag: Flag = {
    id: 'f',
    spans: [
      {
        at: 'text',
        language: 'ru',
        paragraphId: id,
        start: 0,
        end: 4,
        quote: 'Цены',
        orphaned: false,
        fix: null,
      },
    ],
    category: 'accuracy',
    severity: 'major',
    note: 'Точно ли?',
    status: 'open',
    author: 'Айгүл',
    time: 2,
    thread: [{ id: 'c', author: 'Бакыт', time: 2, text: 'Проверю' }],
  };
  const article = { ...suggesting, project: { ...suggesting.project, flags: [flag] } };
  const written = await exportedTracked(article);

  // Nothing was decided: nothing changes.
  const untouched = await bringIn(article, written);
  expect(versionParagraphs(untouched.project.rows, 'ru')).toEqual(
    versionParagraphs(article.project.rows, 'ru'),
  );
  expect(untouched.project.flags).toEqual([flag]);

  const decided = await edited(written, 'word/document.xml', (xml) =>
    decide(
      decide(decide(decide(xml, 'Фермеры', ACCEPT), 'Цены', REJECT), 'Следующий', ACCEPT),
      'Покупатели',
      REJECT,
    ),
  );
  const answered = await edited(decided, 'word/comments.xml', (xml) => xml.replace('Проверю', 'Проверил'));
  const { project } = await bringIn(article, answered);
  const back = versionParagraphs(project.rows, 'ru').map(({ text, pending }) => [
    text,
    pending?.settled.text,
  ]);
  expect(back).toEqual([
    ['Фермеры собрали тридцать тонн абрикосов за лето.', undefined],
    ['Цены выросли вдвое против прошлого года.', 'Цены выросли втрое против прошлого года.'],
    ['Следующий сезон начнётся ранней не весной.', undefined],
    ['Покупатели довольны качеством сушёных плодов.', undefined],
    ['Последний абзац статьи об не урожае.', 'Последний абзац статьи об урожае.'],
  ]);
  expect(project.flags[0]?.thread.map(({ text }) => text)).toEqual(['Проверю', 'Проверил']);
});
