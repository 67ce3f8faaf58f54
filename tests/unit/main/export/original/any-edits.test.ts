import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deletedRun, makeDocx, p, r, tracked } from '../../import/docx/make-docx';
import type { Command } from '../../../../../shared/commands/command';
import { applyCommand } from '../../../../../shared/commands/command';
import { versionParagraphs } from '../../../../../shared/model/row';
import { readDocument } from '../../../../../main/import/read-document';
import { exported, exportedTracked, importArticle, textsIn, textsOf, type Article } from './article';

const NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>';

const CELL = (text: string) => `<w:tc>${p(text)}</w:tc>`;

const BODY = [
  p('Заголовок статьи', '<w:outlineLvl w:val="0"/>'),
  `<w:p>${r('Один ')}${r('два', '<w:b/>')}${r(' три')}${NOTE}${r(' четыре. ')}${r('Пять шесть', '<w:i/>')}${r(' семь.')}</w:p>`,
  `<w:p><w:hyperlink r:id="l1">${r('Ссылка сюда')}</w:hyperlink><w:r><w:tab/><w:t>и  дальше</w:t><w:br/><w:t>строка</w:t></w:r></w:p>`,
  `<w:tbl><w:tr>${CELL('Город')}${CELL('Жители')}</w:tr><w:tr>${CELL('Ош')}${CELL('триста тысяч')}</w:tr></w:tbl>`,
  `<w:p>${r('Было ')}${tracked('del', 'Б', deletedRun('старое'))}${tracked('ins', 'Б', r('новое'))}${r(' слово здесь.')}</w:p>`,
  p('Снова один два три, но не то же.'),
  '<w:p><w:r><w:drawing><a:graphic><a:blip r:embed="pic"/></a:graphic></w:drawing></w:r></w:p>',
  p('Последний абзац статьи.'),
].join('');

const WORDS = ['один', 'два', 'три', 'новое', 'Ош', 'слово', '<&>', 'ещё', 'строка', 'абзац.'];

type Act = (article: Article, n: number) => Command | null;

const pick = ({ project }: Article, n: number) => {
  const all = versionParagraphs(project.rows, 'ru');
  return all[n % all.length];
};

const ACTS: readonly Act[] = [
  (article, n) => {
    const paragraph = pick(article, n);
    if (!paragraph) return null;
    const words = paragraph.text.split(' ');
    words.splice(n % (words.length + 1), n % 3, WORDS[n % WORDS.length] ?? '');
    const text = words.filter(Boolean).join(' ');
    const marks = n % 2 === 0 && text.length > 4 ? [{ type: 'strong' as const, start: 1, end: 4 }] : [];
    return { type: 'editParagraph', paragraphId: paragraph.id, content: { text, marks } };
  },
  (article, n) => {
    const paragraph = pick(article, n);
    if (!paragraph || paragraph.text.length < 3) return null;
    const offset = 1 + (n % (paragraph.text.length - 2));
    return { type: 'splitParagraph', paragraphId: paragraph.id, offset, newId: `new${n}` };
  },
  (article, n) => {
    const paragraph = pick(article, n);
    return paragraph
      ? { type: 'editParagraph', paragraphId: paragraph.id, content: { text: '', marks: [] } }
      : null;
  },
  (article, n) => {
    const row = article.project.rows[n % article.project.rows.length];
    return row ? { type: 'mergeRows', rowId: row.id } : null;
  },
  (article, n) => {
    const paragraph = pick(article, n);
    return paragraph ? { type: 'joinParagraphs', paragraphId: paragraph.id } : null;
  },
  (article, n) => {
    const row = article.project.rows[n % article.project.rows.length];
    if (!row) return null;
    const place = { rowId: row.id, language: 'ru', index: 0 } as const;
    return {
      type: 'insertParagraph',
      paragraphId: `p${n}`,
      ...place,
      role: 'paragraph',
      label: '',
      text: `Новый ${n}`,
    };
  },
  (article, n) => {
    const paragraph = pick(article, n);
    return paragraph
      ? { type: 'decideSuggestions', paragraphIds: [paragraph.id], which: null, accept: n % 2 === 0 }
      : null;
  },
];

const isBody = ({ role }: { readonly role: string }) => role !== 'footnote';

const STEPS = fc.array(fc.tuple(fc.nat(ACTS.length - 1), fc.nat(997)), { minLength: 1, maxLength: 8 });

const start = await importArticle(
  await makeDocx({
    body: BODY,
    footnotes: `<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${r(' Примечание к тексту.')}</w:p></w:footnote>`,
    links: { l1: 'https://example.org/' },
  }),
);

function edit(chosen: readonly (readonly [number, number])[]): Article {
  return chosen.reduce((article, [act, n]) => {
    const command = ACTS[act]?.(article, n);
    const after = command && applyCommand(article.project, command, { author: 'А', time: 2 });
    return after?.ok ? { ...article, project: after.value } : article;
  }, start);
}

test('whatever is edited, the file says what the project says', async () => {
  await fc.assert(
    fc.asyncProperty(STEPS, async (chosen) => {
      const article = edit(chosen);
      // A note goes with its number.
      const [found, wanted] = [await textsIn(await exported(article), isBody), textsOf(article, isBody)];
      expect(found).toEqual(wanted);
    }),
    { numRuns: 150, seed: 7 },
  );
});

test('whatever is edited and tracked, all accepted is the present text and all rejected the imported one', async () => {
  // The number of a note goes along with its words and cannot wait.
  const words = (texts: readonly string[]) =>
    texts.join(' ').replaceAll('1', '').split(' ').filter(Boolean).sort();
  await fc.assert(
    fc.asyncProperty(STEPS, async (chosen) => {
      const article = edit(chosen);
      const read = await readDocument({ fileName: 'статья.docx', bytes: await exportedTracked(article) });
      if (!read.ok) throw new Error(JSON.stringify(read.failure));
      const body = read.value.blocks.filter(({ block }) => isBody(block));
      const shown = versionParagraphs(article.project.rows, 'ru').filter(isBody);
      expect(body.map(({ block }) => block.text).filter(Boolean)).toEqual(
        shown.map(({ text }) => text).filter(Boolean),
      );
      const former = body.map(({ block, original }) => (original ?? block).text);
      expect(words(former)).toEqual(words(textsOf(start, isBody)));
    }),
    { numRuns: 150, seed: 7 },
  );
});
