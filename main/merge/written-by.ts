import type { Patch } from '../../shared/patch/project-patch';
import type { Flag } from '../../shared/model/flag';
import { LANGUAGES } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import { canonical } from '../../shared/merge/merge-fields';
import type { Written } from '../../shared/merge/flag-conflicts';
import type { ProjectConflict } from '../../shared/merge/project-conflict';
import type { ProjectFile } from '../project/project-file';

/**
 * Who first wrote what was not kept of each conflict, by the changes the copies do not share: a flag does not know who
 * wrote its present note, nor a project who named it. Null where no history tells.
 *
 * @param since the number of the last change the copies share
 */
export function findWriters(
  files: readonly ProjectFile[],
  since: number,
  conflicts: readonly ProjectConflict[],
): (conflict: ProjectConflict) => Written | null {
  const wanted = new Set(conflicts.map(keyOf));
  const found = new Map<string, Written>();
  for (const file of files) {
    // A damaged history keeps nobody from merging: then it is not known who it was.
    const changes = file.changesSince(since);
    for (const { author, time, patch } of changes.ok ? changes.value : [])
      for (const key of keysIn(patch))
        if (wanted.has(key) && !found.has(key)) found.set(key, { author, time });
  }
  return (conflict) => found.get(keyOf(conflict)) ?? null;
}

function keyOf(conflict: ProjectConflict): string {
  switch (conflict.kind) {
    case 'text':
      return canonical([
        'text',
        conflict.paragraphId,
        conflict.chunks.map(({ theirs }) => theirs.text).join(''),
      ]);
    case 'removed':
      return canonical(['text', conflict.paragraph.id, conflict.paragraph.text]);
    case 'field':
      return canonical([conflict.field, conflict.of === 'project' ? '' : conflict.id, conflict.other]);
    case 'arrangement':
      return '';
  }
}

function* keysIn({ title, review, flags, rows }: Patch): Generator<string> {
  if (title !== undefined) yield canonical(['title', '', title]);
  if (review?.pivot !== undefined) yield canonical(['pivot', '', review.pivot]);
  for (const line of review?.glossary?.split(/\r?\n/) ?? []) yield canonical(['glossary', '', line]);
  for (const flag of flags?.put ?? []) yield* keysOfFlag(flag);
  for (const row of rows?.put ?? [])
    for (const language of LANGUAGES)
      for (const paragraph of row.cells[language].paragraphs) yield* keysOfParagraph(paragraph);
  for (const row of rows?.changed ?? [])
    for (const language of LANGUAGES) {
      const { put = [], changed = [] } = row.cells?.[language]?.paragraphs ?? {};
      for (const paragraph of [...put, ...changed]) yield* keysOfParagraph(paragraph);
    }
}

function* keysOfParagraph({ id, ...fields }: Partial<Paragraph> & Pick<Paragraph, 'id'>): Generator<string> {
  for (const field of ['text', 'role', 'label', 'adapted'] as const)
    yield canonical([field, id, fields[field]]);
}

function* keysOfFlag({ id, spans, ...flag }: Flag): Generator<string> {
  for (const field of ['note', 'status', 'category', 'severity', 'assignee'] as const)
    yield canonical([field, id, flag[field]]);
  for (const span of spans) if (span.at === 'text') yield canonical(['fix', id, span.fix]);
}
