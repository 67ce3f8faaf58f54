import { fail, ok, type Result } from '../shared/model/failure';
import type { Project } from '../shared/model/project';
import { mergeProjects, type ProjectMerge } from '../shared/reconcile/merge-projects';
import type { HistoryEntry } from './project/history';
import type { ProjectFile } from './project/project-file';

/** Merges another copy of a project into this one. Fails with `copyOfAnother` when it is none. */
export function mergeCopy(ours: ProjectFile, theirs: ProjectFile): Result<ProjectMerge> {
  if (ours.project().id !== theirs.project().id) return fail('copyOfAnother', { path: theirs.path });
  const base = ours.stateAt(lastShared(ours.applied(), theirs.applied()));
  return base.ok ? ok(mergeProjects(base.value, [ours.project(), theirs.project()])) : base;
}

/** The last change both copies have: up to there one is a copy of the other. */
function lastShared(ours: readonly HistoryEntry[], theirs: readonly HistoryEntry[]): number {
  let shared = 0;
  while (isSame(ours[shared], theirs[shared])) shared += 1;
  return shared;
}

function isSame(a: HistoryEntry | undefined, b: HistoryEntry | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.seq === b.seq &&
    a.time === b.time &&
    a.author === b.author &&
    a.label === b.label
  );
}

/** The part of a project that merging copies may change. */
export function mergedParts({ title, rows, flags, review, dismissals }: Project) {
  return { title, rows, flags, ...(review && { review }), ...(dismissals && { dismissals }) };
}
