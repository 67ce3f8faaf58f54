import JSZip from 'jszip';
import { readDocx, type DocxContent } from '../../../../../main/import/docx/read-docx';
import type { Block } from '../../../../../shared/model/paragraph';

const OFFICE = 'http://schemas.openxmlformats.org';

const NAMESPACES = [
  `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`,
  `xmlns:r="${OFFICE}/officeDocument/2006/relationships"`,
  `xmlns:a="${OFFICE}/drawingml/2006/main"`,
  `xmlns:m="${OFFICE}/officeDocument/2006/math"`,
  `xmlns:mc="${OFFICE}/markup-compatibility/2006"`,
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
].join(' ');

/** The parts of a file, each the XML inside its root element. */
export interface Parts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  /** `w15:commentEx` elements, which gather comments in threads. */
  readonly commentsExtended?: string;
  /** Relationship id -> address of a link. */
  readonly links?: Readonly<Record<string, string>>;
  /** Parts as they are, by name; they take the place of those made here. */
  readonly raw?: Readonly<Record<string, string | Uint8Array>>;
}

/** An XML part with its root element. */
export function xmlPart(root: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${NAMESPACES}>${inside}</w:${root}>`;
}

function relationships(entries: readonly string[]): string {
  return `<Relationships xmlns="${OFFICE}/package/2006/relationships">${entries.join('')}</Relationships>`;
}

function relationship(id: string, type: string, target: string, outside = false): string {
  const mode = outside ? ' TargetMode="External"' : '';
  return `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
}

const KINDS = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'commentsExtended'] as const;

/** A .docx file as Word would write it, as far as the reader looks. */
export async function makeDocx(parts: Parts): Promise<Uint8Array> {
  const zip = new JSZip();
  const links = Object.entries(parts.links ?? {}).map(([id, href]) =>
    relationship(id, 'hyperlink', href, true),
  );
  const kinds = KINDS.filter((kind) => parts[kind] !== undefined);
  const files: Record<string, string | Uint8Array> = {
    '_rels/.rels': relationships([relationship('rId1', 'officeDocument', 'word/document.xml')]),
    'word/document.xml': xmlPart('document', `<w:body>${parts.body}</w:body>`),
    'word/_rels/document.xml.rels': relationships([
      ...kinds.map((kind) => relationship(kind, kind, `${kind}.xml`)),
      ...links,
    ]),
    ...Object.fromEntries(kinds.map((kind) => [`word/${kind}.xml`, xmlPart(kind, parts[kind] ?? '')])),
    ...parts.raw,
  };
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

export async function readParts(parts: Parts): Promise<DocxContent> {
  const read = await readDocx(await makeDocx(parts), 'статья.docx');
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

export async function readBlocks(parts: Parts): Promise<readonly Block[]> {
  return (await readParts(parts)).blocks.map(({ block }) => block);
}

/** "role label depth|text" of every block, for tests that look at no more. */
export async function outline(parts: Parts): Promise<readonly string[]> {
  return (await readBlocks(parts)).map(
    ({ role, label, depth, text }) =>
      [role, label, depth > 0 ? depth : ''].filter(Boolean).join(' ') + `|${text}`,
  );
}

/** A paragraph of one run; `properties` go into its `w:pPr`. */
export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`;
}

/** A run; `properties` go into its `w:rPr`. */
export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** When `tracked` says a change was made, as the file has it. */
export const DATE = '2024-05-06T07:08:00Z';

export const TIME = Date.UTC(2024, 4, 6, 7, 8);

/** A tracked change around runs, or as the mark of a paragraph's end. */
export function tracked(change: string, author: string, inside = ''): string {
  return `<w:${change} w:id="1" w:author="${author}" w:date="${DATE}">${inside}</w:${change}>`;
}

/** A run inside a deletion. */
export function deletedRun(text: string, properties = ''): string {
  return r(text, properties).replaceAll('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ');
}

export function styled(style: string): string {
  return `<w:pStyle w:val="${style}"/>`;
}
