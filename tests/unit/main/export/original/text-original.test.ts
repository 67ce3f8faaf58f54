import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { writeHtml } from '../../../../../main/export/html';
import { writeMd } from '../../../../../main/export/md';
import { change, exported, importArticle, paragraphWith, reword, textsOf, type Article } from './article';
import { readDocument } from '../../../../../main/import/read-document';
import { versionParagraphs } from '../../../../../shared/model/row';

const PAGE = `<!DOCTYPE html>
<html><head><title>Абрикосы</title><style>p { color: red }</style><script>let a = "<p>";</script></head>
<body>
<nav><ul><li><a href="/">Главная</a></ul></nav>
<article>
<h1 id="top" class="x">Абрикосы &laquo;Баткена&raquo;</h1>
<p class="lead" style='margin:0'>Фермеры собрали <b class="n">двенадцать</b> тонн&nbsp;абрикосов
   за <i>лето</i> &amp; осень.
<p class="body">Цены выросли вдвое против прошлого года.</p><img src="a.png">
<ul class="l"><li>Первый пункт списка<li class="k">Второй пункт списка</ul>
<table><tr><td>Город</td><td>Жители города</td></tr></table>
<p class="body">Последний абзац статьи об урожае этого года.</p>
</article>
</body></html>
`;

const MARKDOWN = `---
title: Абрикосы
---

# Абрикосы Баткена

<!-- не для печати -->
Фермеры собрали **двенадцать** тонн
абрикосов за *лето*.[^1]

* Первый пункт
* Второй пункт

> Цитата министра,
> в две строки.

| Город | Жители |
|-------|-------:|
| Ош    | триста |

Подзаголовок
------------

Последний абзац статьи.

[^1]: Данные министерства.
`;

const page = (html = PAGE) => importArticle(Buffer.from(html), [], 'статья.html');
const markdown = (text = MARKDOWN) => importArticle(Buffer.from(text), [], 'статья.md');

const written = async (article: Article) => Buffer.from(await exported(article)).toString();

test('gives back pages and Markdown byte for byte where nothing was edited', async () => {
  for (const article of [await page(), await markdown(), await markdown(MARKDOWN.replaceAll('\n', '\r\n'))])
    expect(Buffer.from(await exported(article)).equals(article.bytes)).toBe(true);
});

test('changes the edited words of a page and nothing else', async () => {
  const start = await page();
  expect(await written(reword(start, 'двенадцать', 'тридцать'))).toBe(PAGE.replace('двенадцать', 'тридцать'));
  expect(await written(reword(start, 'вдвое', 'втрое <&>'))).toBe(
    PAGE.replace('вдвое', 'втрое &lt;&amp;&gt;'),
  );
  expect(await written(reword(start, 'Жители города', 'Жители областей'))).toBe(
    PAGE.replace('Жители города', 'Жители областей'),
  );
  expect(await written(reword(start, '«Баткена»', '«Оша»'))).toBe(PAGE.replace('Баткена', 'Оша'));
  const { id, text, marks } = paragraphWith(start, 'Цены');
  const content = { text, marks: [...marks, { type: 'strong' as const, start: 5, end: 12 }] };
  expect(await written(change(start, { type: 'editParagraph', paragraphId: id, content }))).toBe(
    PAGE.replace('выросли', '<strong>выросли</strong>'),
  );
});

test('changes the edited words of Markdown and nothing else', async () => {
  const start = await markdown();
  expect(await written(reword(start, 'Второй', 'Третий'))).toBe(MARKDOWN.replace('Второй', 'Третий'));
  expect(await written(reword(start, 'триста', 'двести'))).toBe(MARKDOWN.replace('триста', 'двести'));
  expect(await written(reword(start, 'Подзаголовок', 'Заголовок'))).toBe(
    MARKDOWN.replace('Подзаголовок', 'Заголовок'),
  );
  expect(await written(reword(start, 'министерства', 'ведомства'))).toBe(
    MARKDOWN.replace('министерства', 'ведомства'),
  );
  expect(await written(reword(start, 'двенадцать', 'тридцать'))).toContain(
    'Фермеры собрали **тридцать** тонн абрикосов за _лето_.[^1]\n\n* Первый',
  );
});

test('has new paragraphs take after their neighbours, and takes away removed ones', async () => {
  const add = (start: Article, after: string, role: 'paragraph' | 'listItem', text: string) => {
    const row = start.project.rows.find(({ cells }) =>
      cells.ru.paragraphs.some((each) => each.text.includes(after)),
    );
    const place = {
      rowId: row?.id ?? '',
      language: 'ru',
      index: 1,
      label: role === 'listItem' ? '•' : '',
    } as const;
    return change(start, { type: 'insertParagraph', paragraphId: 'new', ...place, role, text });
  };
  const start = await page();
  expect(await written(add(start, 'Цены', 'paragraph', 'Новый абзац.'))).toBe(
    PAGE.replace('прошлого года.</p>', 'прошлого года.</p>\n<p class="body">Новый абзац.</p>'),
  );
  expect(await written(add(start, 'Второй', 'paragraph', 'Новый абзац.'))).toContain(
    'списка</ul>\n<p class="body">Новый',
  );
  const { id } = paragraphWith(start, 'Последний');
  expect(await written(change(start, { type: 'removeParagraph', paragraphId: id }))).toBe(
    PAGE.replace('<p class="body">Последний абзац статьи об урожае этого года.</p>', ''),
  );
  const md = await markdown();
  expect(await written(add(md, 'Второй', 'listItem', 'Третий пункт'))).toBe(
    MARKDOWN.replace('* Второй пункт', '* Второй пункт\n* Третий пункт'),
  );
  expect(await written(add(md, 'Цитата', 'paragraph', 'Новый абзац.'))).toBe(
    MARKDOWN.replace('в две строки.\n', 'в две строки.\n\nНовый абзац.\n'),
  );
  expect(
    await written(change(md, { type: 'removeParagraph', paragraphId: paragraphWith(md, 'Первый').id })),
  ).toBe(MARKDOWN.replace('* Первый пункт\n', ''));
});

test('keeps the encoding of a page, and letters it does not have', async () => {
  const html = PAGE.replace('<title>', '<meta charset="windows-1251"><title>');
  const start = await importArticle(iconv.encode(html, 'windows-1251'), [], 'статья.html');
  const bytes = await exported(reword(start, 'вдвое', 'эки эсе көп'));
  expect(iconv.decode(Buffer.from(bytes), 'windows-1251')).toBe(html.replace('вдвое', 'эки эсе к&#1257;п'));
});

const WORDS = ['один', 'два', 'новое', 'Ош', 'слово', '<&>', '*x*', 'абзац.', '[a](b)'];

test('whatever is edited, what is written says it, or nothing is written', async () => {
  const starts = [await page(), await markdown()];
  const steps = fc.array(fc.tuple(fc.nat(5), fc.nat(997)), { minLength: 1, maxLength: 6 });
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(1), steps, async (which, chosen) => {
      let article = starts[which] as Article;
      for (const [act, n] of chosen) {
        const all = versionParagraphs(article.project.rows, 'ru');
        const paragraph = all[n % all.length];
        if (!paragraph) continue;
        const words = paragraph.text.split(' ');
        words.splice(n % (words.length + 1), n % 3, WORDS[n % WORDS.length] ?? '');
        const text = act === 0 ? '' : words.filter(Boolean).join(' ');
        const marks =
          act % 2 === 1 && text.length > 4 ? [{ type: 'strong' as const, start: 0, end: text.length }] : [];
        article = change(article, {
          type: 'editParagraph',
          paragraphId: paragraph.id,
          content: { text, marks },
        });
      }
      const bytes = await exported(article).catch((error: Error) => {
        if (!error.message.includes('originalUnwritable')) throw error;
        return null;
      });
      if (!bytes) {
        refused += 1;
        return;
      }
      const read = await readDocument({ fileName: article.document.fileName, bytes });
      const found = read.ok ? read.value.blocks.map(({ block }) => block.text) : [];
      expect(found).toEqual(expect.arrayContaining([...textsOf(article)]));
    }),
    { numRuns: 40, seed: 3 },
  );
  expect(refused).toBeLessThan(3);
});

test('documents of the model come back untouched and with every paragraph edited', async () => {
  const blocks = versionParagraphs((await markdown()).project.rows, 'ru');
  const document = { language: 'ru', title: 'Т', blocks, remarks: [] } as const;
  for (const [name, text] of [
    ['a.html', writeHtml(document)],
    ['a.md', writeMd(document)],
  ] as const) {
    const start = await importArticle(Buffer.from(text), [], name);
    expect(await written(start)).toBe(text);
    const edited = versionParagraphs(start.project.rows, 'ru').reduce((article, each) => {
      const content = { text: `${each.text} ещё`, marks: each.marks };
      return change(article, { type: 'editParagraph', paragraphId: each.id, content });
    }, start);
    const read = await readDocument({ fileName: name, bytes: await exported(edited) });
    expect(
      read.ok && read.value.blocks.filter(({ included }) => included).map(({ block }) => block.text),
    ).toEqual(textsOf(edited));
  }
});

test('keeps line breaks and styles of a page and of Markdown, where words beside them are edited and where they change', async () => {
  const verse =
    '<html><body><article><h1>Стихи</h1><p>Над <u>рекой</u> стоит туман,<br>\nза рекой не <s>видно</s> дома,<br/>только слышен барабан.</p></article></body></html>';
  const start = await page(verse);
  expect(textsOf(start)).toContain('Над рекой стоит туман,\nза рекой не видно дома,\nтолько слышен барабан.');
  expect(Buffer.from(await exported(start)).toString()).toBe(verse);
  expect(await written(reword(start, 'туман', 'дым'))).toBe(verse.replace('туман', 'дым'));
  const joined = await written(reword(start, 'туман,\nза', 'туман, за'));
  expect(joined).toBe(verse.replace('<br>\nза', ' за'));
  expect(await written(reword(start, 'Над рекой', 'Над\nрекой'))).toBe(
    verse.replace('Над <u>', 'Над<br><u>'),
  );

  const lined = await markdown('# Стихи\n\nНад рекой ~~стоит~~ туман,  \nза рекой не видно дома.\n');
  expect(textsOf(lined)).toContain('Над рекой стоит туман,\nза рекой не видно дома.');
  const edited = await written(reword(lined, 'туман', 'дым'));
  expect(edited).toBe('# Стихи\n\nНад рекой ~~стоит~~ дым,<br>за рекой не видно дома.\n');
});
