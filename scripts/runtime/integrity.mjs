import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/**
 * The fingerprint of a file as npm writes it: `sha512-` and the hash in base64.
 * @param {string} file
 * @returns {Promise<string>}
 */
export async function computeIntegrity(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}
