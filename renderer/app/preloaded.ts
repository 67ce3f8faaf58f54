import type { Bridge } from '../../shared/contract/channels';

declare global {
  interface Window {
    readonly triptych: Bridge<File>;
  }
}

/** The main process, as the preload script offers it to the page. */
export const preloaded = window.triptych;
