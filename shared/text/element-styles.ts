import type { Style } from '../model/mark';

/** What tells how the words in an element of HTML are set. */
export interface SetElement {
  /** In small letters. */
  readonly tag: string;
  /** Its `style` attribute; empty where there is none. */
  readonly css: string;
  /** Whether it is a block: what lies under that is a box and no highlight. */
  readonly isBlock: boolean;
}

const BY_TAG: ReadonlyMap<string, Style> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['u', 'underline'],
  ['s', 'strike'],
  ['strike', 'strike'],
  ['del', 'strike'],
  ['mark', 'highlight'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
]);

/** The element that stands for a style by itself, in all HTML that is written; small capitals have none. */
export const STYLE_TAGS = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
  highlight: 'mark',
  superscript: 'sup',
  subscript: 'sub',
} as const satisfies Readonly<Record<Exclude<Style, 'smallCaps'>, string>>;

/** What small capitals are written as. */
export const SMALL_CAPS_CSS = 'font-variant: small-caps';

/**
 * How the words in an element are set, given how those around it are. `<ins>` says that words are new, and nothing of how
 * they look.
 */
export function stylesInside(element: SetElement, around: ReadonlySet<Style>): ReadonlySet<Style> {
  const styles = new Set(around);
  const css = declarations(element.css);
  const own = BY_TAG.get(element.tag);
  const set = (style: Style, isSet: boolean): void => void (isSet ? styles.add(style) : styles.delete(style));
  const said = (...names: readonly string[]): string | undefined =>
    names
      .map((name) => css.get(name))
      .find((value) => value !== undefined && !/^(inherit|unset)$/.test(value));

  // Google Docs wraps all it copies in <b style="font-weight:normal">.
  const weight = said('font-weight');
  if (weight !== undefined) set('strong', /^bold/.test(weight) || Number(weight) >= 600);
  else if (own === 'strong') styles.add(own);
  const slant = said('font-style');
  if (slant !== undefined) set('emphasis', /^(italic|oblique)/.test(slant));
  else if (own === 'emphasis') styles.add(own);
  const caps = said('font-variant-caps', 'font-variant');
  if (caps !== undefined) set('smallCaps', caps.includes('small-caps'));

  // A line through or under words goes on through what stands inside, whatever that says of itself.
  const line = said('text-decoration-line', 'text-decoration');
  if (line?.includes('underline') || (line === undefined && own === 'underline')) styles.add('underline');
  if (line?.includes('line-through') || (line === undefined && own === 'strike')) styles.add('strike');

  const height = said('vertical-align');
  const raised = height === undefined ? own : HEIGHTS.get(height);
  if (raised === 'superscript' || raised === 'subscript') {
    styles.delete(raised === 'superscript' ? 'subscript' : 'superscript');
    styles.add(raised);
  }
  if (!element.isBlock && element.tag !== 'a') {
    const isLit = litBy(said('mso-highlight', 'background-color', 'background'));
    if (isLit ?? own === 'highlight') styles.add('highlight');
    else if (isLit === false) styles.delete('highlight');
  }
  return styles;
}

const HEIGHTS: ReadonlyMap<string, Style> = new Map([
  ['super', 'superscript'],
  ['sub', 'subscript'],
]);

/** The properties of a `style`, the last of each. */
function declarations(css: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const each of css === '' ? [] : css.toLowerCase().split(';')) {
    const colon = each.indexOf(':');
    if (colon > 0) {
      const value = each.slice(colon + 1).replace(/!important/, '');
      found.set(each.slice(0, colon).trim(), value.trim());
    }
  }
  return found;
}

/** White, greys and black by name: what pages and programs lay under all their words. */
const COLOURLESS = /white|gr[ae]y|silver|snow|black|window|ivory|gainsboro|linen/;

/**
 * Whether what lies under words lights them up: a colour, not a white or a grey, which copied words mostly bring along.
 * Undefined where nothing lies there.
 */
function litBy(background: string | undefined): boolean | undefined {
  if (background === undefined || /^(transparent|none|initial|auto|0)?$|url\(|gradient/.test(background))
    return undefined;
  const rgb = /rgba?\(([^)]*)\)/.exec(background)?.[1];
  if (rgb !== undefined) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = rgb
      .split(/[\s,/]+/)
      .filter(Boolean)
      .map(Number.parseFloat);
    return alpha === 0 ? undefined : isColour([red, green, blue]);
  }
  const hex = /#([\da-f]{3,8})\b/.exec(background)?.[1];
  if (hex !== undefined) return isColour(channels(hex));
  return /^[a-z]+/.test(background) && !COLOURLESS.test(background);
}

/** Whether a colour as hexadecimal digits, "ffff00" or "ff0", is one to light words up with. */
export function isLightingColour(hex: string): boolean {
  return /^([\da-f]{3}|[\da-f]{6})$/i.test(hex) && isColour(channels(hex));
}

function channels(hex: string): readonly number[] {
  const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
  return digits.slice(0, 3).map((pair) => Number.parseInt(pair, 16));
}

/** How far the channels of a colour lie apart at least, of 255, for it to be seen as one. */
const COLOURED = 40;

function isColour(rgb: readonly number[]): boolean {
  return Math.max(...rgb) - Math.min(...rgb) >= COLOURED;
}
