import { execFile } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { CLOSE, makePseudoLocale, OPEN } from './pseudo-locale';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Private use: no language has this code. */
export const PSEUDO = 'qps';

const SOURCES = [
  'main',
  'renderer',
  'shared',
  'locales',
  'electron.vite.config.ts',
  'package.json',
  'tsconfig.json',
];

/**
 * Copies the app, adds a language to its interface as the handbook says (a file in `locales`, and what names it in
 * `shared/interface/languages.ts`), and builds it.
 *
 * @param copy an empty folder
 */
export async function buildWithFourthLanguage(copy: string): Promise<void> {
  for (const source of SOURCES) cpSync(join(ROOT, source), join(copy, source), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  writeFileSync(join(copy, 'locales', `${PSEUDO}.json`), JSON.stringify(makePseudoLocale(readLocale('en'))));
  addLanguage(join(copy, 'shared', 'interface', 'languages.ts'));
  const node = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: copy });
  const bin = (name: string, file: string) => join(ROOT, 'node_modules', name, file);
  await Promise.all([
    node(bin('electron-vite', 'bin/electron-vite.js'), 'build', '--logLevel', 'error'),
    node(bin('typescript', 'bin/tsc'), '-p', 'main', '--noEmit'),
    node(bin('typescript', 'bin/tsc'), '-p', 'renderer', '--noEmit'),
  ]);
  cpSync(join(ROOT, 'out', 'sample'), join(copy, 'out', 'sample'), { recursive: true });
}

function addLanguage(registry: string): void {
  const line = `  ${PSEUDO}: { name: '${OPEN}Pseudo${CLOSE}', numbersAs: 'en', countsAs: 'en', strings: ${PSEUDO} },\n`;
  const text = readFileSync(registry, 'utf8');
  const grown = text
    .replace(
      'import ru from',
      `import ${PSEUDO} from '../../locales/${PSEUDO}.json' with { type: 'json' };\nimport ru from`,
    )
    .replace(/^} as const satisfies/m, `${line}$&`);
  if (!grown.includes(line)) throw new Error('the list of languages has no such end any more');
  writeFileSync(registry, grown);
}

function readLocale(language: string): object {
  return JSON.parse(readFileSync(join(ROOT, 'locales', `${language}.json`), 'utf8')) as object;
}
