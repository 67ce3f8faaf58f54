import { z } from 'zod';
import { timeSchema } from '../../shared/model/time';
import type { ProjectFile } from '../project/project-file';

/** Up to which change a person had the project before them. */
const placeLeftSchema = z
  .object({
    author: z.string(),
    /** The number of the change, 0 before the first. */
    seq: z.int().nonnegative(),
    /** When that change was made, ms since 1970: after an undo another change may bear its number. */
    time: timeSchema,
  })
  .readonly();

const viewSchema = z
  .object({
    /** The row that was selected last. */
    selectedRowId: z.string().nullable().catch(null),
    sessions: z.array(placeLeftSchema).readonly().catch([]),
  })
  .readonly()
  .catch({ selectedRowId: null, sessions: [] });

/** What a project remembers of its window, outside the history. */
export type View = z.infer<typeof viewSchema>;

export function readView(file: ProjectFile): View {
  return viewSchema.parse(file.readView());
}

/** The view with a row selected and, by that, the present state seen by this person. */
export function seenBy(author: string, selectedRowId: string, { sessions }: View, file: ProjectFile): View {
  const { undo, position } = file.history();
  const left = { author, seq: position, time: undo?.time ?? 0 };
  return { selectedRowId, sessions: [...sessions.filter((each) => each.author !== author), left] };
}

/**
 * The number of the last change in a person's last session: the last they saw or, where that is not known, the last
 * they made. 0 for a person who has not worked on the project.
 */
export function endOfLastSession(author: string, { sessions }: View, file: ProjectFile): number {
  const left = sessions.find((each) => each.author === author);
  const { position } = file.history();
  const still = left && left.seq <= position && left.time === (file.entry(left.seq)?.time ?? 0);
  return Math.max(file.lastChangeBy(author), still ? left.seq : 0);
}
