import { bridge } from '../bridge';
import { activeEditor } from '../active-editor';
import { showFailure, showNews } from '../notice-store';
import { setView, viewStore } from '../view-store';
import { SHOW_FLAGS } from '../settle-file';

/** Asks for a file with a newer draft of one version, and shows what it would change. */
export async function chooseDraft(): Promise<void> {
  await activeEditor()?.flush();
  const [file] = await bridge.request('import/choose', null);
  if (!file) return;
  if (!file.result.ok) return showFailure(file.result.failure);
  const document = file.result.value;
  const language = document.language ?? viewStore.getState().selected?.language ?? 'ru';
  const compared = await bridge.request('draft/compare', { language, document, base: 'imported' });
  if (!compared.ok) return showFailure(compared.failure);
  const { differences, stamp } = compared.value;
  if (differences.length === 0) return showNews('news.draftSame');
  // What was typed while it was compared is found out when the draft is brought in, and compared then.
  setView({ draft: { document, language, differences, stamp } });
}

/** Asks for a reviewer's copy of the project and merges it. */
export async function mergeCopy(): Promise<void> {
  await activeEditor()?.flush();
  const merged = await bridge.request('project/mergeCopy', null);
  if (!merged.ok) return showFailure(merged.failure);
  if (!merged.value) return;
  const { told } = merged.value;
  if (told === 0) return showNews('news.copyMerged');
  showNews('news.copyConflicts', { count: told }, SHOW_FLAGS);
}
