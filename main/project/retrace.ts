import { applyPatch, isEmptyPatch, type Patch } from '../../shared/patch/project-patch';
import { ok, type Result } from '../../shared/model/failure';
import type { Project } from '../../shared/model/project';
import { standsTwice } from '../../shared/model/row';
import { isSameJson } from '../../shared/model/same-json';
import { damaged } from './stored';

/** A step of the history as the file has it: the patch that is to be applied, and the one that takes it back. */
export interface RecordedStep {
  readonly seq: number;
  readonly there: Patch;
  readonly back: Patch;
}

/**
 * The project after some steps of the history, to be applied in order. A file may come from anybody, and its history
 * say that undoing one letter leaves an empty article. So each step is believed only if it leaves an article in which
 * everything stands once, and its other direction leads from there to exactly what is there now: what an undo takes away
 * a redo brings back. Fails with `projectDamaged`.
 */
export function retrace(project: Project, steps: readonly RecordedStep[], path: string): Result<Project> {
  let now = project;
  for (const { seq, there, back } of steps) {
    const after = applyPatch(now, there);
    if (standsTwice(after.rows)) return damaged(path, `history ${seq} gives a row twice`);
    if (isEmptyPatch(there) !== isEmptyPatch(back) || !isSameJson(applyPatch(after, back), now))
      return damaged(path, `history ${seq} leads to one state and from another`);
    now = after;
  }
  return ok(now);
}
