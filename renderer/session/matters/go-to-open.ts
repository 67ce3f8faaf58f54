import { findParagraph } from '../../../shared/model/find-paragraph';
import { suggestionsIn } from '../../../shared/reconcile/suggestions';
import type { Matter } from './matter';
import { goToMatter } from './show-matter';
import type { OpenThing } from './open-things';
import { projectStore } from '../project/project-store';

/** Goes to something that is open and shows its card. */
export function goToOpen(thing: OpenThing): void {
  const matter = matterOf(thing);
  if (matter) goToMatter(matter, 'open');
}

/** What asks for an eye there; null where its text is gone. */
function matterOf(thing: OpenThing): Matter | null {
  const rowOf = (paragraphId: string) =>
    findParagraph(projectStore.getState().project?.rows ?? [], paragraphId)?.row;
  switch (thing.kind) {
    case 'finding':
      return { kind: 'finding', rowId: thing.finding.rowId, key: thing.finding.key };
    case 'flag': {
      const [first] = thing.flag.spans;
      const rowId = first?.at === 'gap' ? first.rowId : rowOf(first?.paragraphId ?? '')?.id;
      return rowId === undefined ? null : { kind: 'flag', rowId, flagId: thing.flag.id };
    }
    case 'suggestion': {
      const { language, paragraphId } = thing;
      const row = rowOf(paragraphId);
      const paragraph = row?.cells[language].paragraphs.find(({ id }) => id === paragraphId);
      const [first] = paragraph ? suggestionsIn(paragraph) : [];
      return row && first
        ? { kind: 'change', rowId: row.id, language, paragraphId, at: first.after.start }
        : null;
    }
    case 'stale':
      return thing;
  }
}
