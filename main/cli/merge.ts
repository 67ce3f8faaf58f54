import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { TFunction } from 'i18next';
import { fail, ok, type Result } from '../../shared/model/failure';
import { findParagraph } from '../../shared/model/find-paragraph';
import type { Project } from '../../shared/model/project';
import { mergeProjects } from '../../shared/merge/merge-projects';
import type { FieldConflict, ProjectConflict } from '../../shared/merge/project-conflict';
import { otherText } from '../../shared/merge/other-text';
import { resultOf } from '../../shared/reconcile/merge-result';
import { tellMerged } from '../merge/merge-copy';
import { originalsOf } from '../project/originals';
import { createProjectFile, openProjectFile, type ProjectFile } from '../project/project-file';
import { rowWords, valueWords } from '../merge/tell-conflict';
import type { MergeRequest } from './request';

/** What a command prints, and its exit code where that is not 0. */
export interface Told {
  readonly text: string;
  readonly code: number;
}

/** The exit code when something is left for a person to decide. */
const CONFLICTS = 1;

/**
 * Merges two copies of a project into a new one and lists what both changed each in another way. What was not kept is in
 * the new project as flags, as it is after merging in the window.
 */
export function mergeCopies(request: MergeRequest, t: TFunction): Result<Told> {
  const { out, json } = request;
  if (existsSync(out)) return fail('projectExists', { path: out });
  return withProjects([request.base, request.ours, request.theirs], ([base, ours, theirs]) => {
    if (!base || !ours || !theirs) return fail('usage', {});
    const stranger = [ours, theirs].find((copy) => copy.project().id !== base.project().id);
    if (stranger) return fail('copyOfAnother', { path: stranger.path });
    const merged = mergeProjects(base.project(), [ours.project(), theirs.project()]);
    const by = { author: userInfo().username, time: Date.now() };
    const { project } = tellMerged(merged, [ours, theirs], by, t);
    const originals = originalsOf(
      project,
      (hash) => ours.packedOriginal(hash) ?? theirs.packedOriginal(hash) ?? base.packedOriginal(hash),
    );
    const created = createProjectFile(out, project, null, originals);
    if (!created.ok) return created;
    created.value.close();
    const told = merged.conflicts.map((conflict) => describe(merged.project, conflict, t));
    const lines = told.map((each) =>
      t(each.row === 0 ? 'cli.line.conflictAtLarge' : 'cli.line.conflict', each),
    );
    const text = json
      ? JSON.stringify({ conflicts: told.map((each, n) => ({ ...each, kind: merged.conflicts[n]?.kind })) })
      : [...lines, t('cli.line.written', { path: out })].join('\n');
    return ok({ text, code: told.length > 0 ? CONFLICTS : 0 });
  });
}

/** Opens projects for reading as long as something is done with them. */
function withProjects<T>(
  paths: readonly string[],
  work: (files: readonly ProjectFile[]) => Result<T>,
): Result<T> {
  const files: ProjectFile[] = [];
  try {
    for (const path of paths) {
      const opened = openProjectFile(path, { readOnly: true });
      if (!opened.ok) return opened;
      files.push(opened.value);
    }
    return work(files);
  } finally {
    for (const file of files) file.close();
  }
}

/** A conflict as plain words: `row` counts from 1, 0 where it is about no row. */
function describe(project: Project, conflict: ProjectConflict, t: TFunction) {
  switch (conflict.kind) {
    case 'text': {
      const { text, targets } = otherText(conflict);
      return {
        kind: t('cli.conflict.text'),
        row: rowNumber(project, conflict.paragraphId),
        kept: resultOf(conflict.chunks).text,
        other: [text, ...targets].join(' '),
      };
    }
    case 'removed':
      return {
        kind: t('cli.conflict.removed'),
        row: rowNumber(project, conflict.rowId ?? ''),
        kept: '',
        other: conflict.paragraph.text,
      };
    case 'field':
      return {
        kind: t(`copy.fields.${conflict.field}`),
        row: rowNumber(project, placeOf(project, conflict)),
        kept: valueWords(conflict, 'kept', t),
        other: valueWords(conflict, 'other', t),
      };
    case 'arrangement': {
      const row = rowNumber(project, conflict.kept[0]?.id ?? '');
      const kept = rowWords(conflict.kept, Math.max(0, row - 1), t);
      const other = rowWords(conflict.other, conflict.otherAt, t);
      return { kind: t('cli.conflict.arrangement'), row, kept, other };
    }
  }
}

/** The paragraph or row a field is about; '' for the project as a whole. */
function placeOf({ flags }: Project, { of, id }: FieldConflict): string {
  if (of !== 'flag') return of === 'paragraph' ? id : '';
  const span = flags.find((flag) => flag.id === id)?.spans[0];
  return (span?.at === 'gap' ? span.rowId : span?.paragraphId) ?? '';
}

function rowNumber(project: Project, id: string): number {
  const index = findParagraph(project.rows, id)?.rowIndex ?? project.rows.findIndex((row) => row.id === id);
  return index + 1;
}
