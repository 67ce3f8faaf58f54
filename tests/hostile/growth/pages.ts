import { bytes, times, type GrowingFile } from './growing';

/** Pages that are costly to read. */
export const PAGES: readonly GrowingFile[] = [
  ['comments before all else', 'a.html', 100, (n) => bytes(`${'<!-- -->'.repeat(n)}<p>да`)],
  ['paragraphs without an end', 'a.html', 1500, (n) => bytes(`<html><body>${'<p>да'.repeat(n)}`)],
  [
    'links without an end',
    'a.html',
    600,
    (n) => bytes(`<html><body>${times(n, (i) => `<a href="https://a.example/${i}"><p>да`).join('')}`),
  ],
  [
    'marks without an end, in paragraphs',
    'a.html',
    300,
    (n) => bytes(`<html><body>${'<p><b>да<i>нет'.repeat(n)}`),
  ],
  ['entities', 'a.html', 6000, (n) => bytes(`<html><body><p>${'&amp;&nbsp;&#x43a;&none;'.repeat(n)}`)],
  [
    'text between the rows of a table',
    'a.html',
    600,
    (n) => bytes(`<html><body><table>${'<tr>да<td>нет</td>и</tr>'.repeat(n)}</table></body></html>`),
  ],
  [
    'a wide table of cells that reach down',
    'a.html',
    300,
    (n) =>
      bytes(
        `<html><body><table>${`<tr>${'<td rowspan=1000>а</td>'.repeat(20)}</tr>`.repeat(n / 20)}</table></body></html>`,
      ),
  ],
  [
    'items numbered anew',
    'a.html',
    600,
    (n) =>
      bytes(
        `<html><body><ol>${times(n, (i) => `<li value=${(i * 7) % 100}>да</li>`).join('')}</ol></body></html>`,
      ),
  ],
  [
    'definitions and captions',
    'a.html',
    600,
    (n) =>
      bytes(
        `<html><body>${'<figure><img src=a><figcaption>да</figcaption></figure><dl><dt>да<dd>нет</dl>'.repeat(n)}</body></html>`,
      ),
  ],
  ['paragraphs', 'a.html', 1200, (n) => bytes(`<html><body>${'<p>Да, слово.</p>'.repeat(n)}</body></html>`)],
  [
    'links in one paragraph',
    'a.html',
    600,
    (n) =>
      bytes(
        `<html><body><p>${times(n, (i) => `<a href="https://a.example/${i}">слово</a> `).join('')}</p></body></html>`,
      ),
  ],
  [
    'marks in marks',
    'a.html',
    30,
    (n) => bytes(`<html><body><p>${'<b><i><sup>да '.repeat(n)}</p></body></html>`),
  ],
  [
    'divisions in divisions, with text',
    'a.html',
    30,
    (n) => bytes(`<html><body>${'<div>да<span>нет</span>'.repeat(n)}</body></html>`),
  ],
  ['lists in lists', 'a.html', 30, (n) => bytes(`<html><body>${'<ul><li>да'.repeat(n)}</body></html>`)],
  [
    'tables in tables',
    'a.html',
    15,
    (n) => bytes(`<html><body>${'<table><tr><td>да'.repeat(n)}</body></html>`),
  ],
  [
    'rows that reach down and across',
    'a.html',
    300,
    (n) =>
      bytes(
        `<html><body><table>${'<tr><td rowspan=900>а<td colspan=900>б</tr>'.repeat(n)}</table></body></html>`,
      ),
  ],
  [
    'footnotes',
    'a.html',
    300,
    (n) =>
      bytes(
        `<html><body>${times(n, (i) => `<p>Да<a href="#n${i}">[${i % 999}]</a></p>`).join('')}${times(n, (i) => `<p id="n${i}">[${i % 999}] Нет</p>`).join('')}</body></html>`,
      ),
  ],
  ['line breaks', 'a.html', 1500, (n) => bytes(`<html><body><p>${'а<br><br>'.repeat(n)}</p></body></html>`)],
  [
    'ends without a beginning',
    'a.html',
    1500,
    (n) => bytes(`<html><body><p>да${'</b></i>'.repeat(n)}<b>да</p></body></html>`),
  ],
  [
    'marks that cross',
    'a.html',
    300,
    (n) => bytes(`<html><body><p>${'<b>а<i>б</b>в</i>'.repeat(n)}</p></body></html>`),
  ],
  [
    'a picture in many forms',
    'a.html',
    250,
    (n) =>
      bytes(
        `<html><body><p>Да</p><picture>${'<source srcset="a 1x">'.repeat(n)}${'<img src="blank.gif">'.repeat(n)}</picture></body></html>`,
      ),
  ],
  [
    'a picture at a long address',
    'a.html',
    8000,
    (n) => bytes(`<html><body><p>Да</p><img src="blank.gif" srcset="${'a'.repeat(n)} b"></body></html>`),
  ],
];
