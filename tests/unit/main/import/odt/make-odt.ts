import { makeArchive } from '../../../../../main/export/original/rewrite-archive';

const OPEN = 'urn:oasis:names:tc:opendocument:xmlns';

const NAMESPACES = [
  ...['office', 'style', 'text', 'table'].map((name) => `xmlns:${name}="${OPEN}:${name}:1.0"`),
  `xmlns:draw="${OPEN}:drawing:1.0"`,
  `xmlns:fo="${OPEN}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${OPEN}:svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ');

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What LibreOffice writes of styles that have a meaning. */
const STYLES =
  '<style:style style:name="Standard" style:family="paragraph"/>' +
  '<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard"/>' +
  '<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"/>' +
  '<style:style style:name="Quotations" style:family="paragraph"/>' +
  '<style:style style:name="Illustration" style:family="paragraph"/>' +
  '<style:style style:name="Footnote" style:family="paragraph"/>' +
  '<style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>';

export interface OdtParts {
  /** What stands in `office:text`. */
  readonly body: string;
  readonly automatic?: string;
  readonly styles?: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** A small OpenDocument text, as LibreOffice writes one. */
export function makeOdt(given: OdtParts): Uint8Array {
  const bytes = Object.entries(odtParts(given)).map(([name, text]) => [name, Buffer.from(text)] as const);
  return makeArchive(new Map(bytes), new Set(['mimetype']));
}

/** The parts of such a text, by name. */
export function odtParts({
  body,
  automatic = '',
  styles = '',
  more = {},
}: OdtParts): Readonly<Record<string, string>> {
  const root = (name: string, content: string) =>
    `${HEAD}<office:${name} ${NAMESPACES} office:version="1.3">${content}</office:${name}>`;
  return {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': root(
      'document-content',
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
    ),
    'styles.xml': root('document-styles', `<office:styles>${STYLES}${styles}</office:styles>`),
    'META-INF/manifest.xml':
      `${HEAD}<manifest:manifest xmlns:manifest="${OPEN}:manifest:1.0" manifest:version="1.3">` +
      '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>' +
      '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>' +
      '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    ...more,
  };
}

/** A paragraph of the body. */
export function paragraph(content: string, style = 'Text_20_body'): string {
  return `<text:p text:style-name="${style}">${content}</text:p>`;
}

/** A footnote with its reference. */
export function note(label: string, body: string): string {
  return `<text:note text:id="ftn${label}" text:note-class="footnote"><text:note-citation>${label}</text:note-citation><text:note-body>${paragraph(body, 'Footnote')}</text:note-body></text:note>`;
}

/** A change kept beside the text. */
export function region(id: string, kind: 'insertion' | 'deletion', taken = '', author = 'Айгуль'): string {
  return `<text:changed-region xml:id="${id}" text:id="${id}"><text:${kind}><office:change-info><dc:creator>${author}</dc:creator><dc:date>2024-11-05T10:20:30</dc:date></office:change-info>${taken}</text:${kind}></text:changed-region>`;
}
