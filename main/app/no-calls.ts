import { app } from 'electron';

/**
 * Keeps every page from calling other computers as a video call does (WebRTC): no policy of a page's content speaks of
 * that, and what is asked of a server on the way to a call can hold a text. Only what goes through a proxy is allowed,
 * and there is none. Must run before the app is ready.
 */
export function forbidCalls(): void {
  app.on('web-contents-created', (_event, contents) =>
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'),
  );
}
