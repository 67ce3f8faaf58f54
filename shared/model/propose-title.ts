import type { Block } from './paragraph';

/** A document as far as a name can be found in it: the paragraphs that belong to the article. */
export interface Nameable {
  readonly fileName: string;
  readonly paragraphs: readonly Pick<Block, 'role' | 'text'>[];
}

/** A name for the project of some documents, in one line: a title or heading, else a file name, else the first words. */
export function proposeTitle(documents: readonly Nameable[]): string {
  for (const role of ['title', 'heading1', 'heading2']) {
    for (const { paragraphs } of documents) {
      const found = paragraphs.find((paragraph) => paragraph.role === role);
      if (found) return found.text.replaceAll('\n', ' ');
    }
  }
  const start = documents[0]?.paragraphs[0]?.text ?? '';
  return documents[0]?.fileName.replace(/\.[^.]+$/, '') || start.slice(0, 60).replaceAll('\n', ' ');
}
