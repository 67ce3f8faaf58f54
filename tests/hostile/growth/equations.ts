import { makeDocx, r } from '../../unit/main/import/docx/make-docx';
import { bytes, type GrowingFile } from './growing';

const MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

const math = (inside: string): Promise<Uint8Array> =>
  makeDocx({ body: `<w:p>${r('Да ')}<m:oMath ${MATH}>${inside}</m:oMath></w:p>` });

const sign = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;

const page = (inside: string): Uint8Array =>
  bytes(`<html><body><p>Да <math>${inside}</math></p></body></html>`);

/** Equations that are costly to read. */
export const EQUATIONS: readonly GrowingFile[] = [
  [
    'an equation of rows in rows',
    'a.html',
    8,
    (n) => page(`${'<mrow>'.repeat(n)}<mi>x</mi>${'</mrow>'.repeat(n)}`),
  ],
  [
    'an equation of tables in tables',
    'a.html',
    4,
    (n) => page(`${'<mtable><mtr><mtd>'.repeat(n)}<mi>x</mi>`),
  ],
  ['an equation of roots in roots', 'a.html', 8, (n) => page(`${'<msqrt>'.repeat(n)}<mi>x</mi><mo>+</mo>`)],
  ['an equation of many signs', 'a.html', 600, (n) => page('<mi>x</mi><mo>+</mo>'.repeat(n))],
  [
    'an equation of fractions in fractions',
    'a.docx',
    12,
    (n) =>
      math(`${'<m:f><m:num>'.repeat(n)}${sign('x')}${`</m:num><m:den>${sign('y')}</m:den></m:f>`.repeat(n)}`),
  ],
  [
    'an equation of long roots',
    'a.docx',
    2000,
    (n) => math(`${'<m:rad><m:e>'.repeat(100)}${sign('x+'.repeat(n))}${'</m:e></m:rad>'.repeat(100)}`),
  ],
  [
    'an equation of many powers',
    'a.docx',
    500,
    (n) => math(`<m:sSup><m:e>${sign('x')}</m:e><m:sup>${sign('10')}</m:sup></m:sSup>`.repeat(n)),
  ],
];
