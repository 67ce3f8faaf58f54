import { expect, test } from 'vitest';
import { removeParagraph } from '../../../../../shared/commands/remove-paragraph';
import { makePng } from '../../../../fixtures/make-picture';
import { makeDocx, p, r } from '../../import/docx/make-docx';
import { versionParagraphs } from '../../../../../shared/model/row';
import { change, exported, exportedTracked, importArticle, partText, reword, type Article } from './article';

const OFFICE = 'http://schemas.openxmlformats.org';

const forms = (choice: string, fallback: string) =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;

const drawn = (inside: string) =>
  `<w:drawing><wps:txbx xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${inside}</wps:txbx></w:drawing>`;
const old = (inside: string) => `<w:pict><v:shape id="s"><v:textbox>${inside}</v:textbox></v:shape></w:pict>`;
const box = (...paragraphs: readonly string[]) => `<w:txbxContent>${paragraphs.join('')}</w:txbxContent>`;

const picture = (description: string) =>
  `<w:drawing><wp:inline xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing"><wp:docPr id="7" name="P" descr="${description}"/>` +
  `<a:graphic><a:graphicData><pic:pic xmlns:pic="${OFFICE}/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name=""/></pic:nvPicPr>` +
  `<pic:blipFill><a:blip r:embed="dam"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
const oldPicture = (description: string) =>
  `<w:pict><v:shape id="p" alt="${description}" style="width:60pt"><v:imagedata r:id="dam"/></v:shape></w:pict>`;

async function article(body: string): Promise<Article> {
  const relationship = `<Relationship Id="dam" Type="${OFFICE}/officeDocument/2006/relationships/image" Target="media/image1.png"/>`;
  return importArticle(
    await makeDocx({
      body,
      raw: {
        'word/_rels/document.xml.rels': `<Relationships xmlns="${OFFICE}/package/2006/relationships">${relationship}</Relationships>`,
        'word/media/image1.png': makePng(60, 40),
      },
    }),
  );
}

test('a text box says the same in both of its forms, and one that said otherwise is left', async () => {
  const [first, second] = [p('Воды мало.'), p('Канал строят.')];
  const body =
    `<w:p>${r('До ')}<w:r>${forms(drawn(box(first, second)), old(box(first, second)))}</w:r></w:p>` +
    `<w:p>${r('После')}<w:r>${forms(drawn(box(p('Новое слово.'))), old(box(p('Обновите Word.'))))}</w:r></w:p>`;
  const before = await article(body);
  const xml = await partText(await exported(reword(before, 'мало', 'много')));
  expect(xml.split('много')).toHaveLength(3);
  expect(xml).not.toContain('мало');
  const other = await partText(await exported(reword(before, 'Новое', 'Свежее')));
  expect(other).toContain('Обновите Word.');
  expect(other.split('мало')).toHaveLength(3);
});

test('with changes tracked both forms tell of them', async () => {
  const before = await article(
    `<w:p>${r('До ')}<w:r>${forms(drawn(box(p('Воды мало.'))), old(box(p('Воды мало.'))))}</w:r></w:p>`,
  );
  const xml = await partText(await exportedTracked(reword(before, 'мало', 'много')));
  expect(xml.split('<w:ins ')).toHaveLength(3);
  expect(xml.split('<w:delText')).toHaveLength(3);
});

test('paragraphs that come in two forms do, and a box within them', async () => {
  const inner = `<w:p>${r('Канал')}<w:r>${forms(drawn(box(p('Воды мало.'))), old(box(p('Воды мало.'))))}</w:r></w:p>`;
  const before = await article(forms(inner, inner) + p('Конец.'));
  const xml = await partText(await exported(reword(before, 'мало', 'много')));
  expect(xml).not.toContain('мало');
  expect(xml.split('много')).toHaveLength(5);
});

test('a picture is described and removed in both of its forms', async () => {
  const before = await article(
    p('Начало.') + `<w:p><w:r>${forms(picture('Плотина'), oldPicture('Плотина'))}</w:r></w:p>` + p('Конец.'),
  );
  const id = versionParagraphs(before.project.rows, 'ru').find((each) => each.picture)?.id ?? '';
  const content = { text: 'Канал', marks: [] };
  const said = await partText(
    await exported(change(before, { type: 'editParagraph', paragraphId: id, content })),
  );
  expect(said).toContain('descr="Канал"');
  expect(said).toContain('alt="Канал"');
  const gone = await partText(
    await exported(change(before, { type: removeParagraph.type, paragraphId: id })),
  );
  expect(gone).not.toContain('AlternateContent');
});
