import { p, xmlPart } from '../unit/main/import/docx/make-docx';
import { zipOf, type ZipEntry } from './zip';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const TEXT = 'Обычный текст.';

export const MAIN = 'word/document.xml';

/** The XML of a relationships part; `[type, target]`, all of them leading out of the file. */
export function outside(...targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], i) =>
      `<Relationship Id="out${i}" Type="${OFFICE}/${type}" Target="${target}" TargetMode="External"/>`,
  );
  return `<Relationships xmlns="${RELATIONSHIPS}">${each.join('')}</Relationships>`;
}

/** The parts of a Word file with this body. */
export function wordParts(body: string): readonly ZipEntry[] {
  const main = `<Relationship Id="a" Type="${OFFICE}/officeDocument" Target="${MAIN}"/>`;
  return [
    { name: '_rels/.rels', data: `<Relationships xmlns="${RELATIONSHIPS}">${main}</Relationships>` },
    { name: MAIN, data: xmlPart('document', `<w:body>${body}</w:body>`) },
  ];
}

/** A Word file with this body and further parts. */
export function word(
  body: string = p(TEXT),
  parts: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  return zipOf([...wordParts(body), ...Object.entries(parts).map(([name, data]) => ({ name, data }))]);
}

/** A Word file whose main part is this and nothing else. */
export function wordWithMain(document: string | Uint8Array): Uint8Array {
  return zipOf(wordParts('').map((part) => (part.name === MAIN ? { ...part, data: document } : part)));
}
