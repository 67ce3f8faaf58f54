import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describePicture } from '../../../../main/import/pictures/describe-picture';
import { claimPng, makePng } from '../../../fixtures/make-picture';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test('what a picture is, and how large, is told by its first bytes', () => {
  expect(describePicture(makePng(30, 20))).toEqual({ kind: 'png', width: 30, height: 20 });
  const jpeg = bytes(
    '\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc0\x00\x0b\x08\x00\x14\x00\x1e\x01\x00\x00\x00\x00\x00',
  );
  expect(describePicture(jpeg)).toEqual({ kind: 'jpeg', width: 30, height: 20 });
  expect(describePicture(bytes('GIF89a\x1e\x00\x14\x00\x00\x00\x00'))).toEqual({
    kind: 'gif',
    width: 30,
    height: 20,
  });
  const webp = bytes('RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x1d\x00\x00\x13\x00\x00');
  expect(describePicture(webp)).toEqual({ kind: 'webp', width: 30, height: 20 });
  const bmp = Buffer.alloc(54);
  bmp.write('BM', 0, 'latin1');
  bmp.writeUInt32LE(40, 14);
  bmp.writeInt32LE(30, 18);
  bmp.writeInt32LE(-20, 22);
  expect(describePicture(bmp)).toEqual({ kind: 'bmp', width: 30, height: 20 });
});

test('drawings are told apart from pictures, by whatever name they go', () => {
  const nothing = { width: 0, height: 0 };
  const emf = Buffer.alloc(88);
  emf.writeUInt32LE(1, 0);
  emf.write(' EMF', 40, 'latin1');
  expect(describePicture(emf)).toEqual({ kind: 'emf', ...nothing });
  expect(describePicture(bytes('\xd7\xcd\xc6\x9a\x00\x00'))).toEqual({ kind: 'wmf', ...nothing });
  expect(describePicture(bytes('<?xml version="1.0"?><svg onload="alert(1)"/>'))).toEqual({
    kind: 'svg',
    ...nothing,
  });
  expect(describePicture(bytes('<p>svg</p>'))).toBeNull();
});

test('one that claims to be larger than anything, or ends too soon, has no size', () => {
  expect(describePicture(claimPng(60_000, 60_000))).toEqual({ kind: 'png', width: 60_000, height: 60_000 });
  expect(describePicture(claimPng(2 ** 31, 5))).toEqual({ kind: 'png', width: 0, height: 0 });
  expect(describePicture(makePng(30, 20).subarray(0, 14))).toEqual({ kind: 'png', width: 0, height: 0 });
  expect(describePicture(bytes('\xff\xd8\xff\xe0\xff\xff'))).toEqual({ kind: 'jpeg', width: 0, height: 0 });
});

test('any bytes get an answer', () => {
  const starts = ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'GIF89a', 'RIFF\0\0\0\0WEBPVP8 ', 'BM', '<svg '].map(
    bytes,
  );
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 80 }), (start, rest) => {
      expect(describePicture(Buffer.concat([start, rest]))).not.toBeUndefined();
    }),
    { seed: 1, numRuns: 500 },
  );
});
