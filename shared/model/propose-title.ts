import { hasText, type ImportedDocument } from './imported-document';

/** A name for the project of some documents: a title or heading, else a file name, else the first words. */
export function proposeTitle(documents: readonly ImportedDocument[]): string {
  const articles = documents.map(({ blocks }) => blocks.filter((block) => block.included && hasText(block)));
  for (const role of ['title', 'heading1', 'heading2']) {
    for (const blocks of articles) {
      const found = blocks.find(({ block }) => block.role === role);
      if (found) return found.block.text;
    }
  }
  const start = articles[0]?.[0]?.block.text ?? '';
  return documents[0]?.fileName.replace(/\.[^.]+$/, '') || start.slice(0, 60);
}
