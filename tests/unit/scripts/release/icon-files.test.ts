import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeIcns, makeIco } from '../../../../scripts/release/icon-files.mjs';
import { root } from '../../../../scripts/setup/command.mjs';

const read = (size: number) => readFileSync(join(root, 'resources', 'icons', `${size}x${size}.png`));
const pictures = [16, 256].map((size) => ({ size, png: read(size) }));

test('the icon of Windows leads to each picture', () => {
  const ico = makeIco(pictures);
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 2]);
  pictures.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index;
    expect(ico.readUInt8(entry)).toBe(size === 256 ? 0 : size);
    const at = ico.readUInt32LE(entry + 12);
    expect(ico.subarray(at, at + ico.readUInt32LE(entry + 8)).equals(png)).toBe(true);
  });
});

test('the icon of macOS names each picture and its length', () => {
  const icns = makeIcns(pictures);
  expect(icns.subarray(0, 4).toString()).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  let at = 8;
  for (const [index, kind] of ['icp4', 'ic08'].entries()) {
    const length = icns.readUInt32BE(at + 4);
    expect(icns.subarray(at, at + 4).toString()).toBe(kind);
    expect(icns.subarray(at + 8, at + length)).toEqual(pictures[index]?.png);
    at += length;
  }
  expect(at).toBe(icns.length);
});
