import { bridge } from '../bridge';
import { activeEditor } from '../active-editor';
import { showFailure, showNews } from '../notice-store';
import { offer } from '../offer-files';

export async function chooseFiles(): Promise<void> {
  offer(await bridge.request('import/choose', null));
}

export async function saveCopy(): Promise<void> {
  await activeEditor()?.flush();
  const saved = await bridge.request('project/saveCopy', null);
  if (!saved.ok) showFailure(saved.failure);
  else if (saved.value) showNews('news.copySaved', { path: saved.value });
}

export async function exportFlags(): Promise<void> {
  const written = await bridge.request('export/flags', null);
  if (!written.ok) showFailure(written.failure);
  else if (written.value) showNews('news.flagsExported', { path: written.value });
}
