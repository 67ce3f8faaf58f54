import { bridge } from '../bridge';
import { closeSnapshot, openInstead } from '../project/open-snapshot';
import { leaveProject } from '../project/leave-project';
import { showDraft } from '../project/show-draft';
import { showFailure, showNews } from '../notices/notice-store';
import { forgetRead, offer } from '../project/offer-files';
import { filledLanguages } from '../rows/row-filters';
import type { Target } from '../place/target';
import { setView } from '../place/view-store';
import { act, always, here, ifEditable, ifEditableHere, ifOpen, type Here } from './act';
import type { Answer } from './why';

/** What goes in and out: files, projects, reports. */
export const FILE_ACTS = [
  act({
    id: 'import',
    keys: ['Mod+N'],
    when: always,
    run: async () => offer(await bridge.request('import/choose', null)),
  }),
  act({
    id: 'addText',
    keys: [],
    flush: true,
    when: ifEditableHere(isEmptyVersion),
    run: here(async ({ language }) => {
      setView({ importInto: language });
      offer(await bridge.request('import/choose', null));
    }),
  }),
  act({
    id: 'pasteText',
    keys: [],
    flush: true,
    when: ifEditableHere(isEmptyVersion),
    run: here(({ language }) => setView({ importInto: language, dialog: 'paste' })),
  }),
  act({ id: 'paste', keys: ['Mod+Shift+V'], when: always, run: () => setView({ dialog: 'paste' }) }),
  act({
    id: 'open',
    keys: ['Mod+O'],
    when: always,
    run: async () => void (await openInstead(() => bridge.request('project/choose', null))),
  }),
  act({
    id: 'openSample',
    keys: [],
    when: always,
    run: async () => void (await openInstead(() => bridge.request('project/openSample', null))),
  }),
  act({ id: 'recover', keys: [], when: always, run: () => setView({ dialog: 'recover' }) }),
  act({ id: 'bringIn', keys: ['Mod+Shift+D'], flush: true, when: ifEditable(), run: chooseDraft }),
  act({ id: 'mergeCopy', keys: [], flush: true, when: ifEditable(), run: chooseCopy }),
  act({
    id: 'saveCopy',
    keys: ['Mod+Shift+S'],
    flush: true,
    when: ifOpen(),
    run: async () => {
      const saved = await bridge.request('project/saveCopy', null);
      if (!saved.ok) showFailure(saved.failure);
      else if (saved.value) showNews('news.copySaved', { path: saved.value });
    },
  }),
  act({
    id: 'export',
    keys: ['Mod+E'],
    flush: true,
    when: ifOpen(),
    run: () => setView({ dialog: 'export' }),
  }),
  act({
    id: 'exportFlags',
    keys: [],
    flush: true,
    when: ifOpen(),
    run: async () => {
      const written = await bridge.request('export/flags', null);
      if (!written.ok) showFailure(written.failure);
      else if (written.value) showNews('news.flagsExported', { path: written.value });
    },
  }),
  act({
    id: 'report',
    keys: ['Mod+P'],
    flush: true,
    when: ifOpen(),
    run: () => setView({ dialog: 'report' }),
  }),
  act({
    id: 'close',
    keys: ['Mod+W'],
    when: ifOpen(),
    run: async () => {
      await leaveProject(async () => {
        await bridge.request('project/close', null);
        return closeSnapshot;
      });
    },
  }),
  act({
    id: 'copyDiagnostics',
    keys: [],
    when: always,
    run: async () => {
      await bridge.request('diagnostics/copy', null);
      showNews('news.diagnosticsCopied');
    },
  }),
  act({
    id: 'licences',
    keys: [],
    when: always,
    run: async () => void (await bridge.request('licences/show', null)),
  }),
] as const;

function isEmptyVersion({ project, language }: Here): Answer {
  return filledLanguages(project.rows).includes(language) ? 'versionFilled' : 'yes';
}

/** Asks for a file with a newer draft of one version, and shows what it would change. */
async function chooseDraft({ place }: Target): Promise<void> {
  const [file, ...others] = await bridge.request('import/choose', null);
  forgetRead(others);
  if (!file) return;
  if (!file.result.ok) return showFailure(file.result.failure);
  const document = file.result.value;
  const shown = await showDraft(document, document.language ?? place?.language ?? 'ru');
  if (shown !== 'shown') forgetRead([file]);
}

/** Asks for a reviewer's copy of the project, and shows what merging it would do. */
async function chooseCopy(): Promise<void> {
  const planned = await bridge.request('copy/plan', { copyId: null });
  if (!planned.ok) return showFailure(planned.failure);
  if (!planned.value) return;
  const { conflicts, taken, ruled } = planned.value.plan;
  if (conflicts.length + taken.length + ruled.length === 0) return showNews('news.copySame');
  setView({ merging: planned.value });
}
