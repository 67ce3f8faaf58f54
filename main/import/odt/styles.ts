import { isLightingColour } from '../../../shared/text/element-styles';
import type { CharacterFormat, Style, Styles } from '../docx/styles';
import { child, readXml, toWholeNumber, type XmlAttributes, type XmlElement } from '../docx/xml';
import { readListStyle, type ListStyle } from './lists';

/** The styles of an OpenDocument text, those it shows and those it keeps for single paragraphs and words. */
export interface OdtStyles {
  /** Of paragraphs, by name. */
  readonly paragraphs: Styles;
  /** Of words, by name. */
  readonly words: Styles;
  readonly lists: ReadonlyMap<string, ListStyle>;
  /** How headings are numbered; null where they are not. */
  readonly outline: ListStyle | null;
  /** Those of paragraphs that were formatted by hand: what they say of words was said of these words. */
  readonly byHand: ReadonlySet<string>;
}

const FAMILIES = new Set(['paragraph', 'text']);

/** Reads styles from the two parts that have any; what stands in the later one counts. */
export async function readOdtStyles(
  parts: readonly (AsyncIterable<Uint8Array> | null)[],
): Promise<OdtStyles> {
  const families = { paragraph: new Map<string, Style>(), text: new Map<string, Style>() };
  const lists = new Map<string, ListStyle>();
  const byHand = new Set<string>();
  let outline: ListStyle | null = null;
  for (const chunks of parts) {
    if (!chunks) continue;
    let isAutomatic = false;
    await readXml(chunks, {
      units: ['style:style', 'text:list-style', 'text:outline-style', 'text:p', 'text:h'],
      enter: (name) => {
        if (name === 'office:automatic-styles') isAutomatic = true;
      },
      leave: (name) => {
        if (name === 'office:automatic-styles') isAutomatic = false;
      },
      unit: (element) => {
        const name = element.attributes['style:name'] ?? '';
        const family = element.attributes['style:family'] ?? '';
        if (element.name === 'text:list-style') lists.set(name, readListStyle(element));
        else if (element.name === 'text:outline-style') outline = readListStyle(element);
        else if (element.name === 'style:style' && FAMILIES.has(family)) {
          families[family === 'text' ? 'text' : 'paragraph'].set(name, readStyle(element));
          if (isAutomatic && family === 'paragraph') byHand.add(name);
        }
      },
    });
  }
  return { paragraphs: families.paragraph, words: families.text, lists, outline, byHand };
}

function readStyle(element: XmlElement): Style {
  const { attributes } = element;
  const level = toWholeNumber(attributes['style:default-outline-level']);
  const name = attributes['style:name'] ?? '';
  return {
    name:
      attributes['style:display-name'] ??
      name.replace(/_([0-9a-f]{2})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    basedOn: attributes['style:parent-style-name'],
    outlineLevel: level === null || level < 1 ? null : level - 1,
    listPlace: { list: attributes['style:list-style-name'], level: null },
    characters: readFormat(child(element, 'style:text-properties')?.attributes ?? {}),
  };
}

function readFormat(properties: XmlAttributes): CharacterFormat {
  const told = (name: string, is: (value: string) => boolean): boolean | undefined => {
    const value = properties[name];
    return value === undefined ? undefined : is(value);
  };
  const level = (text: string) => {
    const given = /^\s*(super|sub|-?[\d.]+)/.exec(text)?.[1] ?? '0';
    return given === 'super' ? 1 : given === 'sub' ? -1 : Number(given);
  };
  return {
    strong: told('fo:font-weight', (weight) => weight === 'bold' || Number(weight) >= 600),
    emphasis: told('fo:font-style', (slant) => slant !== 'normal'),
    underline: told('style:text-underline-style', (line) => line !== 'none'),
    strike: told('style:text-line-through-style', (line) => line !== 'none'),
    highlight: told('fo:background-color', (colour) => isLightingColour(colour.replace('#', ''))),
    smallCaps: told('fo:font-variant', (variant) => variant === 'small-caps'),
    superscript: told('style:text-position', (position) => level(position) > 0),
    subscript: told('style:text-position', (position) => level(position) < 0),
    hidden: told('text:display', (display) => display === 'none'),
  };
}

/** Whether an element tells that it is not shown. */
export function isNotShown({ name, attributes }: Pick<XmlElement, 'name' | 'attributes'>): boolean {
  if (name === 'text:section') return attributes['text:display'] === 'none';
  return (
    ['text:hidden-text', 'text:hidden-paragraph'].includes(name) && attributes['text:is-hidden'] !== 'false'
  );
}

/** The text an element holds with all in it. */
export function allText(element: XmlElement): string {
  return element.children.map((part) => (typeof part === 'string' ? part : allText(part))).join('');
}
