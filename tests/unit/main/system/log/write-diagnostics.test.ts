import { expect, test } from 'vitest';
import { writeDiagnostics } from '../../../../../main/system/log/write-diagnostics';
import { settingsSchema } from '../../../../../shared/contract/settings';

test('diagnostics tell of the program and hold no names, words or paths of the settings', () => {
  const text = writeDiagnostics({
    version: '0.1.0',
    packaged: true,
    versions: { electron: '33.2.1', chrome: '130', node: '20' },
    system: 'Linux 6 x64',
    languages: ['ky-KG'],
    settings: settingsSchema.parse({
      author: 'Айзада',
      theme: 'dark',
      glossary: 'плотина | тоо | dam',
      exportFolder: '/home/aizada/out',
      recent: [{ path: '/home/aizada/dam.triptych', title: 'The dam', time: 1 }],
    }),
    project: { rows: 72, flags: 3, readOnly: true },
    log: ['first line', 'last line'],
  });
  expect(text).not.toMatch(/Айзада|aizada|dam|плотина/);
  expect(text.split('\n')).toEqual([
    'Triptych 0.1.0',
    'electron 33.2.1, chrome 130, node 20',
    'Linux 6 x64',
    'Languages: ky-KG',
    'Project: 72 rows, 3 flags, read-only',
    expect.stringMatching(/^Settings: \{.*"theme":"dark".*\}$/),
    '',
    'first line',
    'last line',
    '',
  ]);
});
