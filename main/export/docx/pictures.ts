import { BuilderElement, ImageRun, type ParagraphChild } from 'docx';
import type { RichText } from '../../../shared/model/paragraph';
import type { Picture, PictureKind } from '../../../shared/model/picture';
import type { ExportDocument } from '../export-document';
import { endingOf, picturesBytes, wordsInstead } from '../pictures/export-pictures';
import { shownSize } from '../pictures/shown-size';
import type { RunWriter } from './runs';
import { toXmlText } from './xml-text';

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
  write({ text }: RichText, picture: Picture, widest = Infinity): readonly ParagraphChild[] {
    // An SVG drawing needs another picture beside it for programs that do not know it.
    const bytes = picture.kind === 'svg' ? null : picturesBytes(this.document, picture);
    const { kind } = picture;
    if (!bytes || !kind) {
      return [this.runs.run({ text: toXmlText(wordsInstead(text, picture)), italics: true })];
    }
    this.announce(kind);
    const description = toXmlText(text);
    return [
      new ImageRun({
        // It is only the ending of the file's name.
        type: endingOf(kind) as 'png',
        data: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        transformation: shownSize(picture, widest / 15),
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
