import { LANGUAGES, type Language } from '../model/language';
import { NO_REVIEW, withoutEmptyLists, type Project, type Review } from '../model/project';
import { versionParagraphs, type Row } from '../model/row';

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

/** The project with part of its review changed. */
export function withReview(project: Project, change: Partial<Review>): Project {
  return { ...project, review: withoutEmptyLists({ ...(project.review ?? NO_REVIEW), ...change }) };
}
