import { crc32, deflateRawSync } from 'node:zlib';

/** A file in an archive; what is given beside name and data is written instead of what would be true. */
export interface ZipEntry {
  readonly name: string | Uint8Array;
  readonly data: string | Uint8Array;
  /** The unpacked size its headers tell. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** Unix mode, as of a symbolic link. */
  readonly mode?: number;
  /** Written as it is, not deflated. */
  readonly stored?: boolean;
  /** Deflated already, in place of `data`. */
  readonly packed?: Packed;
}

interface Packed {
  readonly bytes: Uint8Array;
  /** Before it was deflated. */
  readonly size: number;
  readonly crc: number;
}

const UTF8_NAMES = 0x800;

const SYMBOLIC_LINK = 0o120777;

/** Flags and modes that archives of strangers come with. */
export const ZIP = { encrypted: UTF8_NAMES | 1, symbolicLink: SYMBOLIC_LINK } as const;

/**
 * Writes an archive as it is told, true or not.
 *
 * @param lie `count`: how many files the directory claims to list; `zip64`: sizes and places stand in 64-bit fields
 */
export function zipOf(
  entries: readonly ZipEntry[],
  lie: { readonly count?: number; readonly zip64?: boolean; readonly before?: Uint8Array } = {},
): Uint8Array {
  const before = lie.before ?? new Uint8Array();
  const pieces: Uint8Array[] = [before];
  const directory: Uint8Array[] = [];
  let at = before.length;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const data = Buffer.from(entry.data);
    const packed = entry.packed?.bytes ?? (entry.stored ? data : deflateRawSync(data));
    const method = entry.stored ? 0 : 8;
    const size = entry.size ?? entry.packed?.size ?? data.length;
    const crc = entry.crc ?? entry.packed?.crc ?? crc32(data);
    const flags = entry.flags ?? UTF8_NAMES;
    const extra = lie.zip64 ? zip64Extra(size, packed.length, at) : new Uint8Array();
    const told = (value: number): number => (lie.zip64 ? 0xffffffff : value);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(told(packed.length), 18);
    local.writeUInt32LE(told(size), 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 45, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(told(packed.length), 20);
    central.writeUInt32LE(told(size), 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE((entry.mode ?? 0o100644) * 0x10000, 38);
    central.writeUInt32LE(told(at), 42);
    pieces.push(local, name, packed);
    directory.push(central, name, extra);
    at += local.length + name.length + packed.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const count = lie.count ?? entries.length;
  return Buffer.concat([
    ...pieces,
    ...directory,
    ...(lie.zip64 ? zip64End(count, size, at) : []),
    end(count, size, at),
  ]);
}

function zip64Extra(size: number, packed: number, at: number): Uint8Array {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(packed), 12);
  extra.writeBigUInt64LE(BigInt(at), 20);
  return extra;
}

function zip64End(count: number, size: number, at: number): readonly Uint8Array[] {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at + size), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator];
}

function end(count: number, size: number, at: number): Uint8Array {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(Math.min(count, 0xffff), 8);
  record.writeUInt16LE(Math.min(count, 0xffff), 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(at, 16);
  return record;
}

/** The same few bytes over and over, packed: little on the disk, much in memory. */
export function packRepeated(before: string, repeated: string, size: number, after: string): Packed {
  const data = Buffer.concat([
    Buffer.from(before),
    Buffer.alloc(size - Buffer.byteLength(before) - Buffer.byteLength(after), repeated),
    Buffer.from(after),
  ]);
  return { bytes: deflateRawSync(data), size: data.length, crc: crc32(data) };
}
