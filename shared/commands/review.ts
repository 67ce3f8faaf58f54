import { z } from 'zod';
import { idSchema } from '../model/id';
import { LANGUAGES, languageSchema, type Language } from '../model/language';
import { NO_REVIEW, snapshotsInOrder, type Project, type Review } from '../model/project';
import { versionParagraphs, type Row } from '../model/row';
import { carrySpans } from './edit-paragraph';
import { findParagraph, type ChangeContext } from './change';

/** Signs a version off in the name of whoever does it, or takes that back. Every text of it must be agreed. */
export const signOffSchema = z
  .object({ type: z.literal('signOff'), language: languageSchema, signed: z.boolean() })
  .readonly();

export function signOff(
  project: Project,
  { language, signed }: z.infer<typeof signOffSchema>,
  { author, time }: ChangeContext,
): Project | null {
  if (signed && !isAgreed(project.rows, language)) return null;
  const review = project.review ?? NO_REVIEW;
  if (!signed && !review.signOffs[language]) return project;
  return withReview(project, {
    signOffs: { ...review.signOffs, [language]: signed ? { name: author, time } : null },
  });
}

/** Whether every text of a version is agreed and nothing in it waits for a decision. */
export function isAgreed(rows: readonly Row[], language: Language): boolean {
  const cells = rows.map((row) => row.cells[language]).filter(({ paragraphs }) => paragraphs.length > 0);
  return (
    cells.length > 0 &&
    cells.every(
      ({ status, paragraphs }) => status === 'agreed' && paragraphs.every(({ pending }) => !pending),
    )
  );
}

/** The project after a change, with the sign-offs open again of versions whose text it changed. */
export function reopenSignOffs(before: Project, after: Project): Project {
  const signed = LANGUAGES.filter((language) => after.review?.signOffs[language]);
  if (signed.length === 0 || before.rows === after.rows) return after;
  const opened = signed.filter((language) => !saySame(before.rows, after.rows, language));
  if (opened.length === 0 || !after.review) return after;
  const signOffs = opened.reduce((all, language) => ({ ...all, [language]: null }), after.review.signOffs);
  return withReview(after, { signOffs });
}

function saySame(before: readonly Row[], after: readonly Row[], language: Language): boolean {
  const [old, now] = [before, after].map((rows) => versionParagraphs(rows, language));
  return (
    old?.length === now?.length &&
    (old ?? []).every((paragraph, n) => {
      const other = now?.[n];
      return (
        other === paragraph ||
        (other?.text === paragraph.text && other.role === paragraph.role && other.marks === paragraph.marks)
      );
    })
  );
}

/** Names the version the others follow; null when none is. */
export const setPivotSchema = z
  .object({ type: z.literal('setPivot'), language: languageSchema.nullable() })
  .readonly();

export function setPivot(project: Project, { language }: z.infer<typeof setPivotSchema>): Project {
  return (project.review ?? NO_REVIEW).pivot === language
    ? project
    : withReview(project, { pivot: language });
}

/** Keeps the article as it is now under a name. */
export const takeSnapshotSchema = z
  .object({ type: z.literal('takeSnapshot'), snapshotId: idSchema, name: z.string().min(1) })
  .readonly();

export function takeSnapshot(
  project: Project,
  { snapshotId, name }: z.infer<typeof takeSnapshotSchema>,
  { author, time }: ChangeContext,
): Project | null {
  const { snapshots } = project.review ?? NO_REVIEW;
  if (snapshots.some(({ id }) => id === snapshotId)) return null;
  const taken = { id: snapshotId, name, author, time, rows: project.rows };
  return withReview(project, { snapshots: snapshotsInOrder([...snapshots, taken]) });
}

export const removeSnapshotSchema = z
  .object({ type: z.literal('removeSnapshot'), snapshotId: z.string().min(1) })
  .readonly();

export function removeSnapshot(
  project: Project,
  { snapshotId }: z.infer<typeof removeSnapshotSchema>,
): Project | null {
  const { snapshots } = project.review ?? NO_REVIEW;
  const left = snapshots.filter(({ id }) => id !== snapshotId);
  return left.length === snapshots.length ? null : withReview(project, { snapshots: left });
}

/**
 * Brings the article back to a snapshot: its rows and texts. Flags stay, on the same words where those are there, and
 * move to the gap of the first row where their paragraph is not.
 */
export const restoreSnapshotSchema = z
  .object({ type: z.literal('restoreSnapshot'), snapshotId: z.string().min(1) })
  .readonly();

export function restoreSnapshot(
  project: Project,
  { snapshotId }: z.infer<typeof restoreSnapshotSchema>,
): Project | null {
  const snapshot = project.review?.snapshots.find(({ id }) => id === snapshotId);
  const [first] = snapshot?.rows ?? [];
  if (!snapshot || !first) return null;
  if (JSON.stringify(project.rows) === JSON.stringify(snapshot.rows)) return project;
  const restored = { ...project, rows: snapshot.rows };
  const rowIds = new Set(snapshot.rows.map(({ id }) => id));
  let { flags } = project;
  for (const language of LANGUAGES) {
    for (const paragraph of versionParagraphs(project.rows, language)) {
      const now = findParagraph(restored, paragraph.id);
      if (now) flags = carrySpans(flags, paragraph, now.paragraph.text);
    }
  }
  const placed = flags.map((flag) => {
    const spans = flag.spans.map((span) => {
      const there =
        span.at === 'gap' ? rowIds.has(span.rowId) : findParagraph(restored, span.paragraphId) !== null;
      return there ? span : { at: 'gap' as const, language: span.language, rowId: first.id };
    });
    return spans.every((span, n) => span === flag.spans[n]) ? flag : { ...flag, spans };
  });
  return { ...restored, flags: placed };
}

/** The project with part of its review changed; a list that may be absent is absent when it is empty. */
export function withReview(project: Project, change: Partial<Review>): Project {
  const { spellings = [], blind = [], ...review } = { ...(project.review ?? NO_REVIEW), ...change };
  return {
    ...project,
    review: { ...review, ...(spellings.length > 0 && { spellings }), ...(blind.length > 0 && { blind }) },
  };
}
