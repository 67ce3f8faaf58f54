import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findWrongFuses } from '../../../../scripts/release/fuses.mjs';

/** What Electron's fuses follow in the program: https://www.electronjs.org/docs/latest/tutorial/fuses */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'triptych-fuses-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['01001100', []],
  ['11001100', ['RunAsNode should be off']],
  ['00001100', ['EnableCookieEncryption should be on']],
  ['01101100', ['EnableNodeOptionsEnvironmentVariable should be off']],
  ['01011100', ['EnableNodeCliInspectArguments should be off']],
  ['01000000', ['EnableEmbeddedAsarIntegrityValidation should be on', 'OnlyLoadAppFromAsar should be on']],
  [
    '01001111',
    ['LoadBrowserProcessSpecificV8Snapshot should be off', 'GrantFileProtocolExtraPrivileges should be off'],
  ],
  // "r": a fuse this version of Electron no longer has.
  ['r1001100', ['RunAsNode should be off']],
])('of a program with %s', async (wire, wrong) => {
  const program = join(folder, 'triptych');
  const head = Buffer.from([1, wire.length]);
  writeFileSync(program, Buffer.concat([Buffer.from(`ELF…${SENTINEL}`), head, Buffer.from(`${wire}…`)]));
  expect(await findWrongFuses(program)).toEqual(wrong);
});
