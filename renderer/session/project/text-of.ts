import { findParagraph } from '../../../shared/model/find-paragraph';
import type { Paragraph } from '../../../shared/model/paragraph';
import { raiseNotes } from '../../../shared/text/raise-notes';
import { projectStore } from './project-store';

/** A paragraph as it stands in the project now; null when there is none such. */
export function paragraphNow(paragraphId: string): Paragraph | null {
  const { project } = projectStore.getState();
  return (project && findParagraph(project.rows, paragraphId)?.paragraph) ?? null;
}

/** The present text of a paragraph; empty when there is none such. */
export function textOf(paragraphId: string): string {
  return paragraphNow(paragraphId)?.text ?? '';
}

/** The same to be shown as plain characters, with the numbers of footnotes raised; offsets stay as they are. */
export function shownTextOf(paragraphId: string): string {
  const paragraph = paragraphNow(paragraphId);
  return paragraph ? raiseNotes(paragraph) : '';
}
