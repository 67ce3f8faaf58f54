import type { Block, Role } from './paragraph';

/** A document as far as a name can be found in it: the paragraphs that belong to the article. */
export interface Nameable {
  readonly fileName: string;
  readonly paragraphs: readonly Pick<Block, 'role' | 'text'>[];
}

/** A page calls its headline a title where Word calls it a heading; what is only a part of an article comes last. */
const HEADLINES: readonly ReadonlySet<Role>[] = [new Set(['title', 'heading1']), new Set(['heading2'])];

/** Whether a paragraph is a headline of an article, and not of a part of it. */
export function isHeadline({ role }: Pick<Block, 'role'>): boolean {
  return HEADLINES[0]?.has(role) ?? false;
}

/** A name for the project of some documents, in one line: a headline of the first that has one, else a file name, else the first words. */
export function proposeTitle(documents: readonly Nameable[]): string {
  for (const roles of HEADLINES) {
    for (const { paragraphs } of documents) {
      const found = paragraphs.find(({ role }) => roles.has(role));
      if (found) return found.text.replaceAll('\n', ' ');
    }
  }
  const start = documents[0]?.paragraphs[0]?.text ?? '';
  return documents[0]?.fileName.replace(/\.[^.]+$/, '') || start.slice(0, 60).replaceAll('\n', ' ');
}
