import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { TFunction } from 'i18next';
import { inOrder } from '../../shared/commands/change';
import { fail, ok, type Result } from '../../shared/model/failure';
import { LANGUAGES } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import { conflictFlags } from '../../shared/merge/conflict-flags';
import { mergeProjects, type ProjectConflict } from '../../shared/merge/merge-projects';
import { resultOf } from '../../shared/reconcile/merge-result';
import { createProjectFile, openProjectFile } from '../project/project-file';
import type { MergeRequest } from './request';

/** What a command prints, and its exit code where that is not 0. */
export interface Told {
  readonly text: string;
  readonly code: number;
}

/** The exit code when something is left for a person to decide. */
const CONFLICTS = 1;

/**
 * Merges two copies of a project into a new one and lists what both changed each in another way. The texts that were
 * not kept are in the new project as flags, as they are after merging in the window.
 */
export function mergeCopies(request: MergeRequest, t: TFunction): Result<Told> {
  const { out, json } = request;
  if (existsSync(out)) return fail('projectExists', { path: out });
  const read: Project[] = [];
  for (const path of [request.base, request.ours, request.theirs]) {
    const opened = openProjectFile(path, { readOnly: true });
    if (!opened.ok) return opened;
    const project = opened.value.project();
    opened.value.close();
    if (read[0] && read[0].id !== project.id) return fail('copyOfAnother', { path });
    read.push(project);
  }
  const [base, ...copies] = read;
  if (!base) return fail('usage', {});
  const { project, conflicts } = mergeProjects(base, copies);
  const by = { author: userInfo().username, time: Date.now() };
  const flags = conflictFlags(project, conflicts, (text) => t('copy.other', { text }), by);
  const created = createProjectFile(out, { ...project, flags: inOrder([...project.flags, ...flags]) });
  if (!created.ok) return created;
  created.value.close();
  const told = conflicts.map((conflict) => describe(project, conflict));
  const text = json
    ? JSON.stringify({ conflicts: told })
    : [
        ...told.map(({ kind, row, kept, other }) =>
          t('cli.line.conflict', { kind: t(`cli.conflict.${kind}`), row, kept, other }),
        ),
        t('cli.line.written', { path: out }),
      ].join('\n');
  return ok({ text, code: conflicts.length > 0 ? CONFLICTS : 0 });
}

/** A conflict as plain words: `row` counts from 1, 0 where it is about no row. */
function describe(project: Project, conflict: ProjectConflict) {
  switch (conflict.kind) {
    case 'text': {
      const picks = conflict.chunks.flatMap(({ kind }) => (kind === 'conflict' ? ['theirs' as const] : []));
      return {
        kind: conflict.kind,
        row: rowNumber(project, conflict.paragraphId),
        kept: resultOf(conflict.chunks).text,
        other: resultOf(conflict.chunks, picks).text,
      };
    }
    case 'removed':
      return {
        kind: conflict.kind,
        row: rowNumber(project, conflict.rowId ?? ''),
        kept: '',
        other: conflict.paragraph.text,
      };
    case 'field':
      return {
        kind: conflict.kind,
        row: rowNumber(project, conflict.id),
        kept: `${conflict.field}: ${JSON.stringify(conflict.kept)}`,
        other: JSON.stringify(conflict.other),
      };
    case 'arrangement':
      return { kind: conflict.kind, row: 0, kept: idsOf(conflict.kept), other: idsOf(conflict.other) };
  }
}

function idsOf(rows: readonly { readonly id: string }[]): string {
  return rows.map(({ id }) => id).join(', ');
}

function rowNumber(project: Project, id: string): number {
  return (
    project.rows.findIndex(
      (row) =>
        row.id === id ||
        LANGUAGES.some((language) => row.cells[language].paragraphs.some((each) => each.id === id)),
    ) + 1
  );
}
