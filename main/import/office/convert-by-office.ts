import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, ok, type Result } from '../../../shared/model/failure';
import { IMPORT_LIMIT_MB, MB } from '../../../shared/model/limits';
import type { Job } from '../../system/job';
import { readOutsideSlowly, type Door } from '../../system/outside-file';
import { createOwnSlowly } from '../../system/own-file';
import { makeTemporaryFolder } from '../../system/unfinished';
import { CAREFUL_PROFILE } from './profile';

/** What LibreOffice turns into .docx for Triptych, and the filter it is to read it with, whatever else it takes it for. */
const FILTERS = { rtf: 'Rich Text Format', doc: 'MS Word 97' } as const;

export type OldFormat = keyof typeof FILTERS;

/** A thousand pages take some seconds; the first start of the program on a slow computer takes longer. */
const TIME_LIMIT_MS = 90_000;

/** What it makes is a stranger's file as well, and no link. */
const MADE_DOOR: Door = { most: IMPORT_LIMIT_MB * MB, byLink: false };

/**
 * Where there is a shell its limits hold for LibreOffice: files of 512 MB, 4 GB of memory, and two minutes of the processor
 * should nobody be there any more to end it. A system that knows one of them not goes on without it.
 */
const LIMITED =
  'ulimit -f 1048576 2>/dev/null; ulimit -v 4194304 2>/dev/null; ulimit -t 120 2>/dev/null; exec "$0" "$@"';

/**
 * Has LibreOffice make a .docx of an .rtf or old .doc, in a folder and with a profile that are gone afterwards: nothing in
 * the file runs or is fetched.
 *
 * @param office the program
 * @returns the bytes of the .docx, or `fileNotConverted` (it could not, or took too long; the params are left to the caller), `jobCancelled`
 */
export function convertByOffice(
  bytes: Uint8Array,
  format: OldFormat,
  office: string,
  limitMs = TIME_LIMIT_MS,
): Job<Uint8Array> {
  let ending: Result<never> | null = null;
  let running: ChildProcess | null = null;
  const end = (why: Result<never>) => {
    ending ??= why;
    if (running) endTree(running);
  };
  const convert = async (): Promise<Result<Uint8Array>> => {
    const folder = makeTemporaryFolder('office');
    const clock = setTimeout(() => end(fail('fileNotConverted')), limitMs);
    try {
      const source = join(folder, `article.${format}`);
      await mkdir(join(folder, 'profile', 'user'), { recursive: true });
      await write(join(folder, 'profile', 'user', 'registrymodifications.xcu'), Buffer.from(CAREFUL_PROFILE));
      await write(source, bytes);
      // Stopped before it was begun.
      if (ending) return ending;
      running = start(office, argumentsFor(folder, format, source), folder);
      await ended(running);
      if (ending) return ending;
      const made = await readOutsideSlowly(join(folder, 'made', 'article.docx'), MADE_DOOR);
      return made.ok ? ok(made.value) : fail('fileNotConverted');
    } finally {
      clearTimeout(clock);
      // Windows keeps files for a moment after the process that had them open.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
  return { result: convert(), cancel: () => end(fail('jobCancelled')) };
}

function argumentsFor(folder: string, format: OldFormat, source: string): readonly string[] {
  return [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo'],
    `--infilter=${FILTERS[format]}`,
    ...['--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'made'), source],
  ];
}

/** Starts it as the first of a group of processes that can be ended together: the program is begun by others. */
function start(office: string, given: readonly string[], folder: string): ChildProcess {
  const nobody = 'http://127.0.0.1:9';
  const env = {
    ...process.env,
    ...{ HOME: folder, TMPDIR: folder, TMP: folder, TEMP: folder, SAL_USE_VCLPLUGIN: 'svp' },
    ...{ http_proxy: nobody, https_proxy: nobody, no_proxy: '' },
  };
  const options = { cwd: folder, env, stdio: 'ignore', windowsHide: true } as const;
  return process.platform === 'win32'
    ? spawn(office, [...given], options)
    : spawn('/bin/sh', ['-c', LIMITED, office, ...given], { ...options, detached: true });
}

/** When it has ended, in whatever way; it never goes on without this process. */
async function ended(child: ChildProcess): Promise<void> {
  const endIt = () => endTree(child);
  process.once('exit', endIt);
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  process.removeListener('exit', endIt);
  // What it began may go on without it.
  endTree(child);
}

function endTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await createOwnSlowly(path, 0o600);
  try {
    await file.writeFile(bytes);
  } finally {
    await file.close();
  }
}
