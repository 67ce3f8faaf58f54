import JSZip from 'jszip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface MadeSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** `x:row` elements without a prefix. */
  readonly rows: string;
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  /** `si` elements. */
  readonly strings?: string;
  /** What stands in the root of the styles. */
  readonly styles?: string;
  readonly from1904?: boolean;
  /** Parts as they are, by name; they take the place of those made here. */
  readonly raw?: Readonly<Record<string, string | Uint8Array>>;
}

/** A row of texts that stand in the cells themselves; what is empty has no cell. */
export function textRow(texts: readonly string[]): string {
  const cells = texts.map((text, n) =>
    text === ''
      ? ''
      : `<c r="${String.fromCharCode(65 + n)}1" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
  );
  return `<row>${cells.join('')}</row>`;
}

/** A workbook as Excel would write it, as far as the reader looks. */
export async function makeXlsx({
  sheets,
  strings = '',
  styles = '',
  from1904 = false,
  raw = {},
}: MadeWorkbook): Promise<Uint8Array> {
  const part = (root: string, inside: string) =>
    `<?xml version="1.0"?><${root} xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${inside}</${root}>`;
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
  const named = sheets.map(
    ({ name, hidden }, n) =>
      `<sheet name="${name}" sheetId="${n + 1}" r:id="s${n}"${hidden ? ' state="hidden"' : ''}/>`,
  );
  const links = [
    ...sheets.map((_, n) => relationship(`s${n}`, 'worksheet', `worksheets/sheet${n + 1}.xml`)),
    relationship('strings', 'sharedStrings', 'sharedStrings.xml'),
    relationship('styles', 'styles', 'styles.xml'),
  ];
  const zip = new JSZip();
  const files: Record<string, string | Uint8Array> = {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relationship('w', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': part(
      'workbook',
      `<workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${named.join('')}</sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${links.join('')}</Relationships>`,
    'xl/sharedStrings.xml': part('sst', strings),
    'xl/styles.xml': part('styleSheet', styles),
    ...raw,
  };
  for (const [n, { rows }] of sheets.entries())
    files[`xl/worksheets/sheet${n + 1}.xml`] ??= part('worksheet', `<sheetData>${rows}</sheetData>`);
  for (const [name, data] of Object.entries(files)) zip.file(name, data);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
