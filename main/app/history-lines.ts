import type { HistoryLine } from '../../shared/contract/channels';
import { changedTexts, describeChange, type RecordedChange } from '../../shared/reconcile/describe-change';
import type { Row } from '../../shared/model/row';
import type { ToldEntry } from '../project/revisions';

/**
 * The lines a person reads, newest first: what was typed in one go is one line.
 *
 * @param rows those of now, by whose words a person knows a row of which a change holds none
 */
export function historyLines(told: readonly ToldEntry[], rows: readonly Row[]): readonly HistoryLine[] {
  const now = new Map(rows.map((row) => [row.id, row]));
  const lines: ToldEntry[] = [];
  for (const earlier of told) {
    const later = lines.at(-1);
    const joined = later && joinEdits(earlier, later);
    if (joined) lines[lines.length - 1] = joined;
    else lines.push(earlier);
  }
  return lines.map(({ entry, change }) => {
    const { seq, label, author, time, undone } = entry;
    return { seq, label, author, time, undone, place: change && describeChange(change, (id) => now.get(id)) };
  });
}

/** One entry for two edits of one paragraph that are undone together; null where they are not that. */
function joinEdits(earlier: ToldEntry, later: ToldEntry): ToldEntry | null {
  const { group, label } = later.entry;
  if (group === null || earlier.entry.group !== group || earlier.entry.label !== label) return null;
  if (!earlier.change || !later.change) return null;
  const paragraphId = onlyText(later.change);
  if (paragraphId === null || onlyText(earlier.change) !== paragraphId) return null;
  return { entry: later.entry, change: { ...later.change, before: earlier.change.before } };
}

/** The one paragraph whose text a change altered; null where there is none or several. */
function onlyText(change: RecordedChange): string | null {
  const [step, ...others] = changedTexts(change);
  return step && others.length === 0 ? step.paragraphId : null;
}
