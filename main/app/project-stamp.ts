import { randomUUID } from 'node:crypto';
import type { Project } from '../../shared/model/project';

const stamps = new WeakMap<Project, string>();

/**
 * A name for a state of a project, by which what was worked out of it can say what it is about. A change makes another
 * state, and so does opening the project again.
 */
export function stampOfProject(project: Project): string {
  const known = stamps.get(project);
  if (known !== undefined) return known;
  const stamp = randomUUID();
  stamps.set(project, stamp);
  return stamp;
}
