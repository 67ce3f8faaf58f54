import { expect, test } from 'vitest';
import {
  change,
  exported,
  importArticle,
  paragraphWith,
  partText,
  reword,
  textsIn,
  textsOf,
} from '../../export/original/article';
import { makeDocx, r } from './make-docx';

const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
const half = `<m:oMath><m:f><m:num>${t('1')}</m:num><m:den>${t('2')}</m:den></m:f></m:oMath>`;

async function equation(inside: string): Promise<string> {
  const body = `<w:p>${r('a ')}<m:oMath>${inside}</m:oMath></w:p>`;
  const [text = ''] = textsOf(await importArticle(await makeDocx({ body })));
  return text.slice('a '.length);
}

const frac = (above: string, below: string) =>
  `<m:f><m:fPr/><m:num>${above}</m:num><m:den>${below}</m:den></m:f>`;
const sup = (base: string, above: string) => `<m:sSup><m:e>${base}</m:e><m:sup>${above}</m:sup></m:sSup>`;
const sub = (base: string, below: string) => `<m:sSub><m:e>${base}</m:e><m:sub>${below}</m:sub></m:sSub>`;

test.each([
  [frac(t('1'), t('2')), '½'],
  [frac(t('7'), t('12')), '7/12'],
  [frac(t('a+b'), t('c')), '(a+b)/c'],
  [t('3·') + sup(t('10'), t('6')), '3·10⁶'],
  [sup(t('10'), t('\u22126')), '10⁻⁶'],
  [sup(t('e'), t('xy')), 'e^xy'],
  [sup(t('x+1'), t('2')), '(x+1)²'],
  [sub(t('CO'), t('2')), 'CO₂'],
  [`<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${t('x+1')}</m:e></m:rad>`, '√(x+1)'],
  [`<m:rad><m:deg>${t('3')}</m:deg><m:e>${t('8')}</m:e></m:rad>`, '∛8'],
  [`<m:d><m:e>${t('a')}</m:e><m:e>${t('b')}</m:e></m:d>`, '(a|b)'],
  [
    `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${t('i=1')}</m:sub><m:sup>${t('n')}</m:sup><m:e>${t('x')}</m:e></m:nary>`,
    '∑ᵢ₌₁ⁿ x',
  ],
  [`<m:func><m:fName>${t('sin')}</m:fName><m:e>${t('x')}</m:e></m:func>`, 'sin x'],
])('%s is read as it would be written in a line', async (written, line) => {
  expect(await equation(written)).toBe(line);
});

test('an equation stays itself in the original until it is changed, and is words then', async () => {
  const body = `<w:p>${r('Налог составит ')}${half}${r(' процента дохода.')}</w:p><w:p>${half}</w:p>`;
  const start = await importArticle(await makeDocx({ body }));
  expect(textsOf(start)).toEqual(['Налог составит ½ процента дохода.', '½']);
  expect(await exported(start)).toBe(start.bytes);
  const beside = await exported(reword(start, 'процента', 'части'));
  expect(await partText(beside)).toBe((await partText(start.bytes)).replace('процента', 'части'));
  const moved = await exported(reword(start, 'Налог составит ½ процента', 'Дохода ½ составит налог'));
  expect(await partText(moved)).toContain(half);
  expect(await textsIn(moved)).toEqual(['Дохода ½ составит налог дохода.', '½']);
  const other = await exported(reword(start, '½ процента', '¾ процента'));
  expect((await partText(other)).split('<m:oMath>')).toHaveLength(2);
  expect(await textsIn(other)).toEqual(['Налог составит ¾ процента дохода.', '½']);
  const { id } = paragraphWith(start, '½');
  const longer = change(start, {
    type: 'editParagraph',
    paragraphId: id,
    content: { text: 'Ровно ½ всего', marks: [] },
  });
  expect(await textsIn(await exported(longer))).toContain('Ровно ½ всего');
});

test('an equation that is all of its paragraph takes words before and behind it', async () => {
  const start = await importArticle(await makeDocx({ body: `<w:p>${half}</w:p>` }));
  const written = await exported(reword(start, '½', 'Ровно ½ всего'));
  expect(await textsIn(written)).toEqual(['Ровно ½ всего']);
  expect(await partText(written)).toContain(half);
});
