import type { BrowserWindow } from 'electron';
import { writeFileAtomically } from '../system/write-file-atomically';

/** The page sets this on its root once its rows are painted. */
const READY = "document.documentElement.dataset.ready === 'true' && document.fonts.status === 'loaded'";

/** Writes a picture of the window once it shows what it was opened with; throws after half a minute. */
export async function writeScreenshot(window: BrowserWindow, path: string): Promise<void> {
  await untilReady(window, 30_000);
  await nextFrame(window);
  const image = await window.webContents.capturePage();
  const written = await writeFileAtomically(path, image.toPNG());
  if (!written.ok) throw new Error(written.failure.code);
}

/** Waits until the window shows what it was opened with; throws after `limitMs`. */
export async function untilReady(window: BrowserWindow, limitMs: number): Promise<void> {
  const until = Date.now() + limitMs;
  while (!(await window.webContents.executeJavaScript(READY))) {
    if (Date.now() > until) throw new Error('the window did not get ready');
    await nextFrame(window);
  }
}

/** Two animation frames: what was laid out is painted after them. */
async function nextFrame(window: BrowserWindow): Promise<void> {
  await window.webContents.executeJavaScript(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))',
  );
}
