import { crc32 } from 'node:zlib';

/** What stands for NULL; no text of a project holds this character on its own. */
const NOTHING = '\u0001';

/**
 * The checksum of a stored row: CRC-32 (as in zip and PNG) over the UTF-8 of its columns with a NUL between any two, as
 * eight hexadecimal digits: a text of one length, so that SQLite can write a new one over an old one in its place.
 * SQLite keeps none of its own, so that a letter that went wrong on the disk would be read as if it were right.
 */
export function checksum(columns: readonly unknown[]): string {
  const text = columns.map((column) => (column === null ? NOTHING : String(column))).join('\0');
  return crc32(text).toString(16).padStart(8, '0');
}

/** Whether a row is as it was written: `sum` is what was stored with it, after the columns it is over. */
export function isWhole(columnsAndSum: readonly unknown[]): boolean {
  return columnsAndSum.at(-1) === checksum(columnsAndSum.slice(0, -1));
}
