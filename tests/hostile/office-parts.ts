import JSZip from 'jszip';
import { SaxesParser } from 'saxes';

/** The elements of an XML part with their attributes and the text of each; throws where it is not well-formed. */
export function parseStrictly(
  xml: string,
): readonly { name: string; attributes: Record<string, string>; text: string }[] {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: (typeof elements)[number][] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a doctype');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.values(attributes).map((attribute) => [attribute.name, attribute.value]);
    const element = { name, attributes: Object.fromEntries(values) as Record<string, string>, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const [last] = open.slice(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return elements;
}

/** All parts of an Office file that are XML, by name. */
export async function xmlParts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name));
  const parts = await Promise.all(
    names.map(async (name) => [name, (await zip.file(name)?.async('string')) ?? ''] as const),
  );
  return new Map(parts);
}
