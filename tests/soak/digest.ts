import { createHash } from 'node:crypto';
import type { Project } from '../../shared/model/project';

/** A short name for a state of a project: two that say the same have the same. */
export function digestOf(project: Project): string {
  return createHash('sha1')
    .update(JSON.stringify(sorted(project)))
    .digest('hex')
    .slice(0, 16);
}

/** The same value with the keys of all objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, sorted(held)]),
  );
}
