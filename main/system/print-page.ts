import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type Session } from 'electron';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { Job } from './job';
import { logError } from './log/log';
import { SCHEME, withoutDictionaries } from './protocol';

const TIME_LIMIT_MS = 120_000;

/** The pages to be printed, by their addresses; each is gone when it is printed. */
const pages = new Map<string, string>();

/**
 * Prints a page as a PDF whose structure readers for the blind can tell, with an outline. The page is handed over in
 * memory to a window nobody sees that has no scripts, no files and no network.
 */
export function printPage(page: string): Job<Uint8Array> {
  const address = `${SCHEME}://print/${randomUUID()}`;
  pages.set(address, page);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printRoom(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      javascript: false,
      devTools: false,
    },
  });
  const { webContents } = window;
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  let end: (failure: Result<never>) => void = () => {};
  let isOver = false;
  const ended = new Promise<Result<never>>((resolve) => (end = resolve));
  webContents.once('render-process-gone', () => end(fail('jobFailed')));
  const clock = setTimeout(() => end(fail('jobTimedOut')), TIME_LIMIT_MS);
  const broken = (error: unknown): Result<never> => {
    // Of a window that was closed meanwhile nothing else is to be expected.
    if (!isOver) logError('bug', error, { job: 'print' });
    return fail('jobBroken');
  };
  const result = Promise.race([ended, print(window, address).catch(broken)]).finally(() => {
    isOver = true;
    clearTimeout(clock);
    pages.delete(address);
    if (!window.isDestroyed()) window.destroy();
  });
  return { result, cancel: () => end(fail('jobCancelled')) };
}

async function print(window: BrowserWindow, address: string): Promise<Result<Uint8Array>> {
  await window.loadURL(address);
  const printed = await window.webContents.printToPDF({
    pageSize: 'A4',
    // The page has its own margins, and where it has none the number of the page goes.
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: FOOTER,
  });
  return ok(printed);
}

const FOOTER = `<div style="width: 100%; text-align: center; font: 8px sans-serif; color: #5b554c"><span class="pageNumber"></span> / <span class="totalPages"></span></div>`;

let room: Session | null = null;

/** A session of its own, kept in memory, in which there is nothing but the pages to be printed. */
function printRoom(): Session {
  if (room) return room;
  room = withoutDictionaries(session.fromPartition('print', { cache: false }));
  room.protocol.handle(SCHEME, ({ url }) => {
    const page = pages.get(url);
    if (page === undefined) return new Response(null, { status: 404 });
    return new Response(page, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' },
    });
  });
  room.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !pages.has(url) }));
  room.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  room.setPermissionCheckHandler(() => false);
  return room;
}
