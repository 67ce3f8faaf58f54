import { LANGUAGES } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import { projectStore } from './project-store';

/** A paragraph as it stands in the project now; null when there is none such. */
export function paragraphNow(paragraphId: string): Paragraph | null {
  for (const { cells } of projectStore.getState().project?.rows ?? []) {
    for (const language of LANGUAGES) {
      const found = cells[language].paragraphs.find(({ id }) => id === paragraphId);
      if (found) return found;
    }
  }
  return null;
}

/** The present text of a paragraph; empty when there is none such. */
export function textOf(paragraphId: string): string {
  return paragraphNow(paragraphId)?.text ?? '';
}
