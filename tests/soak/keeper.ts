import fs, { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Database } from '../../main/project/database';
import { openWorking } from '../../main/project/open-working';
import { openProjectFile, type ProjectFile } from '../../main/project/project-file';
import { USUAL_PACE } from '../../main/project/pacing';
import { projectSchema, type Project } from '../../shared/model/project';
import { FAST, placesIn } from '../unit/main/project/places-in';
import { value } from '../unit/main/project/sample-project';
import type { Action } from './random-editor';

/** Bytes the naive program writes at a time: few, so that a kill often comes while it is writing. */
const PIECE = 16;

/** A way to keep a project: the real one, and those that must be found wanting. */
export type Kind =
  | 'triptych'
  /** The same at the pace it has in the window. */
  | 'usual'
  /** The file itself is worked on, with a log beside it, as it was once. */
  | 'inPlace'
  /** The real one, but nothing waits for the disk. */
  | 'unsynced'
  /** The whole project is written over the old one, as JSON. */
  | 'naive';

/** An open project as something keeps it. */
export interface Keeper {
  readonly project: () => Project;
  readonly can: () => { readonly undo: boolean; readonly redo: boolean };
  readonly carryOut: (action: Action) => void;
  readonly close: () => void;
}

/** @param base the folder for working copies and for what cannot lie beside the file */
export function openKeeper(path: string, kind: Kind, base = dirname(path)): Keeper {
  if (kind === 'naive') return openNaive(path);
  if (kind === 'inPlace') {
    const file = value(openProjectFile(path));
    return openTriptych(file, () => file.close());
  }
  const pace = kind === 'usual' ? USUAL_PACE : FAST;
  const { file, close } = value(openWorking(path, placesIn(base), { user: 'Айгүл', pace }));
  return openTriptych(file, () => void close());
}

function openTriptych(file: ProjectFile, close: () => void): Keeper {
  return {
    project: () => file.project(),
    can: () => {
      const { undo, redo } = file.history();
      return { undo: undo !== null, redo: redo !== null };
    },
    carryOut: (action) => {
      if (action.kind === 'undo') value(file.undo());
      else if (action.kind === 'redo') value(file.redo());
      else {
        const { command, after } = action;
        value(file.record(after, { command, label: command.type, author: 'Айгүл', time: 1, group: null }));
      }
    },
    close,
  };
}

function openNaive(path: string): Keeper {
  let project = readNaive(path);
  return {
    project: () => project,
    can: () => ({ undo: false, redo: false }),
    carryOut: (action) => {
      if (action.kind === 'do') project = action.after;
      writeNaive(path, project);
    },
    close: () => undefined,
  };
}

export function readNaive(path: string): Project {
  return projectSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Written as a stream would, piece by piece. */
export function writeNaive(path: string, project: Project): void {
  const bytes = Buffer.from(JSON.stringify(project));
  const file = openSync(path, 'w');
  for (let at = 0; at < bytes.length; at += PIECE) writeSync(file, bytes.subarray(at, at + PIECE));
  closeSync(file);
}

/** Makes everything in this process believe that the disk has what it was only told to write. */
export async function stopSyncing(): Promise<void> {
  const { run } = Database.prototype;
  const known = new WeakSet<Database>();
  const OFF = Object.assign(['PRAGMA synchronous = OFF'], { raw: [] });
  Database.prototype.run = function unsynced(this: Database, sql, ...values) {
    if (!known.has(this)) run.call(this, OFF);
    known.add(this);
    const parts = sql.map((part) => part.replaceAll(/synchronous = \w+/g, 'synchronous = OFF'));
    run.call(this, Object.assign(parts, { raw: sql.raw }), ...values);
  };
  fs.fsyncSync = () => undefined;
  const file = await open(process.execPath);
  const prototype = Object.getPrototypeOf(file) as { sync: () => Promise<void> };
  prototype.sync = () => Promise.resolve();
  await file.close();
}
