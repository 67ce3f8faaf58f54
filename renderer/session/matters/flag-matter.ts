import { findParagraph } from '../../../shared/model/find-paragraph';
import type { Flag } from '../../../shared/model/flag';
import { projectStore } from '../project/project-store';
import type { Matter } from './matter';

/** A flag as a matter: its first place says which row it is in. */
export function flagMatter({ id, spans: [first] }: Flag): Matter {
  const rows = projectStore.getState().project?.rows ?? [];
  const rowId = first?.at === 'gap' ? first.rowId : findParagraph(rows, first?.paragraphId ?? '')?.row.id;
  return { kind: 'flag', rowId: rowId ?? '', flagId: id };
}
