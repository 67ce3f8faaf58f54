import { SaxesParser } from 'saxes';
import { Unreadable } from './unreadable';

/** An element with all it holds. Names carry the prefixes of this file's table whatever the part itself uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly (XmlElement | string)[];
  /** Where its content starts in the text of the part, a byte order mark not counted: right behind its start tag. */
  readonly inner: number;
  /** Where it ends, right behind its end tag; the same as `inner` where it is written as one tag. */
  readonly end: number;
}

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a reader of one part wants to hear. */
export interface XmlListener {
  /** Elements handed over whole; `enter` and `leave` are called for those around them. */
  readonly units: readonly string[];
  readonly unit: (element: XmlElement) => void;
  readonly enter?: (name: string, attributes: XmlAttributes) => void;
  readonly leave?: (name: string) => void;
}

const OFFICE = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const WORD = 'http://schemas.microsoft.com/office/word';

const OPEN = 'urn:oasis:names:tc:opendocument:xmlns';

const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OFFICE}/wordprocessingml/2006/main`, 'w:'],
  [`${STRICT}/wordprocessingml/main`, 'w:'],
  [`${OFFICE}/officeDocument/2006/relationships`, 'r:'],
  [`${STRICT}/officeDocument/relationships`, 'r:'],
  [`${OFFICE}/spreadsheetml/2006/main`, 'x:'],
  [`${STRICT}/spreadsheetml/main`, 'x:'],
  [`${OFFICE}/drawingml/2006/main`, 'a:'],
  [`${STRICT}/drawingml/main`, 'a:'],
  [`${OFFICE}/officeDocument/2006/math`, 'm:'],
  [`${STRICT}/officeDocument/math`, 'm:'],
  [`${OFFICE}/markup-compatibility/2006`, 'mc:'],
  [`${OFFICE}/package/2006/relationships`, 'rel:'],
  ['urn:schemas-microsoft-com:vml', 'v:'],
  [`${WORD}/2010/wordml`, 'w14:'],
  [`${WORD}/2012/wordml`, 'w15:'],
  ['http://www.w3.org/XML/1998/namespace', 'xml:'],
  ...['office', 'style', 'text', 'table', 'drawing', 'manifest'].map((name): [string, string] => [
    `${OPEN}:${name}:1.0`,
    `${name === 'drawing' ? 'draw' : name}:`,
  ]),
  [`${OPEN}:xsl-fo-compatible:1.0`, 'fo:'],
  [`${OPEN}:svg-compatible:1.0`, 'svg:'],
  ['http://www.w3.org/1999/xlink', 'xlink:'],
  ['http://purl.org/dc/elements/1.1/', 'dc:'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext:'],
]);

/** Elements inside one another; Word itself stays below 100. */
const DEPTH_LIMIT = 512;

/** Elements in one unit, which is kept in memory: the longest paragraph of words in all looks has fewer. */
const UNIT_LIMIT = 150_000;

/** Elements in one part, which are read one after the other: a book in which each word is by itself has as many. */
const ELEMENT_LIMIT = 600_000;

/** Units in one part: paragraphs, and what cells and rows say of themselves. */
const MOST_UNITS = 60_000;

/** Attributes of one element; the largest Word writes is the root with its forty namespaces. */
const ATTRIBUTE_LIMIT = 1000;

/**
 * Reads a part as a stream, keeping no more of it in memory than one unit.
 *
 * @throws Unreadable `fileDamaged` (no well-formed XML), `fileTooDeep`, `fileTooManyParts`, `fileUnsafe` (an endless unit; or with a
 * DOCTYPE, the only way to entities and to other files, which no Office program writes)
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const units = new Set(listener.units);
  const parser = new SaxesParser({ xmlns: true, position: false });
  const around: string[] = [];
  const inside: {
    name: string;
    attributes: XmlAttributes;
    children: (XmlElement | string)[];
    inner: number;
    end: number;
  }[] = [];
  let elements = 0;
  let inUnit = 0;
  let heard = 0;
  let attributesOpen = 0;

  parser.on('error', () => {
    throw new Unreadable('fileDamaged');
  });
  parser.on('doctype', () => {
    throw new Unreadable('fileUnsafe');
  });
  parser.on('attribute', () => {
    attributesOpen += 1;
    if (attributesOpen > ATTRIBUTE_LIMIT) throw new Unreadable('fileUnsafe');
  });
  parser.on('opentag', (tag) => {
    attributesOpen = 0;
    if (around.length + inside.length >= DEPTH_LIMIT)
      throw new Unreadable('fileTooDeep', { limit: DEPTH_LIMIT });
    elements += 1;
    inUnit = inside.length > 0 ? inUnit + 1 : 0;
    if (elements > ELEMENT_LIMIT) throw new Unreadable('fileTooManyParts', { limit: ELEMENT_LIMIT });
    if (inUnit > UNIT_LIMIT) throw new Unreadable('fileUnsafe');
    const name = `${PREFIXES.get(tag.uri) ?? ''}${tag.local}`;
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes))
      attributes[`${PREFIXES.get(attribute.uri) ?? ''}${attribute.local}`] = attribute.value;
    if (inside.length > 0 || units.has(name)) {
      inside.push({ name, attributes, children: [], inner: parser.position, end: parser.position });
    } else {
      around.push(name);
      listener.enter?.(name, attributes);
    }
  });
  parser.on('closetag', () => {
    const element = inside.pop();
    const parent = inside.at(-1);
    if (element) element.end = parser.position;
    if (element && parent) parent.children.push(element);
    else if (element) {
      heard += 1;
      if (heard > MOST_UNITS) throw new Unreadable('fileTooManyParts', { limit: MOST_UNITS });
      listener.unit(element);
    } else {
      // Also where nobody wants to hear of it: else what lies side by side counts as lying inside each other.
      const left = around.pop() ?? '';
      listener.leave?.(left);
    }
  });
  const keepText = (text: string): void => {
    inside.at(-1)?.children.push(text);
  };
  parser.on('text', keepText);
  parser.on('cdata', keepText);

  for await (const text of decode(chunks)) parser.write(text);
  parser.close();
}

/** The text of a part, as `readXml` counts in it. */
export async function readText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const piece of decode(chunks)) text += piece;
  return text;
}

async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  const decodeStrictly = (chunk: Uint8Array | undefined, stream: boolean): string => {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    try {
      return decoder.decode(chunk, { stream });
    } catch (error) {
      if (error instanceof TypeError) throw new Unreadable('fileDamaged');
      throw error;
    }
  };
  for await (const chunk of chunks) yield decodeStrictly(chunk, true);
  yield decodeStrictly(undefined, false);
}

/** What the bytes of a part are written in, by how they begin. */
export function encodingOf(start: Uint8Array | undefined): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (start?.[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start?.[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && childElements(element).find((candidate) => candidate.name === name);
}

/** The children that are elements. */
export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((candidate) => typeof candidate !== 'string');
}

/** The `w:val` of the first child of that name. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/** The `w:val` of the first child of that name as a whole number; null when there is none. */
export function childNumber(element: XmlElement | undefined, name: string): number | null {
  return toWholeNumber(childValue(element, name));
}

/** A whole number not below 0 and of at most nine digits; null for anything else. */
export function toWholeNumber(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

/** An on/off child: on when it stands there without a value; undefined when it does not stand there. */
export function childSwitch(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  return found && toSwitch(found.attributes['w:val'] ?? '');
}

/** An on/off value; an empty one is on. */
export function toSwitch(value: string): boolean {
  return !['0', 'false', 'off'].includes(value);
}

/** The text directly inside an element. */
export function textOf(element: XmlElement): string {
  return element.children.filter((part) => typeof part === 'string').join('');
}
