import { expect, test } from 'vitest';
import type { Mark } from '../../../../../shared/model/mark';
import type { Role } from '../../../../../shared/model/paragraph';
import { makeDocx, p, r } from '../../import/docx/make-docx';
import {
  change,
  exported,
  exportedTracked,
  importArticle,
  paragraphWith,
  reword,
  partText,
  textsIn,
  type Article,
} from './article';

const STYLES =
  '<w:style w:styleId="a1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a2"><w:name w:val="heading 2"/></w:style>' +
  '<w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="BodyText"><w:name w:val="Body Text"/></w:style>' +
  '<w:style w:type="character" w:styleId="Link"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0000FF"/><w:u w:val="single"/></w:rPr></w:style>';

const JUSTIFIED = '<w:pStyle w:val="BodyText"/><w:jc w:val="both"/>';

const article = async (body: string, styles = STYLES) =>
  importArticle(
    await makeDocx({ body, styles, links: { web: 'https://kloop.kg/', other: 'https://kaktus.media/' } }),
  );

function make(from: Article, words: string, role: Role): Article {
  return change(from, { type: 'setRole', paragraphId: paragraphWith(from, words).id, role, label: '' });
}

async function kinds(bytes: Uint8Array) {
  const { document } = await importArticle(bytes);
  return document.blocks.map(({ block: { role, text } }) => `${role}: ${text}`);
}

test('a paragraph that was made a heading is one in the file, in the style of its headings', async () => {
  const before = await article(
    p('Вода', '<w:pStyle w:val="a2"/>') + p('Канал.', JUSTIFIED) + p('Насос.') + p('Трубы.', JUSTIFIED),
  );
  const after = make(make(before, 'Канал', 'heading2'), 'Вода', 'paragraph');
  const written = await exported(after);
  expect(await kinds(written)).toEqual([
    'paragraph: Вода',
    'heading2: Канал.',
    'paragraph: Насос.',
    'paragraph: Трубы.',
  ]);
  const xml = await partText(written);
  expect(xml).toContain(`<w:pPr><w:pStyle w:val="a2"/><w:jc w:val="both"/></w:pPr>${r('Канал.')}`);
  expect(xml).toContain(p('Трубы.', JUSTIFIED));
});

test('where the file has no such paragraph, the style is taken by its name, else the level is told', async () => {
  const body = p('Вода.') + `<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>${r('Канал.')}</w:p>` + p('Насос.');
  const named = make(make(await article(body), 'Вода', 'title'), 'Канал', 'heading1');
  expect(await kinds(await exported(named))).toEqual([
    'title: Вода.',
    'heading1: Канал.',
    'paragraph: Насос.',
  ]);
  expect(await partText(await exported(named))).toContain(
    '<w:pPr><w:pStyle w:val="a1"/><w:rPr><w:b/></w:rPr></w:pPr>',
  );
  const bare = make(await article(body, ''), 'Канал', 'heading3');
  expect(await partText(await exported(bare))).toContain(
    '<w:pPr><w:outlineLvl w:val="2"/><w:rPr><w:b/></w:rPr></w:pPr>',
  );
  expect(await kinds(await exported(bare))).toContain('heading3: Канал.');
});

test('a style that counts its headings is not given to others: their number would be no word of the project', async () => {
  const numbering =
    '<w:style w:styleId="n1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const after = make(await article(p('Вода.') + p('Канал.'), numbering), 'Канал', 'heading1');
  expect(await kinds(await exported(after))).toEqual(['paragraph: Вода.', 'heading1: Канал.']);
  expect(await partText(await exported(after))).not.toContain('n1');
});

test('with changes tracked a new kind is told, and can be taken back', async () => {
  const after = make(await article(p('Вода.', JUSTIFIED) + p('Канал.')), 'Вода', 'heading1');
  const xml = await partText(await exportedTracked(after));
  expect(xml).toMatch(
    /<w:pPr><w:pStyle w:val="a1"\/><w:jc w:val="both"\/><w:pPrChange w:id="\d+" w:author="[^"]+" w:date="[^"]+"><w:pPr><w:pStyle w:val="BodyText"\/><w:jc w:val="both"\/><\/w:pPr><\/w:pPrChange><\/w:pPr>/,
  );
});

const LOOK = '<w:rStyle w:val="Link"/>';
const link = (id: string, ...runs: readonly string[]) =>
  `<w:hyperlink r:id="${id}" w:history="1">${runs.join('')}</w:hyperlink>`;
const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const FIELD = `${sign('begin')}<w:r><w:instrText> HYPERLINK "https://kloop.kg/" </w:instrText></w:r>${sign('separate')}${r('длинный канал', LOOK)}${sign('end')}`;

/** Takes the links off some words. */
function unlink(from: Article, words: string): Article {
  const { id, text, marks } = paragraphWith(from, words);
  const start = text.indexOf(words);
  const end = start + words.length;
  const left = marks.flatMap((mark): Mark[] =>
    mark.type !== 'link'
      ? start <= mark.start && mark.end <= end
        ? []
        : [mark]
      : [
          { ...mark, end: Math.min(mark.end, start) },
          { ...mark, start: Math.max(mark.start, end) },
        ].filter((each) => each.start < each.end),
  );
  return change(from, { type: 'editParagraph', paragraphId: id, content: { text, marks: left } });
}

async function linked(bytes: Uint8Array) {
  const { document } = await importArticle(bytes);
  return document.blocks.flatMap(({ block: { text, marks } }) =>
    marks.flatMap((mark) =>
      mark.type === 'link' ? [`${text.slice(mark.start, mark.end)} > ${mark.href}`] : [],
    ),
  );
}

test.each([
  ['an element', link('web', r('длинный', LOOK), r(' канал', LOOK))],
  ['a field', FIELD],
])('a link that was taken off goes, as does its look: %s', async (_, written) => {
  const before = await article(
    `<w:p>${r('Строят ')}${written}${r(' в ')}${link('other', r('Баткене', LOOK))}</w:p>`,
  );
  const bytes = await exported(unlink(before, 'длинный канал'));
  expect(await linked(bytes)).toEqual(['Баткене > https://kaktus.media/']);
  const xml = await partText(bytes);
  expect(xml).not.toContain('HYPERLINK');
  expect(xml.split('<w:hyperlink')).toHaveLength(2);
  expect(xml.split('"Link"')).toHaveLength(2);
  expect(await textsIn(bytes)).toEqual(['Строят длинный канал в Баткене']);
});

test.each([
  ['an element', link('web', r('длинный', LOOK), r(' канал', LOOK))],
  ['a field', FIELD],
])('a link that was taken off some of its words stays on the others: %s', async (_, written) => {
  const before = await article(`<w:p>${r('Строят ')}${written}${r(' в Баткене')}</w:p>`);
  const bytes = await exported(unlink(before, 'нный ка'));
  expect(await linked(bytes)).toEqual(['дли > https://kloop.kg/', 'нал > https://kloop.kg/']);
  expect(await textsIn(bytes)).toEqual(['Строят длинный канал в Баткене']);
});

test('links that Triptych does not show stay', async () => {
  const inner = `<w:hyperlink w:anchor="b">${r('сюда')}</w:hyperlink>`;
  const before = await article(`<w:p>${r('Смотрите ')}${inner}${link('web', r(' там'))}</w:p>`);
  const { id, text, marks } = paragraphWith(before, 'Смотрите');
  const content = {
    text: text.replace('Смотрите', 'Глядите'),
    marks: marks.map((mark) => ({ ...mark, start: mark.start - 1, end: mark.end - 1 })),
  };
  const xml = await partText(
    await exported(change(before, { type: 'editParagraph', paragraphId: id, content })),
  );
  expect(xml).toContain(inner);
  expect(xml).toContain(link('web', r(' там')));
});

/** Has some words of a link lead elsewhere. */
function relink(from: Article, words: string, href: string): Article {
  const { id, text, marks } = paragraphWith(from, words);
  const content = {
    text,
    marks: marks.map((mark) =>
      mark.type === 'link' && text.slice(mark.start, mark.end) === words ? { ...mark, href } : mark,
    ),
  };
  return change(from, { type: 'editParagraph', paragraphId: id, content });
}

const WRITTEN = [
  ['an element', link('web', r('длинный', LOOK), r(' канал', LOOK))],
  ['a field', FIELD],
  ['an element that was put in', `<w:smartTag>${link('web', r('длинный канал', LOOK))}</w:smartTag>`],
] as const;

test.each(WRITTEN)('a link that was given another address leads there alone: %s', async (_, written) => {
  const before = await article(`<w:p>${r('Строят ')}${written}${r(' в Баткене')}</w:p>`);
  const bytes = await exported(relink(before, 'длинный канал', 'https://24.kg/'));
  expect(await linked(bytes)).toEqual(['длинный канал > https://24.kg/']);
  const xml = await partText(bytes);
  expect(xml).not.toContain('kloop');
  expect(xml).not.toContain('w:hyperlink');
  expect(xml).not.toContain('w:u ');
  expect(await textsIn(bytes)).toEqual(['Строят длинный канал в Баткене']);
});

test.each(WRITTEN)('no link is left of words that were taken out: %s', async (_, written) => {
  const before = await article(`<w:p>${r('Строят ')}${written}${r(' в Баткене')}</w:p>`);
  const after = reword(before, ' длинный канал', '');
  const xml = await partText(await exported(after));
  expect(xml).not.toMatch(/hyperlink/i);
  expect(await textsIn(await exported(after))).toEqual(['Строят в Баткене']);
  const tracked = await exportedTracked(after);
  expect(await textsIn(tracked)).toEqual(['Строят длинный канал в Баткене']);
});

test.each(WRITTEN)(
  'words beside a link, and in it, leave it and its look as they are: %s',
  async (_, written) => {
    const before = await article(`<w:p>${r('Строят ')}${written}${r(' в Баткене')}</w:p>`);
    const xml = await partText(await exported(reword(before, 'Строят', 'Построят')));
    expect(xml).toContain(written);
    const changed = await exported(reword(before, 'нный ка', 'ннющий ка'));
    expect(await linked(changed)).toEqual(['длиннющий канал > https://kloop.kg/']);
    expect(await partText(changed)).not.toContain('w:u ');
  },
);

test('words put into a link that lead nowhere stand outside it', async () => {
  const before = await article(`<w:p>${r('Строят ')}${link('web', r('длинный канал', LOOK))}</w:p>`);
  const { id } = paragraphWith(before, 'Строят');
  const text = 'Строят длинный оросительный канал';
  const marks: readonly Mark[] = [
    { type: 'link', href: 'https://kloop.kg/', start: 7, end: 15 },
    { type: 'link', href: 'https://kloop.kg/', start: 28, end: 33 },
  ];
  const after = change(before, { type: 'editParagraph', paragraphId: id, content: { text, marks } });
  for (const bytes of [await exported(after), await exportedTracked(after)]) {
    expect(await linked(bytes)).toEqual(['длинный  > https://kloop.kg/', 'канал > https://kloop.kg/']);
    expect(await partText(bytes)).toMatch(
      /<\/w:hyperlink>(?:<w:ins [^>]*>)?<w:r><w:t xml:space="preserve">оросительный /,
    );
  }
});
