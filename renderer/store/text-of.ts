import { LANGUAGES } from '../../shared/model/language';
import { useProjectStore } from './project-store';

/** The present text of a paragraph; empty when there is none such. */
export function textOf(paragraphId: string): string {
  for (const { cells } of useProjectStore.getState().project?.rows ?? []) {
    for (const language of LANGUAGES) {
      const found = cells[language].paragraphs.find(({ id }) => id === paragraphId);
      if (found) return found.text;
    }
  }
  return '';
}
