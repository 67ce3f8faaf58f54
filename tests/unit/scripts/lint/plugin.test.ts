import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '../../../..');

const Report = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
    }),
  ),
});

/** A repository with nothing in it but what the linter needs. */
let repository: string;

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  cpSync(join(ROOT, '.oxlintrc.json'), join(repository, '.oxlintrc.json'));
  cpSync(join(ROOT, 'scripts/lint'), join(repository, 'scripts/lint'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(repository, 'node_modules'));
});

afterEach(() => rmSync(repository, { recursive: true }));

/** What the house's own rules complain of in a file, as the rule and the line, from 1. */
function lint(file: string, lines: readonly string[], rule = 'triptych'): readonly string[] {
  const path = join(repository, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.join('\n'));
  const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  let report: string;
  try {
    report = execFileSync(process.execPath, [oxlint, '--format=json', file], {
      cwd: repository,
      encoding: 'utf8',
    });
  } catch (error) {
    report = z.object({ stdout: z.string() }).parse(error).stdout;
  }
  return Report.parse(JSON.parse(report))
    .diagnostics.filter(({ code }) => code.startsWith(rule))
    .map(({ code, labels }) => `${code} ${labels.map(({ span }) => span.line).join()}`);
}

test('the layers are seen in every kind of import', () => {
  const complaints = lint('shared/model/example.ts', [
    "import path from 'node:path';",
    "import type { Store } from '../../renderer/session/project';",
    "export { open } from '../../main/project/open';",
    "export * from '../text/words';",
    "export const later = () => import('electron');",
    "export type Window = import('electron').BrowserWindow;",
    "import type { Row } from './row';",
  ]);
  expect(complaints).toEqual([1, 2, 3, 4, 5, 6].map((line) => `triptych(layers) ${line}`));
});

test('nothing in main opens a file by another way than through one door', () => {
  const ways = [
    "import { readFileSync } from 'node:fs';",
    "import * as all from 'fs';",
    "import { open } from 'node:fs/promises';",
    "import { promises } from 'node:fs';",
    "import fs from 'node:fs';",
    "void import('node:fs');",
    "export { openSync } from 'node:fs';",
    "process.getBuiltinModule('node:fs');",
  ];
  const harmless = "import { rmSync, type Stats } from 'node:fs';";
  expect(lint('main/app/launch.ts', [...ways, harmless])).toEqual(
    ways.map((_, index) => `triptych(outside-file) ${index + 1}`),
  );
  expect(lint('main/system/outside-file.ts', ways.slice(0, 1))).toEqual([]);
});

test('the session knows nothing of a page', () => {
  const lines = [
    "document.title = 'x';",
    'void window;',
    'requestAnimationFrame(() => {});',
    'void setTimeout;',
  ];
  const rule = 'eslint(no-restricted-globals)';
  expect(lint('renderer/session/example.ts', lines, rule).toSorted()).toEqual(
    [1, 2, 3].map((line) => `${rule} ${line}`),
  );
  expect(lint('renderer/app/example.ts', lines, rule)).toEqual([]);
});
