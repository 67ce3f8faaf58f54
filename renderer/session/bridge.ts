import type { Bridge } from '../../shared/contract/channels';

declare global {
  interface Window {
    readonly triptych: Bridge<File>;
  }
}

/** The main process, as the preload script offers it. */
export const bridge = window.triptych;
