import type { Relationship } from './relationships';
import { child, childElements, type XmlElement } from './xml';

/** A picture as the file has it. */
export interface RawPicture {
  /** The alternative text as written; empty where there is none. */
  readonly alternative: string;
  /** What the alternative text is an attribute of, and of what name. */
  readonly described: { readonly element: XmlElement; readonly attribute: 'descr' | 'alt' };
  /** What a run holds of it. */
  readonly host: XmlElement;
  /** How many pictures the host holds: it goes only with the last. */
  readonly inHost: number;
  /** The part its bytes are in, or the address it lies at. */
  readonly target: string;
  readonly isInside: boolean;
  /** How wide it is shown, in 1/96 inch; null where that is not said. */
  readonly across: number | null;
}

/** An English Metric Unit is 1/914400 inch. */
const EMU = 9525;

/** What pictures are drawn as; what is embedded with them is no picture, but looked at as one. */
export function isPictureHost({ name }: XmlElement): boolean {
  return name === 'w:drawing' || name === 'w:pict';
}

/** The pictures of a drawing, in order; those of boxes in it stand in paragraphs of their own. */
export function picturesIn(
  host: XmlElement,
  relationships: ReadonlyMap<string, Relationship>,
): readonly RawPicture[] {
  const found = host.name === 'w:pict' ? shapesWithPictures(host) : drawnPictures(host);
  return found.flatMap(({ described, blip, attribute, across, embeds, links }): readonly RawPicture[] => {
    const { attributes } = described;
    const relationship = [...embeds, ...links]
      .map((name) => relationships.get(blip.attributes[name] ?? ''))
      .find((each) => each !== undefined);
    const target = relationship?.target ?? '';
    return [
      {
        alternative: attributes[attribute] ?? '',
        described: { element: described, attribute },
        host,
        inHost: found.length,
        target,
        isInside: relationship !== undefined && !relationship.isOutside,
        across,
      },
    ];
  });
}

interface Found {
  readonly described: XmlElement;
  readonly attribute: 'descr' | 'alt';
  readonly blip: XmlElement;
  readonly embeds: readonly string[];
  readonly links: readonly string[];
  readonly across: number | null;
}

/** A picture of today: what is said of the drawing is said of the one picture in it. */
function drawnPictures(host: XmlElement): readonly Found[] {
  const frame = childElements(host)[0];
  const properties = child(frame, 'docPr');
  const pictures = within(host, 'pic');
  const wide = Number(child(frame, 'extent')?.attributes['cx']);
  return pictures.flatMap((picture) => {
    const own = child(child(picture, 'nvPicPr'), 'cNvPr');
    const described = pictures.length === 1 ? (properties ?? own) : own;
    const blip = child(child(picture, 'blipFill'), 'a:blip');
    if (!described || !blip) return [];
    const across = pictures.length === 1 && wide > 0 ? Math.round(wide / EMU) : null;
    return [{ described, attribute: 'descr', blip, embeds: ['r:embed'], links: ['r:link'], across }];
  });
}

/** A picture of Word before 2010. */
function shapesWithPictures(host: XmlElement): readonly Found[] {
  return childElements(host).flatMap((shape): readonly Found[] => {
    const blip = child(shape, 'v:imagedata');
    if (!blip) return shape.name === 'v:group' ? shapesWithPictures(shape) : [];
    const width = /(?:^|;)\s*width:\s*([\d.]+)(pt|in|px)?/.exec(shape.attributes['style'] ?? '');
    const units = width?.[2] === 'in' ? 96 : width?.[2] === 'px' ? 1 : 96 / 72;
    const across = width ? Math.round(Number(width[1]) * units) || null : null;
    return [{ described: shape, attribute: 'alt', blip, embeds: ['r:id'], links: ['r:href'], across }];
  });
}

/** The elements of a name below another, boxes left out. */
function within(element: XmlElement, name: string): readonly XmlElement[] {
  return childElements(element).flatMap((inner) => {
    if (inner.name === name) return [inner];
    return inner.name === 'w:txbxContent' ? [] : within(inner, name);
  });
}
