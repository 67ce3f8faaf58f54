import { isDateFormat } from 'numfmt';
import type { Style } from '../../../shared/model/mark';
import type { Archive } from '../docx/archive';
import { child, childElements, readXml, toSwitch, toWholeNumber, type XmlElement } from '../docx/xml';
import { COUNTRY_DATE } from './shown-number';

/** How a cell shows what it holds. */
export interface CellStyle {
  /** A format code, for numbers. */
  readonly code: string;
  /** To be added to a number, so that it counts days from 1900. */
  readonly shift: number;
  /** What its texts look like. */
  readonly marks: readonly Style[];
}

export const NO_STYLE: CellStyle = { code: 'General', shift: 0, marks: [] };

/** The codes every spreadsheet knows by number (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: COUNTRY_DATE,
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** Days between the two beginnings from which spreadsheets count. */
const FROM_1904 = 1462;

/** The styles cells name by their number. */
export async function readStyles(
  archive: Archive,
  part: string | undefined,
  from1904: boolean,
): Promise<readonly CellStyle[]> {
  const chunks = part === undefined ? null : archive.read(part);
  if (!chunks) return [];
  const codes = new Map<number, string>();
  let fonts: readonly (readonly Style[])[] = [];
  let formats: readonly XmlElement[] = [];
  await readXml(chunks, {
    units: ['x:numFmts', 'x:fonts', 'x:cellXfs'],
    unit: (element) => {
      const held = childElements(element);
      if (element.name === 'x:fonts') fonts = held.map(stylesOf);
      else if (element.name === 'x:cellXfs') formats = held;
      else
        for (const { attributes } of held) {
          const id = toWholeNumber(attributes['numFmtId']);
          if (id !== null) codes.set(id, attributes['formatCode'] ?? '');
        }
    },
  });
  return formats.map(({ attributes }): CellStyle => {
    const id = toWholeNumber(attributes['numFmtId']) ?? 0;
    const code = codes.get(id) ?? BUILT_IN[id] ?? NO_STYLE.code;
    const isDate = code === COUNTRY_DATE || isDateFormat(code);
    const marks = fonts[toWholeNumber(attributes['fontId']) ?? 0] ?? [];
    return { code, shift: from1904 && isDate ? FROM_1904 : 0, marks };
  });
}

/** What the properties of a font or a run make of its text. */
export function stylesOf(properties: XmlElement | undefined): readonly Style[] {
  const has = (name: string): boolean => {
    const found = child(properties, name);
    return found !== undefined && toSwitch(found.attributes['val'] ?? '');
  };
  const raised = child(properties, 'x:vertAlign')?.attributes['val'];
  return [
    ...(has('x:b') ? (['strong'] as const) : []),
    ...(has('x:i') ? (['emphasis'] as const) : []),
    ...(child(properties, 'x:u') && child(properties, 'x:u')?.attributes['val'] !== 'none'
      ? (['underline'] as const)
      : []),
    ...(has('x:strike') ? (['strike'] as const) : []),
    ...(raised === 'superscript' || raised === 'subscript' ? ([raised] as const) : []),
  ];
}
