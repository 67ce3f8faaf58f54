import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Unreadable } from './unreadable';

/** What all parts of one file may unpack to, in MB of 2^20 bytes: pictures, which nobody unpacks, among them. */
const UNPACKED_LIMIT = 200;

/** What a part that is read may unpack to, in MB: the text of a thousand pages is less. */
const PART_LIMIT = 20;

/** No Office program writes so many parts. */
const MOST_PARTS = 10_000;

const OLE_HEADER = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** What yauzl says of an archive that was made to mislead: names that leave the folder, sizes that lie. */
const DECEPTION =
  /absolute path|invalid relative path|invalid characters in fileName|bytes in the stream|size mismatch/i;

/** The parts of an Office file, none of them unpacked before it is asked for. */
export interface Archive {
  /** The bytes of a part, or null if there is none of that name ("word/document.xml"). */
  readonly read: (name: string) => AsyncIterable<Uint8Array> | null;
  /** All parts in the order of the archive, by name. */
  readonly entries: ReadonlyMap<string, Entry>;
}

/**
 * Opens a zip archive in memory and lists its parts.
 *
 * Sizes are taken as declared: a part that unpacks to another size fails when it is read, so the sum over all
 * parts bounds what can ever be unpacked.
 *
 * @throws Unreadable `fileWrongType` (no zip, or encrypted), `fileDamaged`, `fileUnsafe`, `fileUnpacksTooLarge`
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const bare = bareArchive(bytes);
  const buffer = Buffer.from(bare.buffer, bare.byteOffset, bare.byteLength);
  // Word saves an encrypted .docx in the same container as an old .doc.
  if (buffer.subarray(0, 8).equals(OLE_HEADER)) throw new Unreadable('fileWrongType', { found: 'DOC' });
  if (buffer.subarray(0, 2).toString('latin1') !== 'PK')
    throw new Unreadable('fileWrongType', { found: 'binary' });

  const entries = new Map<string, Entry>();
  let unpacked = 0;
  const zip = await explainErrors(async () => {
    const opened = await fromBufferPromise(buffer);
    for await (const entry of opened.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > UNPACKED_LIMIT * 2 ** 20)
        throw new Unreadable('fileUnpacksTooLarge', { limit: UNPACKED_LIMIT });
      if (entries.size >= MOST_PARTS) throw new Unreadable('fileUnsafe');
      // Two parts of one name: which of them a reader takes is anyone's guess, and an attacker's tool.
      if (entries.has(entry.fileName)) throw new Unreadable('fileUnsafe');
      if (entry.isEncrypted()) throw new Unreadable('fileWrongType', { found: 'ZIP' });
      entries.set(entry.fileName, entry);
    }
    return opened;
  });
  return {
    entries,
    read: (name) => {
      const entry = entries.get(name);
      if (entry && entry.uncompressedSize > PART_LIMIT * 2 ** 20)
        throw new Unreadable('fileUnpacksTooLarge', { limit: PART_LIMIT });
      return entry ? unpack(zip, entry) : null;
    },
  };
}

/** All bytes of a part; null where there is none of that name. Throws as opening and reading it do. */
export async function readWhole(archive: Archive, name: string): Promise<Uint8Array | null> {
  const chunks = archive.read(name);
  if (!chunks) return null;
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** What an archive ends with, and how long that is without the remark that may follow. */
const END = Buffer.from('PK\x05\x06', 'latin1');
const END_LENGTH = 22;

/** Mail gateways and servers add no more. */
const MOST_AROUND = 65_536;

/**
 * An archive without what mail gateways and servers leave before and after it. Offsets in an archive count from where it
 * begins. The bytes themselves where they are none, or as they should be.
 */
export function bareArchive(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = buffer.lastIndexOf(END);
  if (at < 0 || at + END_LENGTH > buffer.length || at < buffer.length - 2 * MOST_AROUND) return bytes;
  const listed = buffer.readUInt32LE(at + 12) + buffer.readUInt32LE(at + 16);
  const start = at - listed;
  const end = at + END_LENGTH + buffer.readUInt16LE(at + 20);
  const isOne = start >= 0 && start <= MOST_AROUND && buffer.readUInt32LE(start) === 0x04034b50;
  // A page that is an archive as well is made to be taken for either.
  if (isOne && buffer.subarray(0, start).includes('<')) return bytes;
  return isOne && (start > 0 || end < buffer.length)
    ? bytes.subarray(start, Math.min(end, bytes.length))
    : bytes;
}

async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await explainErrors(() => zip.openReadStreamPromise(entry));
  const chunks: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]();
  for (;;) {
    const next = await explainErrors(() => chunks.next());
    if (next.done) return;
    yield next.value;
  }
}

async function explainErrors<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const message = error instanceof Error ? error.message : '';
    throw new Unreadable(DECEPTION.test(message) ? 'fileUnsafe' : 'fileDamaged');
  }
}
