import { BuilderElement, ImageRun, type ParagraphChild } from 'docx';
import type { RichText } from '../../../shared/model/paragraph';
import { pictureName, type Picture, type PictureKind } from '../../../shared/model/picture';
import type { ExportDocument } from '../export-document';
import { endingOf, picturesBytes } from '../pictures/export-pictures';
import type { RunWriter } from './runs';
import { toXmlText } from './xml-text';

/** What fits between the margins of the page, in 1/96 inch. */
const WIDEST = 600;
const HIGHEST = 850;

/** Of a drawing that does not say how large it is. */
const USUAL = { width: 400, height: 300 } as const;

/** Kinds Word shows that the writer of the file does not announce. */
const ANNOUNCED: Partial<Readonly<Record<PictureKind, string>>> = {
  webp: 'image/webp',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  tiff: 'image/tiff',
};

/** Writes pictures into a document, each once however often it stands there. */
export class PictureWriter {
  private readonly announced = new Map<string, BuilderElement>();

  constructor(
    private readonly document: ExportDocument,
    private readonly runs: RunWriter,
  ) {}

  /** What the package has to be told of the kinds that were written. */
  get contentTypes(): Iterable<BuilderElement> {
    return this.announced.values();
  }

  /**
   * A picture with its alternative text. Where there is none to be written, its text alone, or else its name; and its address on
   * the web, which would be lost otherwise.
   *
   * @param widest the width of its place, in twentieths of a point
   */
  write({ text }: RichText, picture: Picture, widest = WIDEST * 15): readonly ParagraphChild[] {
    // An SVG drawing needs another picture beside it for programs that do not know it.
    const bytes = picture.kind === 'svg' ? null : picturesBytes(this.document, picture);
    const { kind } = picture;
    if (!bytes || !kind) {
      const address = /^https?:/i.test(picture.address) ? picture.address : '';
      const named = [text || (address === '' ? pictureName(picture) : ''), address].filter(Boolean);
      return [this.runs.run({ text: toXmlText(named.join(' ')), italics: true })];
    }
    this.announce(kind);
    const description = toXmlText(text);
    return [
      new ImageRun({
        // It is only the ending of the file's name.
        type: endingOf(kind) as 'png',
        data: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        transformation: sizeOf(picture, Math.min(WIDEST, widest / 15)),
        altText: { name: '', title: '', description },
      }),
    ];
  }

  private announce(kind: PictureKind): void {
    const type = ANNOUNCED[kind];
    if (type === undefined || this.announced.has(kind)) return;
    const attributes = {
      type: { key: 'ContentType', value: type },
      ending: { key: 'Extension', value: endingOf(kind) },
    };
    this.announced.set(kind, new BuilderElement({ name: 'Default', attributes }));
  }
}

/** As its document showed it, no larger than its place. */
function sizeOf(
  { width, height, across }: Picture,
  widest: number,
): { readonly width: number; readonly height: number } {
  const own = width > 0 && height > 0 ? { width, height } : USUAL;
  const wanted = across ?? own.width;
  const scale = Math.min(wanted / own.width, widest / own.width, HIGHEST / own.height);
  return { width: Math.max(1, own.width * scale), height: Math.max(1, own.height * scale) };
}
