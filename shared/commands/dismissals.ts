import { dismissalsInOrder, type Dismissal } from '../model/dismissal';
import type { Project } from '../model/project';

/** The project with these dismissals and no others. */
export function withDismissals(project: Project, dismissals: readonly Dismissal[]): Project {
  const { dismissals: _, ...rest } = project;
  return dismissals.length > 0 ? { ...rest, dismissals: dismissalsInOrder(dismissals) } : rest;
}
