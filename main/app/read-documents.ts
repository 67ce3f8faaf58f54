import { showDocument, type ShownDocument } from '../../shared/contract/shown-document';
import { fail, ok, type Result } from '../../shared/model/failure';
import { importedDocumentSchema, type ImportedDocument } from '../../shared/model/imported-document';

/** So many are kept; of more at a time the oldest are forgotten. */
const MOST = 48;

/**
 * The documents that were read and wait for a person's word, by ids: the window is sent what it shows of them, and says
 * what is to be done with which.
 */
export class ReadDocuments {
  private readonly kept = new Map<string, ImportedDocument>();

  constructor(private readonly newId: () => string) {}

  /** Keeps a document that another process has read of somebody's file; throws where it is none. */
  keep(read: ImportedDocument): ShownDocument {
    const id = this.newId();
    const document = importedDocumentSchema.parse(read);
    this.kept.set(id, document);
    for (const old of this.kept.keys()) if (this.kept.size > MOST) this.kept.delete(old);
    return showDocument(id, document);
  }

  /**
   * The document of an id; `documentForgotten` where it is no longer kept.
   *
   * @param turned places of the blocks of which the person says the other than was proposed
   */
  find(id: string, turned: readonly number[] = []): Result<ImportedDocument> {
    const document = this.kept.get(id);
    if (!document) return fail('documentForgotten');
    if (turned.length === 0) return ok(document);
    const blocks = [...document.blocks];
    for (const index of new Set(turned)) {
      const block = blocks[index];
      if (block) blocks[index] = { ...block, included: !block.included };
    }
    return ok({ ...document, blocks });
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) this.kept.delete(id);
  }

  forgetAll(): void {
    this.kept.clear();
  }
}
