import { reads, refused, type HostileFile } from './hostile-file';

const file = (what: string, inside: () => string, becomes: HostileFile['becomes']): HostileFile => ({
  kind: 'html',
  what,
  fileName: 'article.html',
  content: () =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title><body>${inside()}</body></html>`,
  becomes,
});

const LEAD = 'The village will have no water before the spring, its council says.';

const lead = `<p>${LEAD}</p>`;

const SCHEMES = [
  'javascript:canary()',
  ' java\tscript:canary()',
  'JAVASCRIPT&colon;canary()',
  '&#1;javascript:canary()',
  'data:text/html;base64,PHNjcmlwdD4=',
  'file:///etc/passwd',
  'vbscript:canary()',
  'intent://canary#Intent;end',
  'blob:https://a/b',
  'ms-msdt:/id',
  '//127.0.0.1:9/',
  'https:canary',
];

const nested = (levels: number, tag: string): string => `<${tag}>`.repeat(levels) + LEAD;

/** Pages that would run, fetch, or never end. */
export const HTML: readonly HostileFile[] = [
  {
    ...file('500 comments before all else', () => '', reads([LEAD])),
    content: () => `${'<!-- -->'.repeat(500)}${lead}`,
  },
  file(
    'scripts of every kind',
    () =>
      `<script>canary()</script><script src="http://127.0.0.1:9/a.js"></script><svg><script>canary()</script></svg><math><annotation-xml encoding="text/html"><script>canary()</script></annotation-xml></math><template><script>canary()</script></template>${lead}<noscript><p onclick="canary()">no</p></noscript>`,
    reads([LEAD]),
  ),
  file(
    'event handlers',
    () =>
      `<p onclick="canary()" onmouseover=canary()>${LEAD}</p><img src=x onerror="canary()"><body onload="canary()"><input autofocus onfocus="canary()"><details open ontoggle="canary()"></details><video><source onerror="canary()"></video>`,
    reads([LEAD]),
  ),
  file(
    'frames, objects and forms',
    () =>
      `<iframe src="http://127.0.0.1:9/"></iframe><iframe srcdoc="<script>canary()</script>"></iframe><object data="http://127.0.0.1:9/"></object><embed src="http://127.0.0.1:9/"><form action="http://127.0.0.1:9/"><button formaction="javascript:canary()">Go</button></form><base href="http://127.0.0.1:9/"><meta http-equiv="refresh" content="0;url=javascript:canary()"><link rel="stylesheet" href="http://127.0.0.1:9/">${lead}`,
    reads([LEAD]),
  ),
  file(
    'styles that fetch and hide',
    () =>
      `<style>@import "http://127.0.0.1:9/";p{background:url(http://127.0.0.1:9/)}</style><p style="background:url(javascript:canary())">${LEAD}</p><p style="display:none">Hidden words that no reader of the page ever gets to see.</p>`,
    reads([LEAD]),
  ),
  file(
    'links of odd schemes',
    () =>
      `<p>${SCHEMES.map((href) => `<a href="${href}">x</a>`).join(' ')} <a href="https://example.org/a">y</a> ${LEAD}</p>`,
    reads([`${SCHEMES.map(() => 'x').join(' ')} y ${LEAD}`], ['https://example.org/a']),
  ),
  file(
    'markup that comes out of other markup',
    () =>
      `<p><scr<script>ipt>canary()</scr</script>ipt>${LEAD}</p><noscript><p title="</noscript><img src=x onerror=canary()>"></noscript><style><!--</style><img src=x onerror=canary()>--></style>`,
    reads(2),
  ),
  file(
    'entities that are markup',
    () => `<p>&lt;script&gt;canary()&lt;/script&gt; ${LEAD}</p>`,
    reads([`<script>canary()</script> ${LEAD}`]),
  ),
  file(
    'names of the model',
    () =>
      `<form id="__proto__"><p id="constructor" class="hasOwnProperty toString" data-label="__proto__">${LEAD}</p></form><a href="#__proto__">1</a>`,
    reads(2),
  ),
  file('elements 100,000 deep', () => nested(100_000, 'div'), refused('fileTooDeep')),
  file('quotations 100,000 deep', () => nested(100_000, 'blockquote'), refused('fileTooDeep')),
  file('marks 100,000 deep', () => nested(100_000, 'b'), refused('fileTooDeep')),
  file('lists 100,000 deep', () => nested(100_000, 'ul><li'), refused('fileTooDeep')),
  file('tables 100,000 deep', () => nested(100_000, 'table><tr><td'), refused('fileTooDeep')),
  file(
    'marks that every paragraph opens again',
    () => Array.from({ length: 20_000 }, (_, i) => `<p><b id="${i}">а`).join(''),
    refused('fileTooManyParts'),
  ),
  file(
    '500 marks opened again in 100,000 paragraphs',
    () => Array.from({ length: 200 }, (_, i) => `<b id="${i}">`).join('') + '<p>а'.repeat(100_000),
    refused('fileTooManyParts'),
  ),
  file(
    '100,000 crossing marks',
    () => '<p>' + '<a href="https://a/"><b></a>а'.repeat(100_000),
    refused('fileTooDeep'),
  ),
  file(
    '200,000 attributes on one element',
    () => `<p ${Array.from({ length: 200_000 }, (_, i) => `a${i}`).join(' ')}>${LEAD}</p>`,
    refused('fileTooManyParts'),
  ),
  file(
    'a table of 1,000 columns in 10,000 rows',
    () => `<table>${'<tr><td colspan=65534 rowspan=65534>а'.repeat(10_000)}</table>`,
    reads(10_000),
  ),
  file(
    'a million empty elements',
    () => `${'<p></p>'.repeat(1_000_000)}${lead}`,
    refused('fileTooManyParts'),
  ),
  file('100,000 paragraphs', () => '<p>а</p>'.repeat(100_000), refused('fileTooManyParts')),
  file('20,000 paragraphs', () => `<p>${LEAD}</p>`.repeat(20_000), reads(20_000)),
  file(
    'a picture of 5 MB inside the page',
    () => `<img src="data:image/png;base64,${'AAAA'.repeat(1_250_000)}">${lead}`,
    reads([LEAD]),
  ),
  file('text of 4 MB', () => `<p>${'вода '.repeat(500_000)}</p>`, reads(25)),
  file('text of 9 MB', () => `<p>${'вода '.repeat(1_040_000)}</p>`, refused('fileTooLarge')),
  file('text of 20 MB', () => `<p>${'вода '.repeat(2_200_000)}</p>`, refused('fileTooLarge')),
  file('a comment that never ends', () => `${lead}<!-- ${'<'.repeat(2_000_000)}`, reads([LEAD])),
  file('a million tags that never end', () => `${lead}${'<a '.repeat(1_000_000)}`, reads([LEAD])),
  file(
    '20,000 footnotes that lead in circles',
    () =>
      Array.from(
        { length: 20_000 },
        (_, i) => `<p id="n${i}"><a href="#n${(i + 1) % 20_000}">1</a> ${i}</p>`,
      ).join(''),
    reads(20_000),
  ),
  file(
    'an equation of 400 rows in each other',
    () => `<p>${LEAD} <math>${'<mrow>'.repeat(400)}<mi>x</mi>${'</mrow>'.repeat(400)}</math></p>`,
    reads([`${LEAD} x`]),
  ),
  file(
    'an equation of tables and fences in each other',
    () => `<p>${LEAD} <math>${'<mtable><mtr><mtd><mfenced>'.repeat(100)}<mi>x</mi></math></p>`,
    reads([`${LEAD} ${'('.repeat(100)}x${')'.repeat(100)}`]),
  ),
  file(
    'signs of an equation in all kinds of writing, and one that goes on for 1 MB',
    () =>
      `<p>${LEAD} <math><mi mathvariant="double-struck">R</mi><mi mathvariant="nonsense" style="color:url(http://127.0.0.1:9/)">x</mi><mo>&ApplyFunction;</mo><maction actiontype="statusline" href="javascript:canary()"><mtext>y</mtext></maction><mi>${'z'.repeat(1_000_000)}</mi></math></p>`,
    reads(12),
  ),
  file(
    'a picture in forms told by one address of 1 MB',
    () => `<img src="blank.gif" srcset="${'a'.repeat(1_000_000)} b">${lead}`,
    reads([LEAD]),
  ),
  file(
    'a picture in names of 1 MB',
    () => `<img data-lazy="${'a.png'.repeat(200_000)} b" alt="">${lead}`,
    reads([LEAD]),
  ),
  file(
    '8,000 pictures in 8,000 forms each',
    () =>
      `<picture>${'<source srcset="a 1x">'.repeat(8_000)}${'<img src="blank.gif">'.repeat(8_000)}</picture>${lead}`,
    reads([LEAD]),
  ),
  file(
    'pictures at every odd address',
    () =>
      SCHEMES.map((address) => `<img src="${address}" alt="">`).join('') +
      `<img src="\\\\127.0.0.1\\share\\a.png"><img src="../../../../etc/passwd"><img src="%2e%2e%2f%2e%2e%2fetc%2fpasswd"><img src="a%00.png">${lead}`,
    reads([LEAD]),
  ),
  file(
    'a picture of 9 MB that is a page',
    () => `<img src="data:image/png,${'<script>canary()</script>'.repeat(360_000)}">${lead}`,
    reads([LEAD]),
  ),
  file(
    '40,000 pictures in a paragraph',
    () => `<p>${LEAD}${'<img src=a.png>'.repeat(40_000)}</p>`,
    reads([LEAD]),
  ),
];
