import type { ChosenDocument } from '../../shared/contract/channels';
import { showDocument, type ShownDocument } from '../../shared/contract/shown-document';
import { fail, ok, type Result } from '../../shared/model/failure';
import { columnVersion, type ChosenVersion } from '../../shared/model/column-version';
import { importedDocumentSchema, type ImportedDocument } from '../../shared/model/imported-document';

/** So many are kept, and so much text of them, in UTF-16 units; of more at a time the oldest are forgotten. */
const MOST = 48;
const MOST_TEXT = 20_000_000;

const NO_PICTURES: ReadonlyMap<string, Uint8Array> = new Map();

/** So many bytes of files that a project would keep. */
const MOST_BYTES = 200_000_000;

/**
 * The documents that were read and wait for a person's word, by ids: the window is sent what it shows of them, and says
 * what is to be done with which.
 */
export class ReadDocuments {
  private readonly kept = new Map<string, ImportedDocument>();
  private readonly lengths = new Map<string, number>();
  private readonly files = new Map<string, Uint8Array>();
  private readonly shelves = new Map<string, ReadonlyMap<string, Uint8Array>>();

  constructor(private readonly newId: () => string) {}

  /**
   * Keeps a document that another process has read of somebody's file; throws where it is none.
   *
   * @param bytes the file itself; only kept where a project would keep it
   * @param pictures the pictures in it, by hash
   */
  keep(
    read: ImportedDocument,
    bytes: Uint8Array | null = null,
    pictures: ReadonlyMap<string, Uint8Array> = NO_PICTURES,
  ): ShownDocument {
    const id = this.newId();
    const document = importedDocumentSchema.parse(read);
    this.kept.set(id, document);
    this.lengths.set(id, lengthOf(document));
    if (bytes && document.isKept) this.files.set(id, bytes);
    if (pictures.size > 0) this.shelves.set(id, pictures);
    let length = 0;
    for (const each of this.lengths.values()) length += each;
    for (const [old, its] of this.lengths) {
      const isFew = this.kept.size <= MOST && length <= MOST_TEXT && this.countBytes() <= MOST_BYTES;
      if (old === id || isFew) break;
      this.forget([old]);
      length -= its;
    }
    return showDocument(id, document);
  }

  /** The document of an id as it was read; `documentForgotten` where it is no longer kept. */
  find(id: string): Result<ImportedDocument> {
    const document = this.kept.get(id);
    return document ? ok(document) : fail('documentForgotten');
  }

  /** A version as a person wants it; `documentForgotten` where its document is no longer kept, or never had such a column. */
  findVersion({ id, turned, column }: ChosenDocument): Result<ChosenVersion> {
    const found = this.find(id);
    if (!found.ok) return found;
    const read = found.value;
    const document = column ? columnVersion(read, column)?.document : read;
    if (!document) return fail('documentForgotten');
    const blocks = [...document.blocks];
    for (const index of new Set(turned)) {
      const block = blocks[index];
      if (block) blocks[index] = { ...block, included: !block.included };
    }
    return ok({ source: id, read, column, document: { ...document, blocks } });
  }

  /** The file of a document that a project is to keep; null for any other. */
  file(id: string): Uint8Array | null {
    return this.files.get(id) ?? null;
  }

  /** The pictures of a document, by hash. */
  pictures(id: string): ReadonlyMap<string, Uint8Array> {
    return this.shelves.get(id) ?? NO_PICTURES;
  }

  private countBytes(): number {
    let sum = 0;
    for (const { length } of this.files.values()) sum += length;
    for (const shelf of this.shelves.values()) for (const { length } of shelf.values()) sum += length;
    return sum;
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.kept.delete(id);
      this.lengths.delete(id);
      this.files.delete(id);
      this.shelves.delete(id);
    }
  }

  forgetAll(): void {
    this.kept.clear();
    this.lengths.clear();
    this.files.clear();
    this.shelves.clear();
  }
}

function lengthOf({ blocks }: ImportedDocument): number {
  return blocks.reduce(
    (sum, { block, original, comments }) =>
      sum +
      block.text.length +
      (original?.text.length ?? 0) +
      comments.reduce((all, { text }) => all + text.length, 0),
    0,
  );
}
