import { showNews } from '../notices/notice-store';
import { viewStore, writeFlag, type FlagDraft } from '../place/view-store';
import { send } from '../project/project-store';

/** Keeps a flag that was being written, and ends its form; the flag as it is kept, or null where it was refused, which is told. */
export async function keepFlag(draft: FlagDraft): Promise<FlagDraft | null> {
  const { flagId: known, finding, category, severity, note } = draft;
  const flagId = known ?? crypto.randomUUID();
  const flag = { flagId, spans: [...draft.spans], category, severity, note };
  const kept = await send(
    known
      ? { type: 'editFlag', ...flag }
      : finding === undefined
        ? { type: 'addFlag', ...flag }
        : { type: 'raiseFinding', ...flag, finding },
  );
  if (!kept) return null;
  writeFlag(null);
  return { ...flag, flagId, isWritten: false };
}

/** Whether a form is open in which somebody has written. */
export function isFlagWritten(): boolean {
  return viewStore.getState().flagDraft?.isWritten === true;
}

/** Keeps what was written in the form of a flag before it would be lost; false where that was refused, which is told. */
export async function keepWrittenFlag(): Promise<boolean> {
  const { flagDraft } = viewStore.getState();
  return !flagDraft?.isWritten || (await keepFlag(flagDraft)) !== null;
}

/** Begins another flag; what was written in the form of one is kept first. */
export async function beginFlag(draft: FlagDraft): Promise<void> {
  const isKept = isFlagWritten();
  if (!(await keepWrittenFlag())) return;
  writeFlag(draft);
  if (isKept) showNews('news.flagKept');
}

/** Ends the form of a flag without keeping it; what was written there can be gone on with. */
export function leaveFlag(draft: FlagDraft): void {
  writeFlag(null);
  if (!draft.isWritten) return;
  showNews('news.flagLeft', {}, { key: 'inspector.backToFlag', perform: () => writeFlag(draft) });
}
