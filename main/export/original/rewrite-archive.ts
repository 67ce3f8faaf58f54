import { crc32, deflateRawSync } from 'node:zlib';
import type { Entry as ReadEntry } from 'yauzl';
import { Unreadable } from '../../import/docx/unreadable';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** What stands before the content of a part, its name and fields not counted. */
const LOCAL_LENGTH = 30;

/** A bit of an entry that says its sizes stand behind it, and one that says its name is UTF-8. */
const SIZES_BEHIND = 1 << 3;
const IN_UTF8 = 1 << 11;

const STORED = 0;
const DEFLATED = 8;

/** What an entry tells beside its content. */
type Entry = Pick<
  ReadEntry,
  | 'fileName'
  | 'versionMadeBy'
  | 'versionNeededToExtract'
  | 'generalPurposeBitFlag'
  | 'lastModFileTime'
  | 'lastModFileDate'
  | 'extraFields'
  | 'internalFileAttributes'
  | 'externalFileAttributes'
>;

/** The first of January 1980, before which there is no time in an archive. */
const NO_DATE = 0x21;

/** A field of an entry with sizes of more than four bytes, which no file that Triptych reads needs. */
const ZIP64 = 1;

/**
 * A zip archive with other bytes in some of its parts; those it does not have stand at its end. All others are taken over as they are compressed, in the same order
 * and with the same names, times and attributes (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT).
 *
 * Throws Unreadable where parts that nobody has read are not where the archive says: `fileDamaged`, or `fileUnsafe` where they lie
 * over each other, for copied one by one they would fill the memory.
 *
 * @param entries what `openArchive` found in `bytes`
 */
export function rewriteArchive(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ReadEntry>,
  changed: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const claimed = [...entries.values()].reduce((sum, { compressedSize }) => sum + compressedSize, 0);
  if (claimed > archive.length) throw new Unreadable('fileUnsafe');
  const given = [...entries].map(([name, entry]): readonly [Entry, StoredPart] => {
    const written = changed.get(name);
    return [entry, written ? compress(written, entry.compressionMethod) : compressedPart(archive, entry)];
  });
  const added = [...changed].filter(([name]) => !entries.has(name));
  return joinParts([...given, ...added.map(([name, content]) => newPart(name, content, DEFLATED))]);
}

/**
 * A zip archive of these parts, in this order.
 *
 * @param stored those that are not compressed
 */
export function makeArchive(parts: ReadonlyMap<string, Uint8Array>, stored: ReadonlySet<string>): Uint8Array {
  return joinParts(
    [...parts].map(([name, content]) => newPart(name, content, stored.has(name) ? STORED : DEFLATED)),
  );
}

function newPart(name: string, content: Uint8Array, method: number): readonly [Entry, StoredPart] {
  return [newEntry(name), compress(content, method)];
}

function joinParts(parts: readonly (readonly [Entry, StoredPart])[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [entry, part] of parts) {
    const local = localHeader(entry, part);
    directory.push(centralHeader(entry, part, offset));
    pieces.push(local, part.data);
    offset += local.length + part.data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, listed, end]);
}

interface StoredPart {
  readonly data: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
}

function compress(content: Uint8Array, method: number): StoredPart {
  const data = method === STORED ? Buffer.from(content) : deflateRawSync(content);
  return {
    data,
    method: method === STORED ? STORED : DEFLATED,
    crc: crc32(content),
    size: content.length,
  };
}

function newEntry(fileName: string): Entry {
  return {
    fileName,
    versionMadeBy: 20,
    versionNeededToExtract: 20,
    generalPurposeBitFlag: 0,
    lastModFileTime: 0,
    lastModFileDate: NO_DATE,
    extraFields: [],
    internalFileAttributes: 0,
    externalFileAttributes: 0,
  };
}

function compressedPart(archive: Buffer, entry: ReadEntry): StoredPart {
  const at = entry.relativeOffsetOfLocalHeader;
  if (at + LOCAL_LENGTH > archive.length || archive.readUInt32LE(at) !== LOCAL)
    throw new Unreadable('fileDamaged');
  // The name and the fields of the local header may be of other lengths than those of the directory.
  const start = at + LOCAL_LENGTH + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  if (start + entry.compressedSize > archive.length) throw new Unreadable('fileDamaged');
  return {
    data: archive.subarray(start, start + entry.compressedSize),
    method: entry.compressionMethod,
    crc: entry.crc32,
    size: entry.uncompressedSize,
  };
}

function localHeader(entry: Entry, part: StoredPart): Buffer {
  const name = nameOf(entry);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL, 0);
  writeShared(header, 4, entry, part);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function centralHeader(entry: Entry, part: StoredPart, offset: number): Buffer {
  const name = nameOf(entry);
  const extra = Buffer.concat(
    entry.extraFields.filter(({ id }) => id !== ZIP64).map(({ id, data }) => extraField(id, data)),
  );
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE(entry.versionMadeBy, 4);
  writeShared(header, 6, entry, part);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt16LE(entry.internalFileAttributes, 36);
  header.writeUInt32LE(entry.externalFileAttributes, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name, extra]);
}

/** What both headers tell alike, from the version that is needed to the size. */
function writeShared(header: Buffer, at: number, entry: Entry, part: StoredPart): void {
  header.writeUInt16LE(entry.versionNeededToExtract, at);
  header.writeUInt16LE((entry.generalPurposeBitFlag & ~SIZES_BEHIND) | IN_UTF8, at + 2);
  header.writeUInt16LE(part.method, at + 4);
  header.writeUInt16LE(entry.lastModFileTime, at + 6);
  header.writeUInt16LE(entry.lastModFileDate, at + 8);
  header.writeUInt32LE(part.crc, at + 10);
  header.writeUInt32LE(part.data.length, at + 14);
  header.writeUInt32LE(part.size, at + 18);
}

/** As it was read: names that were not UTF-8 were decoded. */
function nameOf(entry: Entry): Buffer {
  return Buffer.from(entry.fileName, 'utf8');
}

function extraField(id: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}
