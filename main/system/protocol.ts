import { extname, join, normalize, sep } from 'node:path';
import { app, protocol, session, type Session } from 'electron';
import { readOwnSlowly } from './own-file';

/** The app's own scheme. */
export const SCHEME = 'triptych';

/** The one page of the window. */
export const PAGE_URL = `${SCHEME}://app/index.html`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Nothing inline, nothing evaluated, nothing from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the app is ready. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/**
 * Keeps Electron from downloading dictionaries, which it begins to do for every new session, also of pages that do not
 * check spelling: it has to be told first of all.
 */
export function withoutDictionaries(fresh: Session): Session {
  fresh.setSpellCheckerLanguages([]);
  fresh.setSpellCheckerEnabled(false);
  return fresh;
}

/** A picture is data and nothing else, also where somebody has it opened by itself. */
const PICTURE_POLICY = "default-src 'none'; sandbox";

/** Gives a picture by its hash; null where there is none. */
export type PictureOf = (
  hash: string,
) => Promise<{ readonly type: string; readonly bytes: Uint8Array } | null>;

/** Serves the built window, and the pictures of its project, from our own scheme, and refuses every other request of the session. */
export function serveWindow(pictureOf: PictureOf): void {
  withoutDictionaries(session.defaultSession);
  const root = join(app.getAppPath(), 'out', 'renderer');
  protocol.handle(SCHEME, async (request) => {
    const hash = PICTURE_PATH.exec(new URL(request.url).pathname)?.[1];
    if (hash !== undefined) return servePicture(await pictureOf(hash));
    const wanted = normalize(join(root, decodeURIComponent(new URL(request.url).pathname)));
    if (!wanted.startsWith(root + sep)) return new Response(null, { status: 404 });
    try {
      const body = await readOwnSlowly(wanted);
      const type = TYPES[extname(wanted)] ?? 'application/octet-stream';
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': type,
          'content-security-policy': POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
  session.defaultSession.webRequest.onBeforeRequest((details, decide) => {
    const ours = details.url.startsWith(`${SCHEME}://`) || details.url.startsWith('devtools://');
    decide({ cancel: !ours });
  });
}

const PICTURE_PATH = /^\/picture\/([0-9a-f]{64})$/;

function servePicture(picture: Awaited<ReturnType<PictureOf>>): Response {
  if (!picture) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': picture.type,
      'content-security-policy': PICTURE_POLICY,
      'x-content-type-options': 'nosniff',
      // What its hash names never changes.
      'cache-control': 'private, max-age=86400, immutable',
    },
  });
}
