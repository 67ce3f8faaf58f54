import { z } from 'zod';
import { replaceSpans } from '../diff/replace-spans';
import {
  flagsInOrder,
  flagIdSchema,
  flagSchema,
  type FlagSpan,
  flagStatusSchema,
  severitySchema,
  type Flag,
} from '../model/flag';
import { isCategory } from '../mqm/typology';
import type { Project } from '../model/project';
import { editParagraph } from './edit-paragraph';
import { findParagraph, findRowIndex, type ChangeContext } from './change';

const content = { category: z.string(), severity: severitySchema, note: z.string() };

/** Raises a flag; author and time are those of the change. */
export const addFlagSchema = z
  .object({
    type: z.literal('addFlag'),
    flagId: flagIdSchema,
    spans: flagSchema.unwrap().shape.spans,
    ...content,
  })
  .readonly();

export function addFlag(
  project: Project,
  command: z.infer<typeof addFlagSchema>,
  context: ChangeContext,
): Project | null {
  const { flagId: id, spans, category, severity, note } = command;
  const taken = project.flags.some((flag) => flag.id === id);
  if (taken || !isCategory(category) || !spans.every((span) => isInside(project, span))) return null;
  const flag: Flag = { id, spans, category, severity, note, status: 'open', ...context, thread: [] };
  return { ...project, flags: flagsInOrder([...project.flags, flag]) };
}

/** Changes what a flag says or where it points. */
export const editFlagSchema = z
  .object({
    type: z.literal('editFlag'),
    flagId: flagIdSchema,
    spans: flagSchema.unwrap().shape.spans,
    ...content,
  })
  .readonly();

export function editFlag(project: Project, command: z.infer<typeof editFlagSchema>): Project | null {
  const { flagId, spans, category, severity, note } = command;
  if (!isCategory(category) || !spans.every((span) => isInside(project, span))) return null;
  return changeFlag(project, flagId, (flag) => ({ ...flag, spans, category, severity, note }));
}

/** Takes a flag away altogether; resolving or dismissing keeps it. */
export const removeFlagSchema = z.object({ type: z.literal('removeFlag'), flagId: flagIdSchema }).readonly();

export function removeFlag(project: Project, command: z.infer<typeof removeFlagSchema>): Project | null {
  const flags = project.flags.filter((flag) => flag.id !== command.flagId);
  return flags.length < project.flags.length ? { ...project, flags } : null;
}

/** Resolves, dismisses or reopens a flag. */
export const setFlagStatusSchema = z
  .object({ type: z.literal('setFlagStatus'), flagId: flagIdSchema, status: flagStatusSchema })
  .readonly();

export function setFlagStatus(
  project: Project,
  command: z.infer<typeof setFlagStatusSchema>,
): Project | null {
  const { flagId, status } = command;
  return changeFlag(project, flagId, (flag) => (flag.status === status ? flag : { ...flag, status }));
}

/** Gives a flag to somebody to see to, or to nobody. */
export const assignFlagSchema = z
  .object({
    type: z.literal('assignFlag'),
    flagId: flagIdSchema,
    assignee: z.string().trim().min(1).max(80).nullable(),
  })
  .readonly();

export function assignFlag(project: Project, command: z.infer<typeof assignFlagSchema>): Project | null {
  return changeFlag(project, command.flagId, (flag) => {
    const { assignee, ...rest } = flag;
    if ((assignee ?? null) === command.assignee) return flag;
    return command.assignee === null ? rest : { ...rest, assignee: command.assignee };
  });
}

/** Adds a remark to a flag's thread. */
export const commentFlagSchema = z
  .object({
    type: z.literal('commentFlag'),
    flagId: flagIdSchema,
    commentId: z.string().min(1),
    text: z.string().min(1),
  })
  .readonly();

export function commentFlag(
  project: Project,
  command: z.infer<typeof commentFlagSchema>,
  context: ChangeContext,
): Project | null {
  const { flagId, commentId: id, text } = command;
  const comment = { id, text, ...context };
  return changeFlag(project, flagId, (flag) =>
    flag.thread.some((other) => other.id === id) ? null : { ...flag, thread: [...flag.thread, comment] },
  );
}

/** Puts a flag's suggested texts in place of its spans and resolves the flag. */
export const applyFixSchema = z.object({ type: z.literal('applyFix'), flagId: flagIdSchema }).readonly();

export function applyFix(
  project: Project,
  command: z.infer<typeof applyFixSchema>,
  context: ChangeContext,
): Project | null {
  let changed = project;
  const fixes = project.flags.find((flag) => flag.id === command.flagId)?.spans ?? [];
  let applied = 0;
  for (const [index] of fixes.entries()) {
    // An earlier fix may have moved the later spans: read them afresh.
    const span = changed.flags.find((flag) => flag.id === command.flagId)?.spans[index];
    if (span?.at !== 'text' || span.fix === null || span.orphaned) continue;
    const place = findParagraph(changed, span.paragraphId);
    if (!place) continue;
    const { paragraphId, start, end, fix } = span;
    const content = replaceSpans(place.paragraph, [{ start, end, text: fix }]);
    changed = editParagraph(changed, { type: 'editParagraph', paragraphId, content }, context) ?? changed;
    applied += 1;
  }
  if (applied === 0) return null;
  return changeFlag(changed, command.flagId, (flag) => ({ ...flag, status: 'resolved' }));
}

function changeFlag(project: Project, flagId: string, change: (flag: Flag) => Flag | null): Project | null {
  const index = project.flags.findIndex((flag) => flag.id === flagId);
  const flag = project.flags[index];
  const changed = flag && change(flag);
  if (!changed) return null;
  return changed === flag ? project : { ...project, flags: project.flags.with(index, changed) };
}

function isInside(project: Project, span: FlagSpan): boolean {
  if (span.at === 'gap') return findRowIndex(project, span.rowId) !== -1;
  const place = findParagraph(project, span.paragraphId);
  return (
    place !== null &&
    place.language === span.language &&
    span.start <= span.end &&
    span.end <= place.paragraph.text.length
  );
}
