import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, lstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../../shared/model/failure';
import { openOutside } from '../system/outside-file';
import { readOwn } from '../system/own-file';
import { systemErrorCode } from '../system/system-error';
import { writeFileAtomically, writeOwnFile } from '../system/write-file-atomically';
import { fileContentSchema, isSameContent, type FileContent } from './file-content';
import { copySynced } from './snapshot-copy';

const MANIFEST = 'manifest.json';
const DATABASE = 'project.triptych';

const placeSchema = z
  .object({
    path: z.string(),
    /** What may lie there that is ours: what was last put there, and what was just being put. None: nothing is there. */
    ours: z.array(fileContentSchema).readonly(),
  })
  .readonly();

/** What is remembered beside a working copy, from before the first change until it is no longer needed. */
const manifestSchema = z
  .object({
    /** The person's file, without symbolic links. */
    home: placeSchema,
    /** Where our state is put while something else lies at home. */
    beside: placeSchema.nullable(),
    /** The rights of the person's file. */
    mode: z.int().nonnegative(),
  })
  .readonly();

/** A place where states of ours are put, and what may lie there that is ours. */
export type RememberedPlace = z.infer<typeof placeSchema>;

export type Manifest = z.infer<typeof manifestSchema>;

/** A folder of the app in which a project is worked on. */
export interface WorkingCopy {
  readonly folder: string;
  readonly database: string;
  readonly manifest: Manifest;
}

/** What has no manifest after so long was never finished, in ms: no change was ever kept in it. */
const UNFINISHED = 3_600_000;

/** Removes working copies that a crash left unfinished: they hold texts that may not be published yet. */
export function removeUnfinishedCopies(root: string, now: number): void {
  if (!existsSync(root)) return;
  for (const name of readdirSync(root)) {
    const folder = join(root, name);
    try {
      const isBegun = readdirSync(folder).some((file) => file.endsWith(MANIFEST));
      if (!isBegun && now - lstatSync(folder).mtimeMs > UNFINISHED) rmSync(folder, { recursive: true });
    } catch (error) {
      console.error('working copy not removed:', systemErrorCode(error));
    }
  }
}

/** One whose manifest cannot be read is nobody's, and left alone. */
export function listWorkingCopies(root: string): readonly WorkingCopy[] {
  if (!existsSync(root)) return [];
  return readdirSync(root).flatMap((name) => {
    const folder = join(root, name);
    const manifest = readManifest(folder);
    const database = join(folder, DATABASE);
    return manifest && existsSync(database) ? [{ folder, database, manifest }] : [];
  });
}

/**
 * Copies a file as it lies into a new folder, on the disk for good when this returns; it has no manifest yet. Throws an
 * error of the system.
 *
 * @param root the folder of all working copies
 * @param location must not be locked by this process
 */
export function makeWorkingCopy(
  root: string,
  location: string,
): Pick<WorkingCopy, 'folder' | 'database'> & { readonly content: FileContent } {
  const folder = join(root, randomUUID());
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const database = join(folder, DATABASE);
    const content = copyContent(location, database);
    return { folder, database, content };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Writes what is to be remembered, so that there is at any time either the old or all of the new; fails as
 * `writeOwnFile` does.
 */
export function writeManifest(folder: string, manifest: Manifest): Result<void> {
  return writeOwnFile(join(folder, MANIFEST), JSON.stringify(manifest));
}

/** The same while others go on. */
export function writeManifestSlowly(folder: string, manifest: Manifest): Promise<Result<void>> {
  return writeFileAtomically(join(folder, MANIFEST), Buffer.from(JSON.stringify(manifest)));
}

/** The manifest goes first: what has none is nobody's. */
export function removeWorkingCopy(folder: string): void {
  rmSync(join(folder, MANIFEST), { force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** Leaves a working copy that cannot be used where it is, as nobody's; the value is where. */
export function setAsideWorkingCopy(folder: string): string {
  renameSync(join(folder, MANIFEST), join(folder, `damaged-${MANIFEST}`));
  return folder;
}

/** The name under which a state is prepared beside the person's file: the same one each time, so that a crash leaves at most one. */
export function draftName(folder: string): string {
  return `.triptych-${basename(folder)}.tmp`;
}

/** The second name of what is just being replaced, until it is known that it was ours. */
export function heldName(folder: string): string {
  return `.triptych-${basename(folder)}.old`;
}

/** Whether a file holds one of the states that were put there by us. */
export function isOurs(content: FileContent, ours: readonly FileContent[]): boolean {
  return ours.some((each) => isSameContent(each, content));
}

function readManifest(folder: string): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(readOwn(join(folder, MANIFEST)))).data ?? null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) systemErrorCode(error);
    return null;
  }
}

function copyContent(from: string, to: string): FileContent {
  const source = openOutside(from);
  try {
    return copySynced(source, to, 0o600);
  } finally {
    closeSync(source);
  }
}
