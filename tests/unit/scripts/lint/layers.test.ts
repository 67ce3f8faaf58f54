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
  ['shared/diff/diff-words.ts', 'fast-myers-diff'],
  ['main/ipc/export.ts', '../../shared/contract/channels'],
  ['main/ipc/export.ts', '../project/open'],
  ['main/ipc/export.ts', 'node:path'],
  ['renderer/features/flags/panel.tsx', '../../store/project'],
  ['renderer/features/flags/panel.tsx', './flag-card'],
  ['renderer/features/flags/panel.tsx', '../../ui/button'],
  ['renderer/ui/button.tsx', '../../shared/model/flag'],
  ['renderer/app/shell.tsx', '../features/flags/panel'],
  ['tests/e2e/open.spec.ts', '../../main/launch'],
])('%s may import %s', (file, imported) => {
  expect(judgeImport(file, imported)).toBeUndefined();
});

test.each([
  ['shared/model/row.ts', '../text/words'],
  ['shared/text/words.ts', '../diff/diff-words'],
  ['shared/diff/diff-words.ts', '../align/align'],
  ['shared/checks/numbers.ts', '../reconcile/merge'],
  ['shared/reconcile/merge.ts', '../commands/edit'],
  ['shared/commands/edit.ts', '../contract/channels'],
  ['shared/contract/channels.ts', '../text/words'],
  ['shared/model/row.ts', '../../main/project/open'],
  ['shared/model/row.ts', '../../renderer/store/project'],
  ['shared/model/row.ts', '../../locales/en.json'],
  ['shared/interface/languages.ts', '../../main/translate'],
  ['shared/interface/languages.ts', '../model/language'],
  ['shared/model/row.ts', 'node:path'],
  ['shared/model/row.ts', 'fs/promises'],
  ['shared/model/row.ts', 'electron'],
  ['shared/model/row.ts', 'react-dom/client'],
  ['shared/elsewhere/row.ts', '../model/row'],
  ['main/window.ts', '../renderer/app/theme'],
  ['renderer/app/shell.tsx', '../../main/window'],
  ['renderer/app/shell.tsx', 'electron'],
  ['renderer/app/shell.tsx', 'node:fs'],
  ['renderer/features/flags/panel.tsx', '../checks/panel'],
  ['renderer/ui/button.tsx', '../store/project'],
  ['renderer/ui/button.tsx', '../features/flags/panel'],
])('%s may not import %s', (file, imported) => {
  expect(judgeImport(file, imported)).toMatch(/may not import|has no place/);
});
