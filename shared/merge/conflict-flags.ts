import type { Flag } from '../model/flag';
import { LANGUAGES } from '../model/language';
import type { Project } from '../model/project';
import { resultOf } from '../reconcile/merge-result';
import type { ProjectConflict } from './merge-projects';

/** How a flag tells what another copy has: `text` is what stands there, empty when it has nothing. */
export type TellOther = (text: string) => string;

/**
 * Flags on the texts that copies changed each in another way: what was not kept stands in the note, with the text of the
 * other copy as a suggested fix.
 */
export function conflictFlags(
  project: Project,
  conflicts: readonly ProjectConflict[],
  tell: TellOther,
  by: { readonly author: string; readonly time: number },
): readonly Flag[] {
  return conflicts.flatMap((conflict, n): Flag[] => {
    if (conflict.kind === 'removed') return onGap(conflict, n, tell, by);
    if (conflict.kind !== 'text') return [];
    const other = resultOf(
      conflict.chunks,
      conflict.chunks.flatMap(({ kind }) => (kind === 'conflict' ? ['theirs' as const] : [])),
    );
    for (const row of project.rows) {
      for (const language of LANGUAGES) {
        const paragraph = row.cells[language].paragraphs.find(({ id }) => id === conflict.paragraphId);
        if (!paragraph || paragraph.text === other.text) continue;
        const quote = paragraph.text;
        const span = {
          at: 'text',
          language,
          paragraphId: paragraph.id,
          start: 0,
          end: quote.length,
          quote,
        } as const;
        return [
          {
            ...remark(`copy ${by.time} ${n}`, tell(other.text), by),
            spans: [{ ...span, orphaned: false, fix: other.text }],
          },
        ];
      }
    }
    return [];
  });
}

/** A text that one copy edited and another took away, told where it stood. */
function onGap(
  { paragraph, language, rowId }: Extract<ProjectConflict, { kind: 'removed' }>,
  n: number,
  tell: TellOther,
  by: { readonly author: string; readonly time: number },
): Flag[] {
  if (rowId === null) return [];
  const spans = [{ at: 'gap', language, rowId }] as const;
  return [{ ...remark(`copy ${by.time} ${n}`, tell(paragraph.text), by), spans }];
}

function remark(
  id: string,
  note: string,
  { author, time }: { author: string; time: number },
): Omit<Flag, 'spans'> {
  return { id, category: 'accuracy', severity: 'major', note, status: 'open', author, time, thread: [] };
}
