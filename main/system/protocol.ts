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

/** Serves the built window from our own scheme, and refuses every other request of the session. */
export function serveWindow(): void {
  withoutDictionaries(session.defaultSession);
  const root = join(app.getAppPath(), 'out', 'renderer');
  protocol.handle(SCHEME, async (request) => {
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
