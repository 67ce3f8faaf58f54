import { createHash } from 'node:crypto';
import { deflateRaw, inflateRaw, inflateRawSync } from 'node:zlib';
import { promisify } from 'node:util';
import { fail, ok, type Result } from '../../shared/model/failure';
import { LANGUAGES } from '../../shared/model/language';
import { IMPORT_LIMIT_MB, MB } from '../../shared/model/limits';
import { pictureHashes } from '../../shared/model/picture';
import type { Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';
import type { Database } from './database';
import type { Steps } from '../system/steps';

/** A file a version was imported from, or a picture in one, as the project keeps it. */
export interface PackedOriginal {
  /** SHA-256 of the file itself, in hex. */
  readonly hash: string;
  readonly packed: Uint8Array;
}

/** So much of an original is one row of its table, in bytes: what is written at a time is held in memory twice over. */
const PART = 2 ** 18;

/** Compresses a file for a project, off the thread that asks. */
export async function packOriginal(hash: string, bytes: Uint8Array): Promise<PackedOriginal> {
  return { hash, packed: await promisify(deflateRaw)(bytes) };
}

/** Writes an original into its table, where it is not there yet; all or nothing. */
export function writeOriginal(db: Database, original: PackedOriginal): Steps<void> {
  return db.transactionInSteps(() => insertOriginal(db, original));
}

/** `writeOriginal` within a transaction of the caller's. */
export function* insertOriginal(db: Database, { hash, packed }: PackedOriginal): Steps<void> {
  const [found] = db.rows`SELECT emit(count(*)) FROM original WHERE hash = ${hash}`;
  if (found?.[0] !== 0) return;
  for (let part = 0; part * PART < packed.length; part += 1) {
    const body = packed.subarray(part * PART, (part + 1) * PART);
    db.run`INSERT INTO original VALUES (${hash}, ${part}, ${body})`;
    yield Math.min(1, ((part + 1) * PART) / packed.length);
  }
}

/** An original as it is kept, whether or not it is whole; null where there is none. A file may hold anything under its name. */
export function readPacked(db: Database, hash: string): PackedOriginal | null {
  const [length] = db.rows`SELECT emit(sum(length(body))) FROM original WHERE hash = ${hash}`;
  const size = Number(length?.[0] ?? 0);
  if (size === 0 || size > IMPORT_LIMIT_MB * MB * 1.01) return null;
  const parts = db.rows`SELECT emit(body) FROM original WHERE hash = ${hash} ORDER BY part`;
  const bodies = parts.flatMap(([body]) => (body instanceof Uint8Array ? [body] : []));
  return { hash, packed: Buffer.concat(bodies) };
}

/** The file itself; `originalMissing` where it is not there, or not as it was. */
export function unpackOriginal(original: PackedOriginal | null): Result<Uint8Array> {
  if (!original) return fail('originalMissing');
  try {
    const bytes = inflateRawSync(original.packed, { maxOutputLength: IMPORT_LIMIT_MB * MB });
    const hash = createHash('sha256').update(bytes).digest('hex');
    return hash === original.hash ? ok(bytes) : fail('originalMissing');
  } catch {
    // Damaged, or made to fill the memory.
    return fail('originalMissing');
  }
}

/** The file itself, while others go on; null where it is not there, or not as it was. */
export async function unpackSlowly(original: PackedOriginal | null): Promise<Uint8Array | null> {
  if (!original) return null;
  const bytes = await promisify(inflateRaw)(original.packed, { maxOutputLength: IMPORT_LIMIT_MB * MB }).then(
    (unpacked) => unpacked,
    // Damaged, or made to fill the memory.
    () => null,
  );
  return bytes && createHash('sha256').update(bytes).digest('hex') === original.hash ? bytes : null;
}

/** The originals and pictures a project names, each once. */
export function originalsOf(
  { origins, rows, review }: Pick<Project, 'origins' | 'rows' | 'review'>,
  read: (hash: string) => PackedOriginal | null,
): readonly PackedOriginal[] {
  const hashes = new Set(LANGUAGES.flatMap((language) => origins[language]?.original?.hash ?? []));
  const states: readonly (readonly Row[])[] = [rows, ...(review?.snapshots ?? []).map((each) => each.rows)];
  for (const state of states) for (const hash of pictureHashes(allParagraphs(state))) hashes.add(hash);
  return [...hashes].flatMap((hash) => read(hash) ?? []);
}

function* allParagraphs(rows: readonly Row[]) {
  for (const { cells } of rows) for (const language of LANGUAGES) yield* cells[language].paragraphs;
}
