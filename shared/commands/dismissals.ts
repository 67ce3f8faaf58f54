import { z } from 'zod';
import { dismissalReasonSchema, dismissalsInOrder, type Dismissal } from '../model/dismissal';
import type { Project } from '../model/project';
import type { ChangeContext } from './change';

/** Says that a finding is none, and why; author and time are those of the change. */
export const dismissFindingSchema = z
  .object({
    type: z.literal('dismissFinding'),
    key: z.string().min(1),
    reason: dismissalReasonSchema,
    note: z.string(),
  })
  .readonly();

export function dismissFinding(
  project: Project,
  { key, reason, note }: z.infer<typeof dismissFindingSchema>,
  context: ChangeContext,
): Project {
  const before = project.dismissals?.find((each) => each.key === key);
  if (before?.reason === reason && before.note === note) return project;
  const others = (project.dismissals ?? []).filter((each) => each !== before);
  return withDismissals(project, [...others, { key, reason, note, ...context }]);
}

/** Takes a dismissal back: the finding is shown again. */
export const restoreFindingSchema = z
  .object({ type: z.literal('restoreFinding'), key: z.string().min(1) })
  .readonly();

export function restoreFinding(
  project: Project,
  { key }: z.infer<typeof restoreFindingSchema>,
): Project | null {
  const left = (project.dismissals ?? []).filter((each) => each.key !== key);
  return left.length === (project.dismissals ?? []).length ? null : withDismissals(project, left);
}

/** The project with these dismissals and no others. */
export function withDismissals(project: Project, dismissals: readonly Dismissal[]): Project {
  const { dismissals: _, ...rest } = project;
  return dismissals.length > 0 ? { ...rest, dismissals: dismissalsInOrder(dismissals) } : rest;
}
