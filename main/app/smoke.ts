import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Bridge, Channel, Request } from '../../shared/contract/channels';
import type { AppContext } from './app-context';
import { categoryNames } from '../export/category-names';
import { versionDocument } from '../export/version-document';
import { openSample } from './open-sample';
import { OWN_DOOR, readOutside } from '../system/outside-file';
import { untilReady } from './screenshot';
import { translator } from '../system/translate';
import { typologyInUse } from './typology-in-use';
import { makeTemporaryFolder } from '../system/unfinished';
import { openWindow } from './window';
import { writeFileAtomically } from '../system/write-file-atomically';

/** All of it takes a few seconds; a machine that is busy may take longer. */
const LIMIT_MS = 90_000;

const MARK = 'smoke-test';

/** The data of this run lie in a folder of their own, which goes with it but for what Chromium writes while it ends. */
export function useTemporaryData(): void {
  const folder = makeTemporaryFolder('window');
  app.setPath('userData', folder);
  app.on('quit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
}

/**
 * Tries out on this computer what Triptych is for: opens the sample, waits for its rows and findings, edits a text
 * and takes that back through the window, and exports. Writes how it went as one line of JSON, and ends the app.
 */
export async function smoke(context: AppContext): Promise<void> {
  const started = process.getCreationTime() ?? performance.timeOrigin;
  const ms: Record<string, number> = {};
  let step = 'open';
  const done = (next: string) => {
    ms[step] = Math.round(Date.now() - started);
    step = next;
  };
  const clock = setTimeout(() => end(context, { ok: false, step, error: 'took too long', ms }), LIMIT_MS);
  try {
    const opened = await openSample(context);
    if (!opened.ok) throw new Error(opened.failure.code);
    context.window = openWindow();
    done('rows');
    await untilReady(context.window, LIMIT_MS);
    done('findings');
    const findings = await waitForFindings(context);
    done('edit');
    const before = context.open?.project;
    await editFirst(context);
    done('undo');
    await ask(context, 'project/undo', null);
    await waitForText(context, false);
    if (JSON.stringify(context.open?.project) !== JSON.stringify(before)) throw new Error('not as before');
    done('export');
    const bytes = await exportEnglish(context);
    done('end');
    clearTimeout(clock);
    const { electron } = process.versions;
    end(context, {
      ok: true,
      version: app.getVersion(),
      electron,
      rows: before?.rows.length,
      findings,
      bytes,
      ms,
    });
  } catch (error) {
    clearTimeout(clock);
    end(context, { ok: false, step, error: String(error), ms });
  }
}

function end(
  context: AppContext,
  report: { readonly ok: boolean } & Readonly<Record<string, unknown>>,
): void {
  // What is still at work would be missed when the app ends, and the log written anew.
  context.putAway();
  process.stdout.write(`${JSON.stringify(report)}\n`, () => app.exit(report.ok ? 0 : 1));
}

/** Evaluates an expression in the page. */
async function inPage<T>({ window }: AppContext, expression: string): Promise<T> {
  if (!window) throw new Error('no window');
  return (await window.webContents.executeJavaScript(expression)) as T;
}

/** Asks main for something as the window does. */
async function ask<C extends Channel>(context: AppContext, channel: C, payload: Request<C>): Promise<void> {
  const call: keyof Bridge<never> = 'request';
  const asked = `triptych.${call}(${JSON.stringify(channel)}, ${JSON.stringify(payload)})`;
  const reply = await inPage<{ readonly ok?: boolean } | null>(context, asked);
  if (reply?.ok !== true) throw new Error(`${channel}: ${JSON.stringify(reply)}`);
}

/** How many findings the checks have told the window of. */
function waitForFindings(context: AppContext): Promise<number> {
  return inPage(
    context,
    `new Promise((found) => {
      triptych.listen('checks/found', ({ count }) => count > 0 && found(count));
      triptych.request('checks/begin', null);
    })`,
  );
}

/** Edits the first English paragraph, and waits until the window shows it. */
async function editFirst(context: AppContext): Promise<void> {
  const paragraph = context.open?.project.rows.flatMap((row) => row.cells.en.paragraphs).at(0);
  if (!paragraph) throw new Error('no text');
  const { id: paragraphId, text, marks } = paragraph;
  const content = { text: `${text} ${MARK}`, marks };
  const command = { type: 'editParagraph', paragraphId, content } as const;
  await ask(context, 'project/command', { command, group: null });
  await waitForText(context, true);
}

/** Waits until the window shows the added word, or no longer does. */
async function waitForText(context: AppContext, shown: boolean): Promise<void> {
  await inPage(
    context,
    `new Promise((done) => {
      const look = () => document.querySelector('.workspace')?.textContent.includes('${MARK}') === ${shown}
        ? done(null)
        : requestAnimationFrame(look);
      look();
    })`,
  );
}

/** Writes the English version as a Word file; its size in bytes. */
async function exportEnglish({ open }: AppContext): Promise<number> {
  if (!open) throw new Error('no project');
  const t = translator('en');
  const { writeVersion } = await import('../export/write-version');
  const nameOf = categoryNames(typologyInUse().typology, 'en', t);
  const bytes = await writeVersion(versionDocument(open.project, 'en', t, nameOf), 'docx');
  const path = join(app.getPath('userData'), 'smoke.docx');
  const written = await writeFileAtomically(path, bytes);
  if (!written.ok) throw new Error(written.failure.code);
  const read = readOutside(path, OWN_DOOR);
  if (!read.ok) throw new Error(read.refusal.detail);
  const kept = read.value;
  // A Word file is a ZIP archive.
  if (kept.subarray(0, 2).toString('latin1') !== 'PK') throw new Error('no Word file');
  return kept.length;
}
