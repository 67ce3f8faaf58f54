import { z } from 'zod';
import { findParagraph } from '../model/find-paragraph';
import { LANGUAGES } from '../model/language';
import type { Project } from '../model/project';
import { standsTwice, versionParagraphs } from '../model/row';
import { defineCommand } from './define-command';
import { carrySpans } from './edit-paragraph';

/**
 * Brings the article back to a snapshot: its rows and texts. Flags stay, on the same words where those are there, and
 * move to the gap of the first row where their paragraph is not.
 */
export const restoreSnapshot = defineCommand({
  type: 'restoreSnapshot',
  fields: { snapshotId: z.string().min(1) },
  apply(project, { snapshotId }): Project | null {
    const snapshot = project.review?.snapshots.find(({ id }) => id === snapshotId);
    const [first] = snapshot?.rows ?? [];
    if (!snapshot || !first || standsTwice(snapshot.rows)) return null;
    if (JSON.stringify(project.rows) === JSON.stringify(snapshot.rows)) return project;
    const restored = { ...project, rows: snapshot.rows };
    const rowIds = new Set(snapshot.rows.map(({ id }) => id));
    let { flags } = project;
    for (const language of LANGUAGES) {
      for (const paragraph of versionParagraphs(project.rows, language)) {
        const now = findParagraph(restored.rows, paragraph.id);
        if (now) flags = carrySpans(flags, paragraph, now.paragraph.text);
      }
    }
    const placed = flags.map((flag) => {
      const spans = flag.spans.map((span) => {
        const there =
          span.at === 'gap'
            ? rowIds.has(span.rowId)
            : findParagraph(restored.rows, span.paragraphId) !== null;
        return there ? span : { at: 'gap' as const, language: span.language, rowId: first.id };
      });
      return spans.every((span, n) => span === flag.spans[n]) ? flag : { ...flag, spans };
    });
    return { ...restored, flags: placed };
  },
});
