import type { ImportedFile } from '../../../shared/contract/channels';
import type { ShownDocument } from '../../../shared/contract/shown-document';
import type { Language } from '../../../shared/model/language';
import { bridge } from '../bridge';
import { showFailure } from '../notices/notice-store';
import { setView, viewStore } from '../place/view-store';
import { keepAll } from '../typing/unkept-store';
import { showDraft } from './show-draft';

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
  if (cancelled || files.length === 0) return forgetVersion();
  setView({ importing: [...(viewStore.getState().importing ?? []), ...files] });
}

/** Forgets which version a text was to be imported into, where none is being imported. */
export function forgetVersion(): void {
  if (viewStore.getState().importing === null) setView({ importInto: null });
}

/** Ends importing: what was read for it main need not keep. */
export function endImport(): void {
  const read = viewStore.getState().importing ?? [];
  setView({ importing: null, importInto: null });
  forgetRead(read);
}

/**
 * Brings one of the texts that wait to be imported in as a newer draft of a version the open project has: shows what it would
 * change. What else was read is forgotten; where the draft cannot be compared all of it stays.
 */
export async function offerAsDraft(document: ShownDocument, language: Language): Promise<void> {
  const files = viewStore.getState().importing ?? [];
  await keepAll();
  const shown = await showDraft(document, language);
  if (shown === 'failed') return;
  setView({ importing: null, importInto: null });
  forgetRead(files.filter(({ result }) => shown === 'same' || !result.ok || result.value.id !== document.id));
}

/** Leaves the newer draft that is shown: main need not keep it. */
export function endDraft(): void {
  const { draft } = viewStore.getState();
  setView({ draft: null });
  if (draft) void bridge.request('import/forget', { ids: [draft.document.id] });
}

/** Leaves the copy that is shown unmerged. */
export function endMerging(): void {
  setView({ merging: null });
}

/** Has main forget what it has read of files. */
export function forgetRead(files: readonly ImportedFile[]): void {
  const ids = files.flatMap(({ result }) => (result.ok ? [result.value.id] : []));
  if (ids.length > 0) void bridge.request('import/forget', { ids });
}
