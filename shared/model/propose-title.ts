import type { ImportedDocument } from './imported-document';

/** A name for the project of some documents: a title or heading, else a file name, else the first words. */
export function proposeTitle(documents: readonly ImportedDocument[]): string {
  for (const role of ['title', 'heading1', 'heading2']) {
    for (const document of documents) {
      const found = document.blocks.find(({ block, included }) => included && block.role === role);
      if (found) return found.block.text;
    }
  }
  const [first] = documents;
  const start = first?.blocks.find(({ included }) => included)?.block.text ?? '';
  return first?.fileName.replace(/\.[^.]+$/, '') || start.slice(0, 60);
}
