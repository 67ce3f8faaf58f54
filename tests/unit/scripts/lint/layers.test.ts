import { expect, test } from 'vitest';
import { judgeImport } from '../../../../scripts/lint/layers.mjs';

test.each([
  ['shared/model/row.ts', './paragraph'],
  ['shared/text/words.ts', '../model/language'],
  ['shared/align/align.ts', '../text/words'],
  ['shared/reconcile/merge.ts', '../diff/diff-words'],
  ['shared/commands/edit.ts', '../reconcile/merge'],
  ['shared/contract/channels.ts', '../commands/command'],
  ['shared/mqm/figures.ts', '../interface/languages'],
  ['shared/interface/languages.ts', '../../locales/ky.json'],
  ['shared/checks/all-checks.ts', './numbers/number'],
  ['shared/checks/numbers/number.ts', '../engine/check'],
  ['shared/diff/diff-words.ts', 'fast-myers-diff'],
  ['main/ipc/export.ts', '../../shared/contract/channels'],
  ['main/ipc/export.ts', '../project/open'],
  ['main/ipc/export.ts', 'node:path'],
  ['main/index.ts', './ipc/project'],
  ['main/merge/merge-copy.ts', '../project/history'],
  ['renderer/features/flags/panel.tsx', '../../session/project'],
  ['renderer/features/flags/panel.tsx', './flag-card'],
  ['renderer/features/flags/panel.tsx', '../../ui/button'],
  ['renderer/ui/button.tsx', '../../shared/model/flag'],
  ['renderer/app/shell.tsx', '../features/flags/panel'],
  ['renderer/hooks/use-project.ts', 'zustand'],
  ['renderer/hooks/use-project.ts', '../session/project-store'],
  ['renderer/session/project-store.ts', 'zustand/vanilla'],
  ['renderer/session/acts/rows.ts', '../project-store'],
  ['tests/e2e/open.spec.ts', '../../main/launch'],
])('%s may import %s', (file, imported) => {
  expect(judgeImport(file, imported, false)).toBeUndefined();
});

test('types of strings may be imported where the strings themselves may not', () => {
  expect(judgeImport('shared/checks/engine/strings.ts', '../../../locales/en.json', true)).toBeUndefined();
  expect(judgeImport('shared/model/row.ts', '../text/words', true)).toMatch(/may not import/);
});

test.each([
  ['shared/model/row.ts', '../text/words'],
  ['shared/text/words.ts', '../diff/diff-words'],
  ['shared/diff/diff-words.ts', '../align/align'],
  ['shared/checks/all-checks.ts', '../reconcile/merge'],
  ['shared/checks/engine/check.ts', '../numbers/number'],
  ['shared/checks/names/name-variant.ts', '../numbers/number'],
  ['shared/checks/names/name-variant.ts', '../all-checks'],
  ['shared/reconcile/merge.ts', '../commands/edit'],
  ['shared/commands/edit.ts', '../contract/channels'],
  ['shared/contract/channels.ts', '../text/words'],
  ['shared/model/row.ts', '../../main/project/open'],
  ['shared/model/row.ts', '../../renderer/session/project'],
  ['shared/model/row.ts', '../../locales/en.json'],
  ['shared/interface/languages.ts', '../../main/translate'],
  ['shared/interface/languages.ts', '../model/language'],
  ['shared/model/row.ts', 'node:path'],
  ['shared/model/row.ts', 'fs/promises'],
  ['shared/model/row.ts', 'electron'],
  ['shared/model/row.ts', 'react-dom/client'],
  ['shared/elsewhere/row.ts', '../model/row'],
  ['main/app/window.ts', '../renderer/app/theme'],
  ['main/system/translate.ts', '../app/window'],
  ['main/project/history.ts', '../jobs/task'],
  ['main/app/window.ts', '../ipc/project'],
  ['main/cli/run.ts', '../app/window'],
  ['main/elsewhere/row.ts', '../system/steps'],
  ['renderer/app/shell.tsx', '../../main/window'],
  ['renderer/app/shell.tsx', 'electron'],
  ['renderer/app/shell.tsx', 'node:fs'],
  ['renderer/features/flags/panel.tsx', '../checks/panel'],
  ['renderer/ui/button.tsx', '../session/project'],
  ['renderer/ui/button.tsx', '../hooks/use-project'],
  ['renderer/hooks/use-project.ts', '../ui/button'],
  ['renderer/features/flags/panel.tsx', '../../app/page'],
  ['renderer/session/acts/rows.ts', '../../ui/button'],
  ['renderer/session/acts/rows.ts', '../../app/page'],
  ['renderer/session/acts/rows.ts', '../../features/flags/panel'],
  ['renderer/session/project-store.ts', 'react'],
  ['renderer/session/project-store.ts', 'react-i18next'],
  ['renderer/session/project-store.ts', 'zustand'],
  ['renderer/ui/button.tsx', '../features/flags/panel'],
])('%s may not import %s', (file, imported) => {
  expect(judgeImport(file, imported, false)).toMatch(/may not import|has no place/);
});
