import type { Picture } from '../../../shared/model/picture';
import { pictureElsewhere, type PictureShelf } from '../pictures/picture-shelf';
import { attribute, classes, isElement, type HtmlElement } from './tree';

/** Tells what picture an image of a page is; null where it is none a reader looks at. */
export type PictureOf = (image: HtmlElement) => Picture | null;

/** Smaller ones are signs, buttons, and dots that count readers; in points, each way. */
const TINY = 32;

/** Data smaller than this each way stands in the place of a picture that is loaded later. */
const STAND_IN = 3;

/** Where pages have the address of a picture that is only loaded once a reader comes to it. */
const LATER = ['data-src', 'data-lazy-src', 'data-original', 'data-lazy', 'data-full-url'] as const;

const LATER_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'] as const;

const STAND_IN_NAME =
  /(?:blank|placeholder|pixel|spacer|lazy|transparent|1x1)[\w-]*\.(?:gif|png|svg)(?:[?#]|$)/i;

/** Reads images, and puts those that stand in the page itself on a shelf. */
export function imageReader(shelf: PictureShelf): PictureOf {
  return (image) => {
    const [width, height] = [lengthOf(image, 'width'), lengthOf(image, 'height')];
    if ((width !== null && width <= TINY) || (height !== null && height <= TINY)) return null;
    if (classes(image).some((name) => name === 'emoji' || name === 'wp-smiley')) return null;
    const address = addressOf(image);
    if (address === null) return null;
    const picture = addressedPicture(address, shelf);
    const isStandIn = picture.kind !== null && picture.width > 0 && picture.width <= STAND_IN;
    if (isStandIn) return null;
    return width !== null && width > 0 ? { ...picture, across: width } : picture;
  };
}

/** The picture of an address, which may hold all of it. */
export function addressedPicture(address: string, shelf: PictureShelf | null): Picture {
  const bytes = dataIn(address);
  return bytes && shelf ? shelf.put(bytes, '') : pictureElsewhere(address);
}

/** The address that is meant of those an image has. */
function addressOf(image: HtmlElement): string | null {
  const own = (attribute(image, 'src') ?? '').trim();
  const later = [
    ...LATER.map((name) => attribute(image, name)?.trim()),
    otherForm(image),
    ...LATER_SETS.map((name) => largestIn(attribute(image, name))),
  ].find((address) => address);
  const isStandIn = own === '' || STAND_IN_NAME.test(own) || (/^data:/i.test(own) && later !== undefined);
  return isStandIn ? (later ?? null) : own;
}

/** The first address among the other forms of a <picture>; looked for once, however many images stand in it. */
function otherForm({ parentNode }: HtmlElement): string | undefined {
  if (!parentNode || !('tagName' in parentNode) || parentNode.tagName !== 'picture') return undefined;
  if (!forms.has(parentNode)) {
    const sources = parentNode.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'source');
    const sets = sources.flatMap((source) => [attribute(source, 'data-srcset'), attribute(source, 'srcset')]);
    forms.set(
      parentNode,
      sets.map(largestIn).find((address) => address),
    );
  }
  return forms.get(parentNode);
}

const forms = new WeakMap<object, string | undefined>();

/** An address of a set with what is said of it, or one behind which a comma stands at once. */
const IN_SET = /([^\s,]\S*)(?<!,)\s+([^,]*)|([^\s,]\S*)/g;

/** The address of the largest picture of a set: "a.jpg 300w, b.jpg 1024w". */
function largestIn(set: string | null | undefined): string | undefined {
  let best: { readonly address: string; readonly size: number } | undefined;
  for (const [, described, description = '', bare = ''] of (set ?? '').matchAll(IN_SET)) {
    const address = described ?? bare.replace(/,+$/, '');
    const size = Number(/^([\d.]+)[wx]/.exec(description)?.[1] ?? 1);
    if (!best || size > best.size) best = { address, size };
  }
  return best?.address;
}

/** The bytes an address itself holds; null for any other address. */
function dataIn(address: string): Uint8Array | null {
  const head = /^data:image\/[\w.+-]+(?:;[\w.=-]+)*?(;base64)?,/i.exec(address);
  if (!head) return null;
  const data = address.slice(head[0].length);
  if (head[1] !== undefined) return Buffer.from(data, 'base64');
  try {
    return Buffer.from(decodeURIComponent(data));
  } catch {
    // Signs that stand for no letters.
    return Buffer.from(data);
  }
}

/** A length in points, from an attribute or else from the style; null where it is not told so. */
function lengthOf(image: HtmlElement, name: 'width' | 'height'): number | null {
  const told = /^\s*(\d{1,5})(?:px)?\s*$/.exec(attribute(image, name) ?? '')?.[1];
  const style = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*(\\d{1,5})(?:\\.\\d+)?px`, 'i').exec(
    attribute(image, 'style') ?? '',
  );
  const length = told ?? style?.[1];
  return length === undefined ? null : Number(length);
}
