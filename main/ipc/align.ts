import { randomUUID } from 'node:crypto';
import { fail, ok } from '../../shared/model/failure';
import { perLanguage } from '../../shared/model/language';
import {
  alignmentInput,
  openStretches,
  proposeAlignment,
  rowDrafts,
  rowsParagraphs,
  standAlike,
} from '../import/alignment';
import type { AppContext } from '../app/app-context';
import { runJob } from '../jobs/run-job';
import { handle } from '../app/handle';

/** A correction is felt in the rows near it; so far down a better alignment is looked for. */
const LOOKED_AT = 200;

/** Re-aligning what nobody has confirmed, and stopping a job. */
export function handleAlign(context: AppContext): void {
  handle('align/realign', async () => {
    const { open } = context;
    if (!open) return fail('noProject');
    const { rows } = open.project;
    const parts = openStretches(rows).map(({ start, end }) => {
      const stretch = rows.slice(start, end);
      return { rowIds: stretch.map((row) => row.id), paragraphs: rowsParagraphs(stretch) };
    });
    if (parts.length === 0) return ok(open.state);
    const aligned = await context.run('align', {
      kind: 'align',
      stretches: parts.map(({ paragraphs }) =>
        perLanguage((language) => alignmentInput(paragraphs[language])),
      ),
      known: context.knownWords(),
    });
    if (!aligned.ok) return aligned;
    // Aligning takes its time: rows may be others by now, or another project open.
    if (context.open !== open || !standAlike(rows, open.project.rows)) return fail('projectMoved');
    const stretches = parts.map(({ rowIds, paragraphs }, i) => ({
      rowIds,
      rows: rowDrafts(aligned.value[i] ?? [], paragraphs, randomUUID),
    }));
    const command = { type: 'replaceAlignment', stretches } as const;
    const done = open.change(command, { author: context.author(), time: Date.now(), group: null });
    return done.ok ? ok(open.state) : done;
  });
  handle('align/propose', async ({ rowId, from }) => {
    if (!context.open) return null;
    const where = { rowId, from, most: LOOKED_AT };
    return proposeAlignment(context.open.project.rows, where, async (stretch) => {
      const task = { kind: 'align', stretches: [stretch], known: context.knownWords() } as const;
      const aligned = await runJob(task, () => undefined).result;
      return aligned.ok ? (aligned.value[0] ?? []) : null;
    });
  });
  handle('job/cancel', () => {
    context.cancelJob();
    return null;
  });
}
