import { expect, test } from 'vitest';
import { removeParagraph } from '../../../../../shared/commands/remove-paragraph';
import { makeDocx, p } from '../../import/docx/make-docx';
import { makePng } from '../../../../fixtures/make-picture';
import { change, exported, importArticle, paragraphWith, partText, reword, type Article } from './article';
import { versionParagraphs } from '../../../../../shared/model/row';

const OFFICE = 'http://schemas.openxmlformats.org';

const drawing = (n: number, description: string) =>
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing"><wp:docPr id="${n}" name="P"${description}/>` +
  `<a:graphic><a:graphicData><pic:pic xmlns:pic="${OFFICE}/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name=""/></pic:nvPicPr>` +
  `<pic:blipFill><a:blip r:embed="dam"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

const word = async () =>
  importArticle(
    await makeDocx({
      body: p('Начало.') + drawing(1, ' descr="Плотина"') + p('Середина.') + drawing(2, '') + p('Конец.'),
      raw: {
        'word/_rels/document.xml.rels': `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="dam" Type="${OFFICE}/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>`,
        'word/media/image1.png': makePng(60, 40),
      },
    }),
  );

const pictures = ({ project }: Article) =>
  versionParagraphs(project.rows, 'ru').filter(({ picture }) => picture);

const say = (article: Article, n: number, text: string) => {
  const paragraphId = pictures(article)[n]?.id ?? '';
  return change(article, { type: 'editParagraph', paragraphId, content: { text, marks: [] } });
};

test('a Word file is given back byte for byte where nothing was edited, and its pictures stay where words were', async () => {
  const article = await word();
  expect(await exported(article)).toBe(article.bytes);
  const edited = reword(article, 'Середина', 'Самая середина');
  const before = await partText(article.bytes, 'word/document.xml');
  const after = await partText(await exported(edited), 'word/document.xml');
  expect(after).toBe(before.replace('Середина', 'Самая середина'));
});

test('an alternative text is written where it was, or where one goes', async () => {
  const article = say(say(await word(), 0, 'Вид "сверху" <1>'), 1, 'Карта');
  const before = await partText(article.bytes, 'word/document.xml');
  const after = await partText(await exported(article), 'word/document.xml');
  expect(after).toBe(
    before
      .replace('descr="Плотина"', 'descr="Вид &quot;сверху&quot; &lt;1&gt;"')
      .replace('<wp:docPr id="2"', '<wp:docPr descr="Карта" id="2"'),
  );
});

test('a picture that was removed goes, and the others stay', async () => {
  const article = await word();
  const [first] = pictures(article);
  const removed = change(article, { type: removeParagraph.type, paragraphId: first?.id ?? '' });
  const after = await partText(await exported(removed), 'word/document.xml');
  expect(after).not.toContain('descr="Плотина"');
  expect(after).toContain('<wp:docPr id="2"');
  expect(after).toContain('Начало.');
});

const PAGE =
  '<html><body><h1>Плотина</h1>\n<p>Слова о плотине на Нарыне.</p>\n<figure><img src="a.png" alt="Плотина"><figcaption>Подпись</figcaption></figure>\n<p>Ещё <img src="b.png"> слова.</p></body></html>';

test('the alternative texts of a page are written into it, and all else stays', async () => {
  const article = await importArticle(Buffer.from(PAGE), [], 'a.html');
  expect(Buffer.from(await exported(article)).toString()).toBe(PAGE);
  const edited = say(say(article, 0, 'Вид "сверху"'), 1, 'Карта');
  expect(Buffer.from(await exported(edited)).toString()).toBe(
    PAGE.replace('alt="Плотина"', 'alt="Вид &quot;сверху&quot;"').replace(
      '<img src="b.png">',
      '<img alt="Карта" src="b.png">',
    ),
  );
  const removed = change(article, { type: 'removeParagraph', paragraphId: pictures(article)[0]?.id ?? '' });
  expect(Buffer.from(await exported(removed)).toString()).toBe(
    PAGE.replace('<img src="a.png" alt="Плотина">', ''),
  );
});

const MARKDOWN =
  '# Плотина\n\nСлова.\n\n![Плотина](a.png)\n\n![Было](b.png) Слова рядом ![](c.png)\n\n![Подпись]()\n';

test('the alternative texts of Markdown are written into it, and words beside pictures leave these alone', async () => {
  const article = await importArticle(Buffer.from(MARKDOWN), [], 'a.md');
  expect(Buffer.from(await exported(article)).toString()).toBe(MARKDOWN);
  const edited = say(say(article, 0, 'Вид [1]'), 2, 'Карта');
  expect(Buffer.from(await exported(edited)).toString()).toBe(
    MARKDOWN.replace('![Плотина]', '![Вид \\[1\\]]').replace('![](c.png)', '![Карта](c.png)'),
  );
  const reworded = reword(article, 'Слова рядом', 'Другие слова');
  expect(Buffer.from(await exported(reworded)).toString()).toBe(
    MARKDOWN.replace('Слова рядом', 'Другие слова'),
  );
  expect(paragraphWith(article, 'Подпись').role).toBe('caption');
});
