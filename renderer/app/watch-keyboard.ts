import { keyboardStore } from '../session/keyboard/keyboard-store';

declare global {
  interface Navigator {
    /** https://wicg.github.io/keyboard-map: only in Chromium, and only while the page has it. */
    readonly keyboard?: { getLayoutMap(): Promise<ReadonlyMap<string, string>> };
  }
}

/** Learns what the keys of this keyboard are labelled with, and again whenever a person comes back to the window. */
export async function watchKeyboard(): Promise<void> {
  keyboardStore.setState({ isMac: navigator.userAgent.includes('Mac') });
  addEventListener('focus', () => void look());
  await look();
}

async function look(): Promise<void> {
  const map = await navigator.keyboard?.getLayoutMap().catch(() => undefined);
  const caps = new Map(map ?? []);
  const { caps: known } = keyboardStore.getState();
  const same = caps.size === known.size && [...caps].every(([code, cap]) => known.get(code) === cap);
  if (!same) keyboardStore.setState({ caps });
}
