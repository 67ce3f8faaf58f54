import { z } from 'zod';
import { dismissalSchema } from '../model/dismissal';
import { flagsInOrder, flagSchema } from '../model/flag';
import { LANGUAGES } from '../model/language';
import { projectSchema, type Project } from '../model/project';
import { rowSchema, versionParagraphs } from '../model/row';
import { defineCommand } from './define-command';
import { withDismissals } from './dismissals';

/** Takes over what came of merging reviewers' copies of the project. */
export const takeMerged = defineCommand({
  type: 'takeMerged',
  // Merging has looked whether the text is still what was read.
  keepsSignOffs: true,
  fields: {
    title: z.string(),
    rows: z.array(rowSchema).min(1).readonly(),
    flags: z.array(flagSchema).readonly(),
    review: projectSchema.unwrap().shape.review,
    dismissals: z.array(dismissalSchema).readonly().optional(),
  },
  apply(project, { title, rows, flags, review, dismissals = [] }): Project | null {
    const paragraphs = LANGUAGES.flatMap((language) => versionParagraphs(rows, language).map(({ id }) => id));
    const rowIds = new Set(rows.map(({ id }) => id));
    const isWhole = rowIds.size === rows.length && new Set(paragraphs).size === paragraphs.length;
    const known = new Set([...paragraphs, ...rowIds]);
    const spans = flags.flatMap((flag) => flag.spans);
    if (!isWhole || spans.some((span) => !known.has(span.at === 'gap' ? span.rowId : span.paragraphId)))
      return null;
    const { review: _, ...rest } = project;
    const merged = {
      ...rest,
      title,
      rows: keepSame(project.rows, rows, ({ id }) => id),
      flags: flagsInOrder(keepSame(project.flags, flags, ({ id }) => id)),
      ...(sameValue(project.review, review) ? only(project.review) : only(review)),
    };
    return withDismissals(
      merged,
      keepSame(project.dismissals ?? [], dismissals, ({ key }) => key),
    );
  },
});

function only(review: Project['review']): Pick<Project, 'review'> {
  return review ? { review } : {};
}

/** The new list with the old objects where they say the same: only what differs is stored and sent. */
function keepSame<T>(before: readonly T[], after: readonly T[], idOf: (each: T) => string): readonly T[] {
  const old = new Map(before.map((each) => [idOf(each), each]));
  return after.map((each) => {
    const was = old.get(idOf(each));
    return was && sameValue(was, each) ? was : each;
  });
}

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
