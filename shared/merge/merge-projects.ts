import { LANGUAGES, perLanguage, type Language } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import { STATUSES, versionParagraphs, type Cell, type Row, type Status } from '../model/row';
import { arrangeRows } from './arrange-rows';
import { conflictKey } from './conflict-key';
import { mergeDismissals } from './merge-dismissals';
import { canonical, mergeFields, type ReportField } from './merge-fields';
import { mergeFlags } from './merge-flags';
import { mergeReviews } from './merge-review';
import { otherText } from './other-text';
import { mergeContents, type MergedContent } from './merge-contents';
import { isSameText } from '../reconcile/baseline';
import type { MergeChoices } from '../reconcile/merge-choices';
import { settledText } from '../reconcile/suggestions';
import {
  TOLD,
  type FieldConflict,
  type ProjectConflict,
  type RemovedConflict,
  type ToldOf,
} from './project-conflict';
import { shareCuts } from './share-cuts';

export interface ProjectMerge {
  readonly project: Project;
  readonly conflicts: readonly ProjectConflict[];
}

/**
 * Merges reviewers' copies of one project. What one copy changed is taken; where several changed the same, one of
 * them is kept, always the same one, and the conflict reported with what the other had: nothing is lost. Copies are
 * merged in the order of their content, so the order in which they come does not matter.
 *
 * @param base the project the copies were made from
 */
export function mergeProjects(base: Project, copies: readonly Project[]): ProjectMerge {
  const byContent = new Map(copies.map((copy) => [canonical(copy), copy]));
  const ordered = [...byContent].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, copy]) => copy);
  let conflicts: readonly ProjectConflict[] = [];
  let project = ordered[0] ?? base;
  for (const copy of ordered.slice(1)) {
    const found: ProjectConflict[] = [];
    const merged = mergeTwo(base, project, copy, found);
    // The row an earlier conflict is told at may be gone by now.
    const toRow = nearestRow(project.rows, merged.rows);
    const placed = conflicts.map((each) =>
      each.kind === 'removed' ? { ...each, rowId: toRow(each.rowId) } : onGone(each, project, merged, toRow),
    );
    conflicts = [...placed, ...found];
    project = merged;
  }
  return { project, conflicts };
}

/**
 * Merges a copy into the project a person works in, as they decided. What they left open stays as they have it, and is
 * reported with what the copy has.
 *
 * @param base the last state that both have in them
 */
export function mergeInto(
  base: Project,
  ours: Project,
  theirs: Project,
  choices: MergeChoices,
): ProjectMerge {
  const conflicts: ProjectConflict[] = [];
  return { project: mergeTwo(base, ours, theirs, conflicts, choices), conflicts };
}

/** A conflict about the text of a paragraph that a further copy took away is about what was removed. */
function onGone(
  conflict: ProjectConflict,
  { rows }: Project,
  merged: Project,
  toRow: (rowId: string | null) => string | null,
): ProjectConflict {
  if (conflict.kind !== 'text') return conflict;
  const isIt = ([, { id }]: ReturnType<typeof placesIn>[number]) => id === conflict.paragraphId;
  const found = placesIn(rows).find(isIt);
  if (!found || placesIn(merged.rows).some(isIt)) return conflict;
  const [language, paragraph, row] = found;
  const { text, targets } = otherText(conflict);
  const { pending: _, ...plain } = paragraph;
  const other = { ...plain, text: [text, ...targets].join(' '), marks: [] };
  return { kind: 'removed', paragraph: other, language, rowId: toRow(row.id) };
}

/** Finds a row of `before` in `after`: itself, or what is left nearest above it, or the first row there is. */
function nearestRow(before: readonly Row[], after: readonly Row[]): (rowId: string | null) => string | null {
  const left = new Set(after.map(({ id }) => id));
  return (rowId) => {
    const above = before.slice(0, before.findIndex(({ id }) => id === rowId) + 1);
    return above.findLast(({ id }) => left.has(id))?.id ?? after[0]?.id ?? null;
  };
}

/** @param choices of the person ours belongs to; null where nobody is asked and neither copy comes first */
function mergeTwo(
  first: Project,
  copy: Project,
  other: Project,
  conflicts: ProjectConflict[],
  choices: MergeChoices | null = null,
): Project {
  const decided = new Map(choices?.decided.map((each) => [each.key, each]));
  const left = new Set(choices?.left);
  const { base, ours, theirs } = shareCuts({ base: first, ours: copy, theirs: other });
  const reportTo =
    (of: ToldOf, id: string): ReportField =>
    (name, kept, given) => {
      const field = TOLD[of].find((each) => each === name);
      if (!field) return 'kept';
      const conflict: FieldConflict = { kind: 'field', of, id, field, kept, other: given };
      const choice = decided.get(conflictKey(conflict));
      if (!choice) conflicts.push(conflict);
      return choice?.side === 'theirs' ? 'other' : 'kept';
    };
  const arrangement = arrangeRows(base.rows, ours.rows, theirs.rows);
  conflicts.push(...arrangement.conflicts);
  const [was, is, given] = [base, ours, theirs].map(({ rows }) => byId(rows));
  const [oldRows, ownRows, givenRows] = [base, ours, theirs].map(
    ({ rows }) => new Map(rows.map((row) => [row.id, row])),
  );
  const mergeParagraph = (id: string): readonly Paragraph[] => {
    const [b, o, t] = [was?.get(id), is?.get(id), given?.get(id)];
    if (!o || !t) return [o ?? t].flatMap((left) => left ?? []);
    const report = reportTo('paragraph', id);
    const key = conflictKey({ kind: 'text', paragraphId: id, chunks: [] });
    const merged = left.has(id)
      ? { text: o.text, marks: o.marks, pending: o.pending, conflicts: [] }
      : mergeContents(b ?? null, o, t, decided.get(key)?.content ?? undefined);
    for (const chunks of merged.conflicts) conflicts.push({ kind: 'text', paragraphId: id, chunks });
    return [mergeParagraphs(b ?? null, o, t, merged, report)];
  };
  let rows: readonly Row[] = arrangement.rows.map((row): Row => {
    const [b, o, t] = [oldRows?.get(row.id), ownRows?.get(row.id), givenRows?.get(row.id)];
    const cells = perLanguage((language): Cell => {
      const paragraphs = row.cells[language].paragraphs.flatMap(({ id }) => mergeParagraph(id));
      const status = mergeStatus(paragraphs, b?.cells[language], o?.cells[language], t?.cells[language]);
      return { ...row.cells[language], paragraphs, status };
    });
    if (!o || !t) return { ...row, cells };
    const alike = { cells };
    // The program notes how sure it is of a row, and a row is confirmed or not: nobody wrote anything.
    const ignore = () => 'kept' as const;
    return mergeFields(b ? { ...b, ...alike } : null, { ...o, ...alike }, { ...t, ...alike }, ignore);
  });
  const merged = byId(rows);
  for (const copy of [ours, theirs]) {
    const toRow = nearestRow(copy.rows, rows);
    for (const [language, paragraph, row] of placesIn(copy.rows)) {
      const old = was?.get(paragraph.id);
      if (merged.has(paragraph.id) || (old && wordsIn(old) === wordsIn(paragraph))) continue;
      const conflict = { kind: 'removed', paragraph, language, rowId: toRow(row.id) } as const;
      const choice = decided.get(conflictKey(conflict));
      if (!choice) conflicts.push(conflict);
      // As long as nothing is decided, what the person edited stays, and what they removed is told.
      const side = choice?.side ?? (choices ? 'ours' : null);
      if (side !== null && copy === (side === 'ours' ? ours : theirs))
        rows = putBack(rows, copy.rows, conflict);
    }
  }
  const flags = mergeFlags(base, ours, theirs, rows, {
    report: (id) => reportTo('flag', id),
    oursFirst: choices !== null,
  });
  const report = reportTo('project', base.id);
  const dismissals = mergeDismissals(base.dismissals ?? [], ours.dismissals ?? [], theirs.dismissals ?? []);
  const isRead = (language: Language, copy: Project) => isSameVersion(rows, copy.rows, language);
  const review = mergeReviews(base, ours, theirs, { report, isRead });
  const plain = ({ dismissals: _, review: __, ...rest }: Project): Project => ({ ...rest, rows, flags });
  const project = mergeFields(plain(base), plain(ours), plain(theirs), report);
  return { ...project, ...(review && { review }), ...(dismissals.length > 0 && { dismissals }) };
}

/** Rows with a paragraph put back where it stood: after what it followed in its cell, as far as that is there. */
function putBack(
  rows: readonly Row[],
  from: readonly Row[],
  { paragraph, language, rowId }: RemovedConflict,
): readonly Row[] {
  const own = from.find(({ cells }) => cells[language].paragraphs.includes(paragraph));
  const siblings = own?.cells[language].paragraphs ?? [];
  const before = new Set(siblings.slice(0, siblings.indexOf(paragraph)).map(({ id }) => id));
  return rows.map((row) => {
    if (row.id !== rowId) return row;
    const cell = row.cells[language];
    const after = cell.paragraphs.findLastIndex(({ id }) => before.has(id));
    const at = own?.id === rowId ? after + 1 : cell.paragraphs.length;
    const paragraphs = cell.paragraphs.toSpliced(at, 0, paragraph);
    // A cell in which nothing was left has as much done to it as before.
    const status = cell.paragraphs.length === 0 && own ? own.cells[language].status : cell.status;
    return { ...row, cells: { ...row.cells, [language]: { paragraphs, status } } };
  });
}

/** What people wrote in a paragraph and about it. */
function wordsIn(paragraph: Paragraph): string {
  const { text, marks, adapted } = paragraph;
  return canonical({ text, marks, settled: settledText(paragraph), reason: adapted?.reason });
}

/** Whether a version is, to the letter, what it is in other rows. */
function isSameVersion(rows: readonly Row[], others: readonly Row[], language: Language): boolean {
  const [one, other] = [rows, others].map((each) => versionParagraphs(each, language));
  return (
    one?.length === other?.length &&
    (one ?? []).every((paragraph, n) => {
      const there = other?.[n];
      return there?.role === paragraph.role && isSameText(there, paragraph);
    })
  );
}

function byId(rows: readonly Row[]): ReadonlyMap<string, Paragraph> {
  return new Map(placesIn(rows).map(([, paragraph]) => [paragraph.id, paragraph]));
}

/** Every paragraph with where it stands. */
function placesIn(rows: readonly Row[]): readonly (readonly [Language, Paragraph, Row])[] {
  return rows.flatMap((row) =>
    LANGUAGES.flatMap((language) =>
      row.cells[language].paragraphs.map((paragraph) => [language, paragraph, row] as const),
    ),
  );
}

function mergeParagraphs(
  base: Paragraph | null,
  ours: Paragraph,
  theirs: Paragraph,
  { text, marks, pending }: MergedContent,
  report: ReportField,
): Paragraph {
  // While nothing is edited the imported text is the text itself.
  const plain = ({ pending: _, ...paragraph }: Paragraph): Paragraph => ({
    ...paragraph,
    text,
    marks,
    imported: paragraph.imported ?? { text: paragraph.text, marks: paragraph.marks },
  });
  const merged = mergeFields(base && plain(base), plain(ours), plain(theirs), report);
  const { imported } = merged;
  const isAsImported = imported !== null && isSameText(imported, { text, marks });
  return { ...merged, ...(pending && { pending }), imported: isAsImported ? null : imported };
}

/**
 * The status one side changed, or the further of two. Text is signed off only as it was read: when the merged text is
 * not that of a copy with this status, it is open again.
 */
function mergeStatus(
  paragraphs: readonly Paragraph[],
  base: Cell | undefined,
  ours: Cell | undefined,
  theirs: Cell | undefined,
): Status {
  const copies = [ours, theirs].flatMap((cell) => cell ?? []);
  const changed = copies.map(({ status }) => status).filter((each) => each !== base?.status);
  const status = STATUSES.findLast((each) => changed.includes(each)) ?? base?.status ?? 'draft';
  const text = textOf(paragraphs);
  const isRead = copies.some((cell) => cell.status === status && textOf(cell.paragraphs) === text);
  return isRead || status === 'draft' ? status : 'translated';
}

function textOf(paragraphs: readonly Paragraph[]): string {
  return JSON.stringify(paragraphs.map(({ id, text }) => [id, text]));
}
