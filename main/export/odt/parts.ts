import type { Language } from '../../../shared/model/language';
import type { OdtPart } from './pictures';
import { escapeXml } from '../original/docx/escape-xml';
import { countryOf } from '../original/translation';

const OPEN = 'urn:oasis:names:tc:opendocument:xmlns';

const NAMESPACES = [
  ...['office', 'style', 'text', 'table', 'meta', 'drawing'].map(
    (name) => `xmlns:${name === 'drawing' ? 'draw' : name}="${OPEN}:${name}:1.0"`,
  ),
  `xmlns:fo="${OPEN}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${OPEN}:svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A part of an OpenDocument text: its root by name, with all namespaces that are needed in it. */
export function odtRoot(name: string, content: string): string {
  return `${HEAD}<office:${name} ${NAMESPACES} office:version="1.3">${content}</office:${name}>`;
}

/** @param others the parts beside those that every text has */
export function writeManifest(mimetype: string, others: readonly Omit<OdtPart, 'bytes'>[]): string {
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  const parts = [
    ...['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml')),
    ...others.map(({ name, mediaType }) => entry(name, mediaType)),
  ];
  return `${HEAD}<manifest:manifest xmlns:manifest="${OPEN}:manifest:1.0" manifest:version="1.3">${entry('/', mimetype)}${parts.join('')}</manifest:manifest>`;
}

export function writeMeta(title: string, language: Language, remarks: readonly string[]): string {
  const description =
    remarks.length === 0 ? '' : `<dc:description>${escapeXml(remarks.join('\n'))}</dc:description>`;
  return odtRoot(
    'document-meta',
    `<office:meta><meta:generator>Triptych</meta:generator><dc:title>${escapeXml(title)}</dc:title><dc:language>${language}-${countryOf(language)}</dc:language>${description}</office:meta>`,
  );
}

// Whoever has LibreOffice or Word has it or one of the same measures, with every letter of the three languages.
const FONT = 'Times New Roman';

const HEADINGS = [16, 14, 13, 12, 12, 12] as const;

/** The look of tables. It stands with the text: LibreOffice does not look for that of a table among the styles of a file. */
export const TABLE_STYLES = [
  '<style:style style:name="Table" style:family="table"><style:table-properties style:width="16cm" table:align="margins" table:border-model="collapsing"/></style:style>',
  '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding-top="0.1cm" fo:padding-bottom="0.1cm" fo:padding-left="0.19cm" fo:padding-right="0.19cm"/></style:style>',
].join('');

/** The look of an exported article: a plain manuscript, as of a .docx file. */
export function writeStyles(language: Language, remarks: readonly string[]): string {
  const paragraph = (name: string, parent: string, about: string, words = '', more = ''): string => {
    const shown = name.replaceAll('_20_', ' ');
    return `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph"${parent && ` style:parent-style-name="${parent}"`}${more}><style:paragraph-properties ${about}/><style:text-properties ${words}/></style:style>`;
  };
  const bold = 'fo:font-weight="bold"';
  const kept = 'fo:keep-with-next="always"';
  const headings = HEADINGS.map((size, n) =>
    paragraph(
      `Heading_20_${n + 1}`,
      'Standard',
      `fo:margin-top="0.53cm" fo:margin-bottom="0.21cm" ${kept}`,
      `fo:font-size="${size}pt" ${n < 5 ? bold : ''} ${n > 3 ? 'fo:font-style="italic"' : ''}`,
      ` style:default-outline-level="${n + 1}"`,
    ),
  );
  const locale = `fo:language="${language}" fo:country="${countryOf(language)}"`;
  const styles = [
    `<style:default-style style:family="paragraph"><style:text-properties style:font-name="${FONT}" fo:font-size="12pt" ${locale}/></style:default-style>`,
    '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>',
    paragraph('Standard', '', ''),
    paragraph('Text_20_body', 'Standard', 'fo:margin-bottom="0.28cm" fo:line-height="115%"'),
    paragraph('Title', 'Standard', `fo:margin-bottom="0.42cm" ${kept}`, `fo:font-size="20pt" ${bold}`),
    ...headings,
    paragraph(
      'Quotations',
      'Standard',
      'fo:margin-left="1cm" fo:margin-right="1cm" fo:margin-bottom="0.28cm" fo:padding-left="0.3cm" fo:border-left="1.5pt solid #8c8c8c" fo:line-height="115%"',
    ),
    paragraph(
      'Caption',
      'Standard',
      'fo:margin-top="0.1cm" fo:margin-bottom="0.42cm"',
      'fo:font-size="10.5pt" fo:color="#404040"',
    ),
    paragraph('List_20_Contents', 'Standard', 'fo:margin-bottom="0.14cm" fo:line-height="115%"'),
    paragraph('Table_20_Contents', 'Standard', ''),
    paragraph(
      'Footnote',
      'Standard',
      'fo:margin-bottom="0.1cm" fo:margin-left="0.6cm" fo:text-indent="-0.6cm"',
      'fo:font-size="10pt"',
    ),
    paragraph(
      'Remark',
      'Standard',
      'fo:margin-bottom="0.07cm"',
      'fo:font-size="10pt" fo:font-style="italic" fo:color="#9c1c1c"',
    ),
    paragraph('Page', 'Standard', 'fo:text-align="center"', 'fo:font-size="10pt"'),
    '<style:style style:name="Footnote_20_Symbol" style:display-name="Footnote Symbol" style:family="text"/>',
    '<style:style style:name="Footnote_20_anchor" style:display-name="Footnote anchor" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>',
    '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="#0b5394" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>',
    '<text:notes-configuration text:note-class="footnote" text:citation-style-name="Footnote_20_Symbol" text:citation-body-style-name="Footnote_20_anchor" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>',
  ];
  const number =
    '<text:p text:style-name="Page"><text:page-number text:select-page="current">1</text:page-number></text:p>';
  const lines = remarks.map((remark) => `<text:p text:style-name="Remark">${escapeXml(remark)}</text:p>`);
  const hasHeader = lines.length > 0;
  const header = hasHeader
    ? `<style:header><text:p/></style:header><style:header-first>${lines.join('')}</style:header-first>`
    : '';
  // Where the first page has a head of its own it wants its foot, too.
  const footer = `<style:footer>${number}</style:footer>${hasHeader ? `<style:footer-first>${number}</style:footer-first>` : ''}`;
  // What stands above the text stands within the margin.
  const margins = `fo:margin-top="${hasHeader ? 1.25 : 2.5}cm" fo:margin-bottom="1.25cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"`;
  const room = (side: string) =>
    `<style:header-footer-properties fo:min-height="1.25cm" fo:margin-${side}="0.5cm"/>`;
  const page = `<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" ${margins}/><style:header-style>${hasHeader ? room('bottom') : ''}</style:header-style><style:footer-style>${room('top')}</style:footer-style></style:page-layout>`;
  const face = `<office:font-face-decls><style:font-face style:name="${FONT}" svg:font-family="'${FONT}'"/></office:font-face-decls>`;
  return odtRoot(
    'document-styles',
    `${face}<office:styles>${styles.join('')}</office:styles><office:automatic-styles>${page}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">${header}${footer}</style:master-page></office:master-styles>`,
  );
}
