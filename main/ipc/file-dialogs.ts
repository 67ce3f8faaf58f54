import { dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';

/** Who asks: a dialog belongs to the window, which waits for it. */
interface Asking {
  readonly window: BrowserWindow | null;
}

/** Asks for files or a folder that are there; none when the person changes their mind. */
export async function askForFiles(
  { window }: Asking,
  options: OpenDialogOptions,
): Promise<readonly string[]> {
  const chosen = await (window && !window.isDestroyed()
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return chosen.filePaths;
}

/** Asks where something is to be written; null when the person changes their mind. */
export async function askForPlace({ window }: Asking, options: SaveDialogOptions): Promise<string | null> {
  const chosen = await (window && !window.isDestroyed()
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return chosen.filePath || null;
}
