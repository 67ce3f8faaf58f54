import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen, session } from 'electron';
import { tell } from './handle';
import { PAGE_URL } from '../system/protocol';
import { changeSettings, settings } from '../system/settings';

/** Colours shown before the page has painted; the same as --bg in the stylesheet. */
const BACKGROUND = { light: '#f6f5f2', dark: '#181715' } as const;

/** Opens the app's window where it was last, with everything a page could misuse switched off. */
export function openWindow(): BrowserWindow {
  const { window: place } = settings();
  const visible = isOnScreen(place.x, place.y);
  const window = new BrowserWindow({
    ...(visible && place.x !== null && place.y !== null ? { x: place.x, y: place.y } : {}),
    width: place.width,
    height: place.height,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Triptych',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (place.maximised) window.maximize();
  confine(window);
  closeGently(window);
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  void window.loadURL(PAGE_URL);
  return window;
}

/** The page stays the page: no navigation, no second window, no permission, no webview. */
function confine(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-redirect', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(permission === 'clipboard-sanitized-write'),
  );
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission) => permission === 'clipboard-sanitized-write',
  );
}

/** The page has this long to send what was typed before its window closes all the same. */
const LAST_WORDS_MS = 2000;

const answers = new WeakMap<BrowserWindow, () => void>();

/** Keeps a window open that is about to close: its page has something to ask first. */
export function keepOpen(window: BrowserWindow): void {
  answers.get(window)?.();
}

/** Before the window closes the page sends what was typed; it then asks for the window to be closed. */
function closeGently(window: BrowserWindow): void {
  let asked = false;
  window.on('close', (event) => {
    rememberPlace(window);
    if (asked || window.webContents.isCrashed()) return;
    asked = true;
    event.preventDefault();
    tell(window, 'window/closing', null);
    const clock = setTimeout(() => window.destroy(), LAST_WORDS_MS);
    window.once('closed', () => clearTimeout(clock));
    answers.set(window, () => {
      clearTimeout(clock);
      asked = false;
    });
  });
  // Everything is in the project file: a page that went down comes back as it was.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
}

function rememberPlace(window: BrowserWindow): void {
  const { x, y, width, height } = window.getNormalBounds();
  changeSettings({ window: { x, y, width, height, maximised: window.isMaximized() } });
}

function isOnScreen(x: number | null, y: number | null): boolean {
  if (x === null || y === null) return false;
  return screen.getAllDisplays().some(({ workArea }) => {
    const right = workArea.x + workArea.width - 100;
    const bottom = workArea.y + workArea.height - 100;
    return x >= workArea.x - 50 && y >= workArea.y - 50 && x < right && y < bottom;
  });
}
