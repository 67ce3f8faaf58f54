import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../main/import/html/read-html';
import type { ReadBlocks } from '../../../../main/import/read-blocks';
import { plainBlock, type Block } from '../../../../shared/model/paragraph';

function read(html: string): ReadBlocks {
  const result = readHtml(html, 'a.html', 'clipboard');
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function blocksOf(html: string): readonly Block[] {
  return read(html).blocks.map(({ block }) => block);
}

/** Role, depth where it is not 0, label and text. */
function outline(blocks: readonly Block[]): readonly string[] {
  return blocks.map(({ role, depth, label, text }) =>
    [role, depth || '', label, text].filter(Boolean).join(' '),
  );
}

function page(language: 'ru' | 'ky' | 'en'): ReadBlocks {
  const path = join(import.meta.dirname, '../../../fixtures/html', `canal.${language}.html`);
  const result = readHtml(readFileSync(path, 'utf8'), path);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe('readHtml on a saved page', () => {
  it.each(['ru', 'ky', 'en'] as const)('proposes the article and nothing around it (%s)', (language) => {
    const { blocks, notices } = page(language);
    const article = blocks.filter(({ included }) => included).map(({ block }) => block);
    expect(article.map(({ role, label }) => `${role}${label && ` ${label}`}`)).toEqual([
      'title',
      'paragraph',
      'caption',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'heading2',
      'quotation',
      'caption',
      'paragraph',
      'listItem 1.',
      'listItem 2.',
      'listItem 3.',
      'paragraph',
      'footnote 1',
      'footnote 2',
    ]);
    expect(notices).toEqual([{ code: 'picturesLeftOut', count: 2 }]);
  });

  it('offers what is around the article unticked, in its place', () => {
    const { blocks } = page('en');
    const around = blocks.filter(({ included }) => !included).map(({ block }) => block.text);
    expect(around).toEqual([
      'This website uses cookies. By continuing to browse you accept our cookie policy.',
      'Valley Observer',
      ...['Home', 'Politics', 'Economy', 'Video', 'About us'],
      'Home / Economy / Water',
      'Aigul Toktosunova, 14 August 2023',
      'Share Facebook Telegram WhatsApp',
      'Follow us on LinkedIn',
      'Read also:',
      ...['Who owns the mountain pastures', 'A bridge without a road', 'Why tomatoes are dearer than meat'],
      'Please make active links to the source, when using materials from this website',
      'If you have found a spelling error, please, notify us by selecting that text and pressing Ctrl+Enter.',
      'Comments',
      'Great article, thank you! My uncle lives there and can confirm every single word of what you write about the gates.',
      'Popular stories',
      ...['Who owns the mountain pastures', 'A bridge without a road', 'Why tomatoes are dearer than meat'],
      '© Valley Observer, 2023. All rights reserved.',
    ]);
  });

  it('keeps the marks', () => {
    const marked = page('en').blocks.flatMap(({ block, included }) =>
      included ? block.marks.map((mark) => ({ ...mark, text: block.text.slice(mark.start, mark.end) })) : [],
    );
    expect(marked).toMatchObject([
      { type: 'strong', text: 'Ak-Bulak' },
      { type: 'footnoteReference', label: '1', text: '[1]' },
      { type: 'emphasis', text: '11.4 million soms' },
      { type: 'link', href: 'https://example.org/tender?id=7&lang=en', text: 'documents of the tender' },
      { type: 'footnoteReference', label: '2', text: '[2]' },
    ]);
  });
});

describe('readHtml', () => {
  it('numbers lists as browsers print them', () => {
    expect(
      outline(
        blocksOf(
          '<ol start=3><li>a<ul><li>b<li><p>c<p>d</ul><li value=7>e</ol><ol reversed type=I><li>f<li>g</ol><ol type=a><li>h</ol>',
        ),
      ),
    ).toEqual([
      'listItem 3. a',
      'listItem 1 • b',
      'listItem 1 • c',
      'paragraph d',
      'listItem 7. e',
      'listItem II. f',
      'listItem I. g',
      'listItem a. h',
    ]);
  });

  it('reads equations as they would be written in a line, once', () => {
    const math = (inside: string) => `<math>${inside}</math>`;
    const half = math('<mfrac><mn>1</mn><mn>2</mn></mfrac>');
    const million =
      '<semantics><msup><mn>10</mn><mn>6</mn></msup><annotation encoding="application/x-tex">10^6</annotation></semantics>';
    const katex = `<span class="katex"><span class="katex-mathml">${math(million)}</span><span class="katex-html">106</span></span>`;
    const wiki = `<span class="mwe-math-mathml-inline" style="display: none">${math('<msqrt><mi>x</mi></msqrt>')}</span>`;
    expect(outline(blocksOf(`<p>Налог ${half} процента, ${katex} тонн, ${wiki}.</p>`))).toEqual([
      'paragraph Налог ½ процента, 10⁶ тонн, √x.',
    ]);
  });

  it('reads how words are set, by elements and by styles', () => {
    const [block] = blocksOf(
      '<p><u>a</u> <s>b</s> <del>c</del> <strike>d</strike> <mark>e</mark> <sub>f</sub> <span style="text-decoration:underline">g</span> <span style="font-variant:small-caps">h</span> <ins>i</ins> <u><a href="https://example.org/">j</a></u></p>',
    );
    const at = (sign: string) => ({
      start: block?.text.indexOf(sign),
      end: (block?.text.indexOf(sign) ?? 0) + 1,
    });
    expect(block?.marks).toEqual([
      { type: 'underline', ...at('a') },
      { type: 'strike', ...at('b') },
      { type: 'strike', ...at('c') },
      { type: 'strike', ...at('d') },
      { type: 'highlight', ...at('e') },
      { type: 'subscript', ...at('f') },
      { type: 'underline', ...at('g') },
      { type: 'smallCaps', ...at('h') },
      { type: 'link', href: 'https://example.org/', ...at('j') },
    ]);
  });

  it('splits a paragraph at two line breaks, not at one', () => {
    expect(outline(blocksOf('<p>one<br>two<br> <br>three<strong>four</strong>'))).toEqual([
      'paragraph one\ntwo',
      'paragraph threefour',
    ]);
  });

  it('knows merged cells, the rows at the head, and a table with a head for one whatever stands in it', () => {
    const table =
      '<table><thead><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tbody><tr><td rowspan=9>e' +
      '<td colspan=2><p>f<table><tr><td>g</table></table>';
    expect(blocksOf(table).map(({ text, cell: c }) => [text, c?.rowSpan, c?.columnSpan, c?.header])).toEqual([
      ['a', 2, undefined, true],
      ['b', undefined, 2, true],
      ['c', undefined, undefined, true],
      ['d', undefined, undefined, true],
      ['e', undefined, undefined, undefined],
      ['f', undefined, 2, undefined],
      ['g', undefined, 2, undefined],
    ]);
  });

  it('places the cells of a table, spanning ones at their first place, and sees through layout tables', () => {
    const cells = blocksOf(
      '<table role=presentation><tr><td><p>text</p><table><tr><td colspan=2>a<td rowspan=2>b<tr><td>c<td>d<tr><td>e</table></table>',
    ).map(({ text, cell }) => [text, cell && [cell.table, cell.row, cell.column].join()]);
    expect(cells).toEqual([
      ['text', null],
      ['a', '0,0,0'],
      ['b', '0,0,2'],
      ['c', '0,1,0'],
      ['d', '0,1,1'],
      ['e', '0,2,0'],
    ]);
  });

  it.each([
    [
      '<p>Text<sup><a href="#fn1" id="r1">1</a></sup>.</p><hr><ol><li id="fn1"><p>Source. <a href="#r1">↩</a></p></li></ol>',
      '1',
    ],
    [
      '<p>Text<a name="_ftnref1" href="#_ftn1">[1]</a>.</p><div id="ftn1"><p><a name="_ftn1" href="#_ftnref1">[1]</a> Source.</p></div>',
      '1',
    ],
    ['<p>Text<sup><a href="https://example.org/page#n1">*</a></sup>.</p><p id="n1">* Source.</p>', '*'],
    [
      '<p>Text<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>.</p><ol><li id="cite_note-1"><a href="#cite_ref-1">↑</a> <span>Source.</span></li></ol>',
      '1',
    ],
  ])('knows the footnote of %s', (html, label) => {
    const [text, note, ...others] = blocksOf(html);
    expect(others).toEqual([]);
    expect(text?.marks).toMatchObject([{ type: 'footnoteReference', label, start: 4 }]);
    expect(note).toEqual({ ...plainBlock('Source.', 'footnote'), label });
  });

  it('takes no other link for a footnote', () => {
    const [text, end] = blocksOf(
      '<p>See <a href="#end">the end</a> and <a href="#up">^</a>.</p><p id="end">The end.</p>',
    );
    expect(text).toEqual(plainBlock('See the end and ^.'));
    expect(end?.role).toBe('paragraph');
  });

  it('keeps only links to the web and to mailboxes', () => {
    const [block] = blocksOf(
      '<p><a href=" javascript:alert(1)">a</a> <a href="JAVASCRIPT:alert(1)">b</a> <a href="data:text/html,x">c</a> ' +
        '<a href="file:///etc/passwd">d</a> <a href="mailto:a@example.org">e</a> <a href="https://example.org/">f</a></p>',
    );
    expect(block?.text).toBe('a b c d e f');
    expect(block?.marks.map(({ start }) => start)).toEqual([8, 10]);
  });

  it('leaves out what is not seen', () => {
    expect(
      outline(
        blocksOf(
          '<style>p{}</style><script>1</script><template><p>a</p></template><noscript>b</noscript><p hidden>c</p>' +
            '<p style="color:red; display : none">d</p><svg><text>e</text></svg><select><option>f</select><p>seen<!-- g --></p>',
        ),
      ),
    ).toEqual(['paragraph seen']);
  });

  it('reads what Word and Google Docs put on the clipboard', () => {
    expect(
      blocksOf(
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span> ' +
          '<span style="font-style:italic">slanted</span></p></b>',
      ),
    ).toEqual([
      {
        ...plainBlock('Bold slanted'),
        marks: [
          { type: 'strong', start: 0, end: 4 },
          { type: 'emphasis', start: 5, end: 12 },
        ],
      },
    ]);
    const word = (level: number, marker: string, text: string): string =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
      `<span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp; </span></span><![endif]>${text}</p>`;
    expect(
      outline(
        blocksOf(`<p class=MsoTitle>T</p>${word(1, '1.', 'a')}${word(2, '·', 'b')}${word(2, 'а)', 'c')}`),
      ),
    ).toEqual(['title T', 'listItem 1. a', 'listItem 1 • b', 'listItem 1 а) c']);
  });

  it('leaves menus and boxes unticked wherever they come from', () => {
    const { blocks } = read(
      '<nav>a</nav><div class="Share-Buttons share">b</div><p role=navigation>c</p><aside>d</aside><p class="with-share">e</p><p>©f</p>',
    );
    expect(blocks.map(({ block, included }) => `${included ? '+' : '-'}${block.text}`).join(' ')).toBe(
      '-a -b -c -d +e -©f',
    );
  });

  const SENTENCES = ['Городской совет', 'Подрядчик', 'Мэр города', 'Архив', 'Сосед'].map(
    (who) =>
      `${who}, выступая на встрече с горожанами, сказал, что деньги на ремонт выделены полностью, и, по его словам, их хватит.`,
  );
  const PARAGRAPHS = SENTENCES.map((text) => `<p>${text}</p>`).join('');
  const MENU = '<ul class="menu"><li><a href="/a">Новости</a><li><a href="/b">Спорт</a></ul>';

  function proposed(body: string): readonly string[] {
    const result = readHtml(`<!doctype html><body>${body}`, 'page.html');
    if (!result.ok) throw new Error(result.failure.code);
    return result.value.blocks.flatMap(({ block, included }) => (included ? [block.text] : []));
  }

  it.each([
    ['aside', '<aside class="main__left-column">', '</aside>'],
    ['form', '<form id="aspnetForm">', '</form>'],
    ['widget', '<div class="widget Blog" id="Blog1">', '</div>'],
    ['footer', '<footer>', '</footer>'],
    ['share', '<div class="share">', '</div>'],
  ])('proposes an article that stands in a box by name: %s', (_, start, end) => {
    const page = `${MENU}${start}<h1>Набережную закроют</h1>${PARAGRAPHS}${end}<aside><p>Ещё новости</p></aside>`;
    expect(proposed(page)).toEqual(['Набережную закроют', ...SENTENCES]);
  });

  it('proposes the text that stands directly in a <div>', () => {
    const divs = SENTENCES.map((text) => `<div>${text.replace('ремонт', '<b>ремонт</b>')}</div>`).join('');
    const page = `${MENU}<article><h1>Набережную закроют</h1>${divs}</article>`;
    expect(proposed(page)).toEqual(['Набережную закроют', ...SENTENCES]);
    const breaks = `${MENU}<article><h1>Набережную закроют</h1><div>${SENTENCES.join('<br><br>')}</div></article>`;
    expect(proposed(breaks)).toEqual(['Набережную закроют', ...SENTENCES]);
  });

  it('takes a heading of any level for the title where the page names the article so', () => {
    const page = `<title>Набережную закроют</title>${MENU}<div><h3>Набережную закроют</h3>${PARAGRAPHS}</div>`;
    const result = readHtml(page, 'page.html');
    expect(result.ok && result.value.blocks.find(({ block }) => block.role === 'title')?.block.text).toBe(
      'Набережную закроют',
    );
  });

  it('proposes what Readability drops in the midst of the article, and no credits or teasers there', () => {
    const list = 'Список работ, который опубликовала городская администрация, занимает две страницы';
    const items = ['Плитка', 'Фонари', 'Скамейки'].map((item) => `<li>${item}</li>`).join('');
    const page =
      `${MENU}<article><h1>Набережную закроют</h1>${PARAGRAPHS}<div class="sidebar-gallery"><p>Список работ, который ` +
      `опубликовала городская администрация, занимает две страницы</p><ul>${items}</ul><p>${list}</p><span>Фото: архив</span>` +
      `<p><a href="/x">Другая новость о том, как ремонтировали мост через реку в прошлом году</a></p></div>${PARAGRAPHS}</article>`;
    expect(proposed(page)).toEqual([
      'Набережную закроют',
      ...SENTENCES,
      list,
      ...['Плитка', 'Фонари', 'Скамейки'],
      list,
      ...SENTENCES,
    ]);
  });

  it('proposes pull quotes in boxes, and no boxes of links', () => {
    const quote = '<aside><p>«Деньги выделены полностью, их хватит».</p></aside>';
    const links = '<aside><p>Читайте также наши <a href="/x">другие новости о набережной</a></p></aside>';
    const promo = '<aside class="promo-box"><p>Самые важные новости недели в одном письме</p></aside>';
    const page = `${MENU}<article><h1>Набережную закроют</h1>${PARAGRAPHS}${quote}${links}${promo}${PARAGRAPHS}</article>`;
    expect(proposed(page)).toEqual([
      'Набережную закроют',
      ...SENTENCES,
      '«Деньги выделены полностью, их хватит».',
      ...SENTENCES,
    ]);
  });

  it('says where hardly anything of a page is proposed', () => {
    const list = Array.from({ length: 90 }, (_, n) => `<li><a href="/${n}">Новость номер ${n}</a>`).join('');
    const result = readHtml(`<!doctype html><body><h1>Новости</h1><nav><ul>${list}</ul></nav>`, 'page.html');
    expect(result.ok && result.value.notices).toEqual([{ code: 'littleProposed', count: 90 }]);
    const article = readHtml(`<!doctype html><body><h1>Т</h1>${PARAGRAPHS}<nav>${list}</nav>`, 'page.html');
    expect(article.ok && article.value.notices).toEqual([]);
  });

  it('reads what Google Docs saves: styles by classes, title, comments, and links without their detour', () => {
    const saved =
      '<html><head><style>.c0{color:#000;font-weight:700}.c1{font-style:italic}.c2{font-weight:400}.c3{font-weight:700}</style></head>' +
      '<body class="c9 doc-content"><p class="c3 title"><span class="c2">Набережная</span></p>' +
      '<p class="c3"><span class="c2">Совет </span><span class="c0">принял</span><span class="c1"> решение</span>' +
      '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>: <a href="https://www.google.com/url?q=https://example.org/plan%3Fa%3D1&amp;sa=D">план</a>.</p>' +
      '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Проверьте месяц.</span></p><p><span>И год.</span></p></div></body></html>';
    const result = readHtml(saved, 'page.html');
    if (!result.ok) throw new Error(result.failure.code);
    const [title, text, ...others] = result.value.blocks;
    expect(others).toEqual([]);
    expect(title?.block).toEqual(plainBlock('Набережная', 'title'));
    expect(text?.block.text).toBe('Совет принял решение: план.');
    expect(text?.block.marks).toEqual([
      { type: 'strong', start: 6, end: 12 },
      { type: 'emphasis', start: 12, end: 20 },
      { type: 'link', href: 'https://example.org/plan?a=1', start: 22, end: 26 },
    ]);
    expect(text?.comments).toMatchObject([{ text: 'Проверьте месяц.\nИ год.', start: 0, end: 27 }]);
    expect(result.value.notices).toEqual([{ code: 'comments', count: 1 }]);
  });

  it('leaves the styles of other pages alone, and links that only look like a detour', () => {
    const [block] = blocksOf(
      '<style>.c0{font-weight:700}</style><p><span class="c0">а</span> <a href="https://www.google.com/url?q=javascript:alert(1)">б</a></p>',
    );
    expect(block?.marks).toMatchObject([
      { type: 'link', href: 'https://www.google.com/url?q=javascript:alert(1)' },
    ]);
  });

  it('expands no entities but those of HTML', () => {
    const bomb =
      '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    expect(outline(blocksOf(`${bomb}<p>&b; &f; &amp; &copy;</p>`)).at(-1)).toBe('paragraph &b; &f; & ©');
  });

  it.each(['<div>', '<b>', '<ul><li>', '<table><tr><td>', '<blockquote><p>'])(
    'refuses 100,000 nested %s at once',
    (tag) => {
      const result = readHtml(tag.repeat(100_000), 'deep.html');
      expect(result).toEqual({ ok: false, failure: { code: 'fileTooDeep', params: { file: 'deep.html' } } });
    },
  );

  it('reads a page nested just below the limit', () => {
    expect(outline(blocksOf(`${'<div>'.repeat(500)}deep`))).toEqual(['paragraph deep']);
  });
});
