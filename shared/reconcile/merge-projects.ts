import { LANGUAGES, perLanguage } from '../model/language';
import { sameMarks } from '../model/mark';
import type { Paragraph, RichText } from '../model/paragraph';
import type { Project } from '../model/project';
import { STATUSES, type Cell, type Row, type Status } from '../model/row';
import { arrangeRows, type ArrangementConflict } from './arrange-rows';
import { canonical, mergeFields, type ReportField } from './merge-fields';
import { mergeFlags } from './merge-flags';
import { hasConflict, resultOf } from './merge-result';
import { mergeTexts, type MergeChunk } from './merge-texts';

/** What two copies changed each in another way, and what was kept. */
export type ProjectConflict =
  | { readonly kind: 'text'; readonly paragraphId: string; readonly chunks: readonly MergeChunk[] }
  /** One copy wrote or edited it, the other removed it or what it stood in. */
  | { readonly kind: 'removed'; readonly paragraph: Paragraph }
  | {
      readonly kind: 'field';
      readonly of: 'project' | 'row' | 'paragraph' | 'flag';
      readonly id: string;
      readonly field: string;
      readonly kept: unknown;
      readonly other: unknown;
    }
  | ArrangementConflict;

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
  const conflicts: ProjectConflict[] = [];
  let project = ordered[0] ?? base;
  for (const copy of ordered.slice(1)) project = mergeTwo(base, project, copy, conflicts);
  return { project, conflicts };
}

function mergeTwo(base: Project, ours: Project, theirs: Project, conflicts: ProjectConflict[]): Project {
  const reportTo =
    (of: 'project' | 'row' | 'paragraph' | 'flag', id: string): ReportField =>
    (field, kept, other) => {
      conflicts.push({ kind: 'field', of, id, field, kept, other });
    };
  const arrangement = arrangeRows(base.rows, ours.rows, theirs.rows);
  conflicts.push(...arrangement.conflicts);
  const [was, is, other] = [base, ours, theirs].map(({ rows }) => byId(rows));
  const [oldRows, ownRows, givenRows] = [base, ours, theirs].map(
    ({ rows }) => new Map(rows.map((row) => [row.id, row])),
  );
  const mergeParagraph = (id: string): readonly Paragraph[] => {
    const [b, o, t] = [was?.get(id), is?.get(id), other?.get(id)];
    if (!o || !t) return [o ?? t].flatMap((left) => left ?? []);
    const report = reportTo('paragraph', id);
    if (isSameText(o, t) || (b && isSameText(b, t))) return [mergeParagraphs(b ?? null, o, t, o, report)];
    if (b && isSameText(b, o)) return [mergeParagraphs(b, o, t, t, report)];
    const chunks = mergeTexts(b ?? NOTHING, o, t);
    if (hasConflict(chunks)) conflicts.push({ kind: 'text', paragraphId: id, chunks });
    return [mergeParagraphs(b ?? null, o, t, resultOf(chunks), report)];
  };
  const rows = arrangement.rows.map((row): Row => {
    const [b, o, t] = [oldRows?.get(row.id), ownRows?.get(row.id), givenRows?.get(row.id)];
    const cells = perLanguage((language): Cell => {
      const paragraphs = row.cells[language].paragraphs.flatMap(({ id }) => mergeParagraph(id));
      const status = mergeStatus(paragraphs, b?.cells[language], o?.cells[language], t?.cells[language]);
      return { ...row.cells[language], paragraphs, status };
    });
    if (!o || !t) return { ...row, cells };
    const alike = { cells };
    return mergeFields(
      b ? { ...b, ...alike } : null,
      { ...o, ...alike },
      { ...t, ...alike },
      reportTo('row', row.id),
    );
  });
  const merged = byId(rows);
  for (const [id, paragraph] of [...(is ?? []), ...(other ?? [])]) {
    const old = was?.get(id);
    if (!merged.has(id) && !(old && isSameText(old, paragraph)))
      conflicts.push({ kind: 'removed', paragraph });
  }
  const flags = mergeFlags(base, ours, theirs, rows, (id) => reportTo('flag', id));
  const alike = { rows, flags };
  return mergeFields(
    { ...base, ...alike },
    { ...ours, ...alike },
    { ...theirs, ...alike },
    reportTo('project', base.id),
  );
}

function isSameText(one: RichText, other: RichText): boolean {
  return one.text === other.text && sameMarks(one.marks, other.marks);
}

const NOTHING: RichText = { text: '', marks: [] };

function byId(rows: readonly Row[]): ReadonlyMap<string, Paragraph> {
  return new Map(
    rows.flatMap((row) =>
      LANGUAGES.flatMap((language) => row.cells[language].paragraphs.map((each) => [each.id, each] as const)),
    ),
  );
}

function mergeParagraphs(
  base: Paragraph | null,
  ours: Paragraph,
  theirs: Paragraph,
  { text, marks }: RichText,
  report: ReportField,
): Paragraph {
  // While nothing is edited the imported text is the text itself.
  const plain = (paragraph: Paragraph): Paragraph => ({
    ...paragraph,
    text,
    marks,
    imported: paragraph.imported ?? { text: paragraph.text, marks: paragraph.marks },
  });
  const merged = mergeFields(base && plain(base), plain(ours), plain(theirs), report);
  const { imported } = merged;
  const isAsImported = imported !== null && isSameText(imported, { text, marks });
  return { ...merged, imported: isAsImported ? null : imported };
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
