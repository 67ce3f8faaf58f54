import { expect, test } from 'vitest';
import { shownPicture } from '../../../../main/ipc/shown-picture';
import { claimPng, makePng } from '../../../fixtures/make-picture';

const typeOf = (bytes: Uint8Array | null) => shownPicture('a'.repeat(64), bytes)?.type ?? null;

test('the window is given a picture under the type its bytes have', () => {
  expect(typeOf(makePng(6, 4))).toBe('image/png');
  expect(typeOf(Buffer.from('GIF89a\x06\0\x04\0\0\0\0', 'latin1'))).toBe('image/gif');
});

test('what runs, would fill the memory, or is no picture is not given out under any name', () => {
  expect(typeOf(claimPng(50_000, 50_000))).toBeNull();
  expect(typeOf(claimPng(0, 5))).toBeNull();
  expect(typeOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).toBeNull();
  expect(typeOf(Buffer.from('<html><script>alert(1)</script></html>'))).toBeNull();
  expect(typeOf(Buffer.from('\xd7\xcd\xc6\x9a\0\0', 'latin1'))).toBeNull();
  expect(typeOf(null)).toBeNull();
});
