import { expect, it } from 'vitest';
import { readDocument } from '../../../../main/import/read-document';
import { readPastedText } from '../../../../main/import/read-pasted-text';
import { makeDocx } from './docx/make-docx';

/** Each pair is written with something between its halves that nobody sees; all but the last three part two words. */
const HIDDEN = ['\u200b', '\u2028', '\u0085', '\u00ad\u200b', '\u00ad', '\ufeff'];
const SHOWN = ['раз два', 'раз\nдва', 'раз два', 'раз два', 'разва', 'разва'];
const written = HIDDEN.map(
  (hidden, i) => `${SHOWN[i] === 'разва' ? 'ра' : 'раз'}${hidden}${SHOWN[i] === 'разва' ? 'зва' : 'два'}`,
);

async function texts(fileName: string, content: string | Uint8Array): Promise<readonly string[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const read = await readDocument({ fileName, bytes });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value.blocks.map(({ block }) => block.text);
}

it('words stay apart or whole in every format alike', async () => {
  const paragraphs = written.map((text) => `<p>${text}</p>`).join('');
  const runs = written
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`)
    .join('');
  const lines = written.filter((text) => !/[\u0085\u2028]/u.test(text)).join('\n\n');
  const shown = SHOWN.filter((_, i) => !/[\u0085\u2028]/u.test(HIDDEN[i] ?? ''));
  expect(await texts('а.html', `<article>${paragraphs}</article>`)).toEqual(SHOWN);
  expect(await texts('а.docx', await makeDocx({ body: runs }))).toEqual(SHOWN);
  expect(await texts('а.md', lines)).toEqual(shown);
  expect(await texts('а.txt', lines)).toEqual(shown);
  for (const html of ['', `<div>${paragraphs}</div>`]) {
    const pasted = await readPastedText(lines, html);
    expect(pasted.ok && pasted.value.blocks.map(({ block }) => block.text)).toEqual(
      html === '' ? shown : SHOWN,
    );
  }
});

it('what only a format has leaves them so as well', async () => {
  const between = (inside: string): string => `<w:p><w:r><w:t>раз</w:t>${inside}<w:t>два</w:t></w:r></w:p>`;
  const body = ['<w:br/>', '<w:cr/>', '<w:tab/>', '<w:ptab/>', '<w:noBreakHyphen/>', '<w:softHyphen/>']
    .map(between)
    .join('');
  expect(await texts('а.docx', await makeDocx({ body }))).toEqual([
    ...['раз\nдва', 'раз\nдва', 'раз два', 'раз два'],
    'раз\u2011два',
    'раздва',
  ]);
  // <wbr> says by its meaning that one long word goes on; so does a soft hyphen.
  const marks = 'раз&ZeroWidthSpace;два раз&shy;два раз<wbr>два раз<br>два';
  const shown = ['раз два раздва раздва раз\nдва'];
  expect(await texts('а.html', `<article><p>${marks}</p></article>`)).toEqual(shown);
  expect(await texts('а.md', marks.replace('<wbr>', ''))).toEqual(shown);
});
