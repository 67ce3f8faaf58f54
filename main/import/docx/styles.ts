import { STYLES, type Style as WordStyle } from '../../../shared/model/mark';
import type { Role } from '../../../shared/model/paragraph';
import { isLightingColour } from '../../../shared/text/element-styles';
import { child, childNumber, childSwitch, childValue, readXml, toWholeNumber, type XmlElement } from './xml';

/** How characters look; undefined where a style or run says nothing of it. */
export type CharacterFormat = Readonly<Record<WordStyle | 'hidden', boolean | undefined>>;

/** A reference to a list of the numbering part; undefined where nothing is said of it. */
export interface ListPlace {
  /** "0" takes a paragraph out of the list its style puts it in. */
  readonly list: string | undefined;
  /** From 0. */
  readonly level: number | null;
}

export interface Style {
  readonly name: string;
  readonly basedOn: string | undefined;
  /** From 0; 9 is body text. */
  readonly outlineLevel: number | null;
  readonly listPlace: ListPlace;
  readonly characters: CharacterFormat;
}

export type Styles = ReadonlyMap<string, Style>;

/** Reads the styles of a file by id. */
export async function readStyles(chunks: AsyncIterable<Uint8Array>): Promise<Styles> {
  const styles = new Map<string, Style>();
  await readXml(chunks, {
    units: ['w:style'],
    unit: (element) => {
      const properties = child(element, 'w:pPr');
      styles.set(element.attributes['w:styleId'] ?? '', {
        name: childValue(element, 'w:name') ?? '',
        basedOn: childValue(element, 'w:basedOn'),
        outlineLevel: childNumber(properties, 'w:outlineLvl'),
        listPlace: readListPlace(properties),
        characters: readCharacterFormat(child(element, 'w:rPr')),
      });
    },
  });
  return styles;
}

/** Reads the list a `w:pPr` puts a paragraph in. */
export function readListPlace(properties: XmlElement | undefined): ListPlace {
  const place = child(properties, 'w:numPr');
  return { list: childValue(place, 'w:numId'), level: readLevel(childValue(place, 'w:ilvl')) };
}

/** A list level, from 0; null for none, and for levels beyond the nine there are. */
export function readLevel(value: string | undefined): number | null {
  const level = toWholeNumber(value);
  return level === null || level > 8 ? null : level;
}

/** Reads what a `w:rPr` itself says, its style left aside. */
function readCharacterFormat(properties: XmlElement | undefined): CharacterFormat {
  const raised = childValue(properties, 'w:vertAlign');
  const line = child(properties, 'w:u')?.attributes['w:val'];
  return {
    strong: childSwitch(properties, 'w:b'),
    emphasis: childSwitch(properties, 'w:i'),
    underline: line === undefined ? undefined : line !== 'none',
    strike: childSwitch(properties, 'w:strike') || childSwitch(properties, 'w:dstrike'),
    highlight: readHighlight(properties),
    smallCaps: childSwitch(properties, 'w:smallCaps'),
    superscript: raised === undefined ? undefined : raised === 'superscript',
    subscript: raised === undefined ? undefined : raised === 'subscript',
    hidden: childSwitch(properties, 'w:vanish'),
  };
}

/** Google Docs shades words where Word has its pen; white and greys lie under all words that were copied from a page. */
function readHighlight(properties: XmlElement | undefined): boolean | undefined {
  const pen = childValue(properties, 'w:highlight');
  if (pen !== undefined) return !/^(none|white|black|lightGray|darkGray)$/.test(pen);
  const fill = child(properties, 'w:shd')?.attributes['w:fill'];
  return fill === undefined ? undefined : isLightingColour(fill);
}

/** What holds for each of the ways in which words can be set. */
export function eachStyle<T>(valueOf: (style: WordStyle) => T): Record<WordStyle, T> {
  return Object.fromEntries(STYLES.map((style) => [style, valueOf(style)])) as Record<WordStyle, T>;
}

/** Word allows fewer styles in a chain. */
const LONGEST_CHAIN = 32;

/** A style and those it is based on, nearest first. A style that is missing stands for its own id. */
export function styleChain(styles: Styles, id: string | undefined): readonly Style[] {
  const chain = new Set<Style>();
  let next = id;
  while (next !== undefined && chain.size < LONGEST_CHAIN) {
    const style = styles.get(next) ?? { ...NO_STYLE, name: next };
    if (chain.has(style)) break;
    chain.add(style);
    next = style.basedOn;
  }
  return [...chain];
}

const NO_STYLE: Style = {
  name: '',
  basedOn: undefined,
  outlineLevel: null,
  listPlace: { list: undefined, level: null },
  characters: readCharacterFormat(undefined),
};

/** What a run looks like, by itself and by its character style. Paragraph styles mark no words. */
export function characterFormat(
  styles: Styles,
  properties: XmlElement | undefined,
): Readonly<Record<keyof CharacterFormat, boolean>> {
  const chain = styleChain(styles, childValue(properties, 'w:rStyle')).map((style) => style.characters);
  const formats = [readCharacterFormat(properties), ...chain];
  const nearest = (key: keyof CharacterFormat): boolean =>
    formats.map((format) => format[key]).find((value) => value !== undefined) ?? false;
  return { ...eachStyle(nearest), hidden: nearest('hidden') };
}

/**
 * Names in the file are English whatever the language of Word, but other programs write them in their own.
 * LibreOffice's "Заголовок" and "Название" are missing with reason: they are its base of all headings and its
 * caption, not a title.
 */
const ROLES_BY_NAME: readonly (readonly [RegExp, Role])[] = [
  [/^title$/, 'title'],
  [/^(intense)?quot(e|ations?)$|^blocktext$|^(выделенная)?цитата\d?$/, 'quotation'],
  [/^caption$|^illustration$|^figure$|^названиеобъекта$|^подпись$|^иллюстрация$/, 'caption'],
  [/^(footnote|endnote)text$|^footnote$|^endnote$|^текст(концевой)?сноски$/, 'footnote'],
];

/** The role a paragraph has by its style and its own outline level, lists and tables left aside. */
export function styleRole(styles: Styles, id: string | undefined, outlineLevel: number | null): Role {
  const role = nearestRole(styleChain(styles, id));
  const plain = role === 'paragraph' || role.startsWith('heading');
  return plain && outlineLevel !== null ? outlineRole(outlineLevel) : role;
}

function nearestRole(chain: readonly Style[]): Role {
  for (const style of chain) {
    const name = style.name.toLowerCase().replace(/[\s_-]/g, '');
    const level = /^(?:heading|заголовок)([1-9])$/.exec(name)?.[1];
    if (level !== undefined) return outlineRole(Number(level) - 1);
    const named = ROLES_BY_NAME.find(([pattern]) => pattern.test(name));
    if (named) return named[1];
    if (style.outlineLevel !== null) return outlineRole(style.outlineLevel);
  }
  return 'paragraph';
}

const HEADINGS = ['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const;

function outlineRole(level: number): Role {
  return level > 8 ? 'paragraph' : (HEADINGS[level] ?? 'heading6');
}
