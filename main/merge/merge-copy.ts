import { basename } from 'node:path';
import type { TFunction } from 'i18next';
import { applyCommand } from '../../shared/commands/command';
import { patchBetween, type Patch } from '../../shared/patch/project-patch';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { InterfaceLanguage } from '../../shared/interface/languages';
import type { Project } from '../../shared/model/project';
import {
  flagConflicts,
  type FlaggedConflicts,
  type Telling,
  type Written,
} from '../../shared/merge/flag-conflicts';
import type { CopyPlan } from '../../shared/contract/copy-plan';
import type { MergeChoices } from '../../shared/reconcile/merge-choices';
import { mergeInto, mergeProjects, type ProjectMerge } from '../../shared/merge/merge-projects';
import type { ChangeMark, HistoryEntry } from '../project/history';
import { originalsOf, type PackedOriginal } from '../project/originals';
import { openProjectFile, type ProjectFile } from '../project/project-file';
import { planCopy } from './plan-copy';
import { tellConflict } from './tell-conflict';
import { translator } from '../system/translate';
import { findWriters } from './written-by';

/** How far a project has come: how many of its changes are applied, and the last of them. */
export interface HistoryMark {
  readonly position: number;
  readonly last: HistoryEntry | null;
}

/** Two copies of a project on the disk. */
export interface Copies {
  /** The open one, and how far it has come. */
  readonly ours: { readonly path: string; readonly at: HistoryMark };
  readonly theirs: string;
  readonly by: { readonly author: string; readonly time: number };
  /** The language in which flags and lists tell what both changed. */
  readonly language: InterfaceLanguage;
  /** What the person decided who ours belongs to; null where nobody was asked. */
  readonly choices: MergeChoices | null;
}

/** What merging a copy changes in the open project, and how much both changed each in another way: flags tell it. */
export interface MergedCopy {
  readonly patch: Patch;
  readonly told: number;
  /** How far the copy had come: kept with the change, so that a newer one of it is merged from there. */
  readonly taken: ChangeMark | null;
  /** The files and pictures that only the copy has. */
  readonly files: readonly PackedOriginal[];
}

/**
 * Works out what merging another copy changes, reading both from the disk, so that it can be done in a process of its
 * own. Fails as `withBoth`, `mergeCopy` and `applyCommand` do.
 */
export function mergeCopies(copies: Copies, onProgress: (share: number) => void): Result<MergedCopy> {
  const { by, language, choices } = copies;
  return withBoth(copies, onProgress, (own, copy) => {
    const merged = mergeCopy(own, copy, choices);
    if (!merged.ok) return merged;
    onProgress(0.8);
    const { project, told } = tellMerged(merged.value, [own, copy], by, translator(language));
    const after = applyCommand(own.project(), { type: 'takeMerged', ...mergedParts(project) }, by);
    const { last } = markOf(copy);
    const taken = last && { seq: last.seq, time: last.time, author: last.author, label: last.label };
    const files = originalsOf(project, (hash) =>
      own.packedOriginal(hash) ? null : copy.packedOriginal(hash),
    );
    return after.ok ? ok({ patch: patchBetween(own.project(), after.value), told, taken, files }) : after;
  });
}

/** Works out what merging another copy would do, for a person to look at first. Fails as `withBoth` and `mergeCopy` do. */
export function planCopies(copies: Copies, onProgress: (share: number) => void): Result<CopyPlan> {
  return withBoth(copies, onProgress, (own, copy) => {
    if (own.project().id !== copy.project().id) return fail('copyOfAnother', { path: copy.path });
    const base = lastCommon(own, copy);
    if (!base.ok) return base;
    const since = copy.changesSince(lastShared(own.applied(), copy.applied()));
    onProgress(0.8);
    const people = since.ok ? [...new Set(since.value.map(({ author }) => author))] : [];
    const last = markOf(copy).last?.time ?? null;
    const plan = planCopy(base.value, own.project(), copy.project(), {
      author: copies.by.author,
      t: translator(copies.language),
    });
    return ok({ ...plan, fileName: basename(copies.theirs), people, last });
  });
}

/**
 * Does something with both copies. Fails with `mergeOutdated` when the open project is not, or not any more, as it was
 * said to be, and as `openProjectFile` does.
 */
function withBoth<T>(
  { ours, theirs }: Copies,
  onProgress: (share: number) => void,
  work: (own: ProjectFile, copy: ProjectFile) => Result<T>,
): Result<T> {
  return withProject(ours.path, (own) => {
    onProgress(0.2);
    const at = markOf(own);
    if (at.position !== ours.at.position || (at.last && !isSame(at.last, ours.at.last ?? undefined)))
      return fail('mergeOutdated');
    return withProject(theirs, (copy) => {
      onProgress(0.4);
      return work(own, copy);
    });
  });
}

/** A merged project in which flags tell what was not kept, and who wrote that where the copies know. */
export function tellMerged(
  { project, conflicts }: ProjectMerge,
  copies: readonly [ProjectFile, ProjectFile],
  by: Written,
  t: TFunction,
): FlaggedConflicts {
  const [ours, theirs] = copies;
  const writtenBy = findWriters(copies, lastShared(ours.applied(), theirs.applied()), conflicts);
  const tell: Telling['tell'] = (conflict, written) => tellConflict(conflict, written, t);
  return flagConflicts(project, conflicts, { tell, writtenBy, by });
}

/** How far a project has come. */
export function markOf(file: ProjectFile): HistoryMark {
  const { position, undo } = file.history();
  return { position, last: undo };
}

function withProject<T>(path: string, work: (file: ProjectFile) => Result<T>): Result<T> {
  const opened = openProjectFile(path, { readOnly: true });
  if (!opened.ok) return opened;
  try {
    return work(opened.value);
  } finally {
    opened.value.close();
  }
}

/**
 * Merges another copy of a project into this one, as the person decided who this one belongs to; where nobody was asked,
 * in either direction alike. Fails with `copyOfAnother` when it is none.
 */
export function mergeCopy(
  ours: ProjectFile,
  theirs: ProjectFile,
  choices: MergeChoices | null = null,
): Result<ProjectMerge> {
  if (ours.project().id !== theirs.project().id) return fail('copyOfAnother', { path: theirs.path });
  const base = lastCommon(ours, theirs);
  if (!base.ok) return base;
  return ok(
    choices
      ? mergeInto(base.value, ours.project(), theirs.project(), choices)
      : mergeProjects(base.value, [ours.project(), theirs.project()]),
  );
}

/**
 * The last state both have in them: of one that was merged into the other already, the state that was taken then. From
 * an earlier one what was decided since would be asked again.
 */
function lastCommon(ours: ProjectFile, theirs: ProjectFile): Result<Project> {
  const shared = lastShared(ours.applied(), theirs.applied());
  const merges = [...mergesOf(theirs, ours, shared), ...mergesOf(ours, theirs, shared)];
  const [latest] = merges.sort((a, b) => b.time - a.time || b.at - a.at);
  return latest ? latest.copy.stateAt(latest.seq) : ours.stateAt(shared);
}

/** When a copy was merged into the other after what both share, and which of its changes was the last then. */
function mergesOf(copy: ProjectFile, into: ProjectFile, shared: number) {
  const applied = copy.applied();
  return into
    .merges()
    .filter(({ seq, taken }) => seq > shared && taken.seq > shared && isSame(applied[taken.seq - 1], taken))
    .map(({ seq, time, taken }) => ({ time, at: seq, copy, seq: taken.seq }));
}

/** The last change both copies have: up to there one is a copy of the other. */
function lastShared(ours: readonly HistoryEntry[], theirs: readonly HistoryEntry[]): number {
  let shared = 0;
  while (isSame(ours[shared], theirs[shared])) shared += 1;
  return shared;
}

function isSame(a: ChangeMark | undefined, b: ChangeMark | undefined): boolean {
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
