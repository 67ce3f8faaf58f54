import { fork, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Task, TaskResults, WorkerMessage } from '../../main/jobs/task';
import { loadFile } from '../../main/import/load-file';
import { fail, type Result } from '../../shared/model/failure';
import type { ImportedDocument } from '../../shared/model/imported-document';

const BUILT = resolve(import.meta.dirname, '../../out/main');

/** What reading a file cost beyond what an ordinary one costs. */
export interface Cost {
  /** ms in which the process was busy: on a machine with nothing else to do, how long it takes. */
  readonly time: number;
  /** Growth of the most memory the process ever had, in MB of 2^20 bytes. */
  readonly memory: number;
}

/** Text files of every kind, so that all readers are loaded before anything is measured. */
const ORDINARY: Extract<Task, { kind: 'import' }>['files'] = [
  { fileName: 'a.html', bytes: Buffer.from('<!doctype html><p>A village, its council and the water.</p>') },
  { fileName: 'a.md', bytes: Buffer.from('# A village\n\nIts *council* and the water.') },
  { fileName: 'a.txt', bytes: Buffer.from('A village, its council and the water.') },
];

/** What a process tells of itself: ms and KB. */
interface Told {
  readonly busy: number;
  readonly peak: number;
}

interface Answer {
  readonly value: TaskResults['import'] | null;
  readonly cost: Told;
}

function between(before: Told, after: Told): Cost {
  const memory = (after.peak - before.peak) / 1024;
  return { time: Math.max(0, after.busy - before.busy), memory: Math.max(0, memory) };
}

/** Loads a file and reads it in the built worker, as the app does, and tells what that cost. */
export async function readInWorker(path: string): Promise<{ result: Result<ImportedDocument>; cost: Cost }> {
  const child = fork(join(import.meta.dirname, 'worker-host.cjs'), [join(BUILT, 'worker.cjs')], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=2048'],
  });
  const ask = (files: typeof ORDINARY) =>
    new Promise<Answer>((answer) => {
      child.removeAllListeners();
      child.on('message', ({ cost, ...message }: WorkerMessage & { cost: Told }) => {
        if (message.type === 'done') answer({ value: message.value as TaskResults['import'], cost });
      });
      child.on('exit', () => answer({ value: null, cost: { busy: Infinity, peak: Infinity } }));
      child.send({ kind: 'import', files });
    });
  try {
    const before = await ask(ORDINARY);
    const loaded = await loadFile(path);
    if (!loaded.ok) return { result: loaded, cost: { time: 0, memory: 0 } };
    const after = await ask([loaded.value]);
    const result = after.value?.[0]?.result ?? fail('jobFailed');
    return { result, cost: between(before.cost, after.cost) };
  } finally {
    child.removeAllListeners();
    child.kill();
  }
}

/** Opens a project with the built command line, and tells what that cost beyond what opening an ordinary one does. */
export async function costOfOpening(path: string, ordinary: string): Promise<Cost> {
  return between(await openOnce(ordinary), await openOnce(path));
}

async function openOnce(path: string): Promise<Told> {
  const cost = join(import.meta.dirname, 'cost.cjs');
  const child = spawn(process.execPath, ['--require', cost, join(BUILT, 'cli.cjs'), 'info', path], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: { ...process.env, TRIPTYCH_TELL_COST: '1' },
    timeout: 60_000,
  });
  const told = await text(child.stdio[3] as Readable);
  return told === '' ? { busy: Infinity, peak: Infinity } : (JSON.parse(told) as Told);
}
