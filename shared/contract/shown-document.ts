import { cutText } from '../model/cut-text';
import { stands, type ImportedDocument } from '../model/imported-document';
import type { Block } from '../model/paragraph';
import { pictureName } from '../model/picture';

/** A paragraph of a document as far as one has to see it to say whether it belongs to the article. */
export interface ShownParagraph extends Pick<Block, 'role' | 'label' | 'text'> {
  /** What a picture is called; absent for words. */
  readonly picture?: string;
  /** Its place among the blocks of the document, from 0. */
  readonly index: number;
  /** Whether it is proposed as part of the article. */
  readonly included: boolean;
}

/** What the window is told of a document that was read: beginnings of its paragraphs. All of it stays in main, under the id. */
export interface ShownDocument extends Pick<
  ImportedDocument,
  'fileName' | 'encoding' | 'language' | 'notices'
> {
  readonly id: string;
  /** What tracked changes deleted is no paragraph, and not to be chosen. */
  readonly paragraphs: readonly ShownParagraph[];
}

/** What is shown of a document that is kept under an id. */
export function showDocument(id: string, document: ImportedDocument): ShownDocument {
  const { fileName, encoding, language, notices, blocks } = document;
  const paragraphs = blocks.flatMap((imported, index) => {
    const { role, label, text, picture } = imported.block;
    const named = picture && { picture: cutText(pictureName(picture)) };
    const shown = { role, label: cutText(label), text: cutText(text), ...named };
    return stands(imported) ? [{ ...shown, index, included: imported.included }] : [];
  });
  return { id, fileName, encoding, language, notices, paragraphs };
}
