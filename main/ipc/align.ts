import { randomUUID } from 'node:crypto';
import { fail, ok } from '../../shared/model/failure';
import { perLanguage } from '../../shared/model/language';
import type { AppContext } from '../app-context';
import { alignmentInput, openStretches, rowDrafts, rowsParagraphs } from '../new-project';
import { handle } from './handle';

/** Re-aligning what nobody has confirmed, and stopping a job. */
export function handleAlign(context: AppContext): void {
  handle('align/realign', async () => {
    const { open } = context;
    if (!open) return fail('noProject');
    const parts = openStretches(open.project.rows).map(({ start, end }) => {
      const rows = open.project.rows.slice(start, end);
      return { rowIds: rows.map((row) => row.id), paragraphs: rowsParagraphs(rows) };
    });
    if (parts.length === 0) return ok(null);
    const aligned = await context.run('align', {
      kind: 'align',
      stretches: parts.map(({ paragraphs }) =>
        perLanguage((language) => alignmentInput(paragraphs[language])),
      ),
    });
    if (!aligned.ok) return aligned;
    const stretches = parts.map(({ rowIds, paragraphs }, i) => ({
      rowIds,
      rows: rowDrafts(aligned.value[i] ?? [], paragraphs, randomUUID),
    }));
    const command = { type: 'replaceAlignment', stretches } as const;
    return open.change(command, { author: context.author(), time: Date.now(), group: null });
  });
  handle('job/cancel', () => {
    context.cancelJob();
    return null;
  });
}
