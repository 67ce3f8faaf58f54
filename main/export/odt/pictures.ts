import type { Picture, PictureKind } from '../../../shared/model/picture';
import { escapeXml } from '../original/docx/escape-xml';
import { endingOf } from '../pictures/export-pictures';
import { shownSize } from '../pictures/shown-size';

const MEDIA_TYPES: Readonly<Record<PictureKind, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  tiff: 'image/tiff',
};

/** A file within an OpenDocument text. */
export interface OdtPart {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Writes pictures as frames, and keeps what goes into the file with them: each once however often it stands there. */
export class OdtPictures {
  private readonly kept = new Map<string, OdtPart>();
  private written = 0;

  /** @param bytesOf the bytes of a picture, where they may leave; else null */
  constructor(private readonly bytesOf: (picture: Picture) => Uint8Array | null) {}

  /**
   * A picture with its alternative text, as a letter of its paragraph; null where its bytes are not there.
   *
   * @param widest the width of its place, in 1/96 inch
   */
  write(alternative: string, picture: Picture, widest?: number): string | null {
    const { hash, kind } = picture;
    const bytes = this.bytesOf(picture);
    if (!bytes || hash === null || kind === null) return null;
    const part = this.kept.get(hash) ?? {
      name: `Pictures/${hash}.${endingOf(kind)}`,
      mediaType: MEDIA_TYPES[kind],
      bytes,
    };
    this.kept.set(hash, part);
    this.written += 1;
    const { width, height } = shownSize(picture, widest);
    const size = `svg:width="${toCentimetres(width)}" svg:height="${toCentimetres(height)}"`;
    const described = alternative === '' ? '' : `<svg:desc>${escapeXml(alternative)}</svg:desc>`;
    return `<draw:frame draw:name="Triptych ${this.written}" text:anchor-type="as-char" ${size}><draw:image xlink:href="${part.name}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" draw:mime-type="${part.mediaType}"/>${described}</draw:frame>`;
  }

  /** What the frames that were written show. */
  parts(): readonly OdtPart[] {
    return [...this.kept.values()];
  }
}

function toCentimetres(pixels: number): string {
  return `${((pixels / 96) * 2.54).toFixed(3)}cm`;
}
