import type { ImportedFile } from '../../shared/contract/channels';
import { bridge } from './bridge';
import { showFailure } from './notice-store';
import { setView, viewStore } from './view-store';

/** Reads a pasted text for importing, beside those that already wait. */
export async function readPasted(text: string, html: string | null): Promise<void> {
  const pasted = await bridge.request('import/paste', { text, html });
  if (!pasted.ok) return showFailure(pasted.failure);
  setView({ dialog: null });
  offer([{ fileName: '', result: pasted }]);
}

/** Shows what was read, beside what already waits to be imported; nothing when the person stopped the reading. */
export function offer(files: readonly ImportedFile[]): void {
  const cancelled = files.some(({ result }) => !result.ok && result.failure.code === 'jobCancelled');
  if (cancelled || files.length === 0) return;
  setView({ importing: [...(viewStore.getState().importing ?? []), ...files] });
}
