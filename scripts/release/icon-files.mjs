/**
 * A picture in one size.
 * @typedef {object} Picture
 * @property {number} size in pixels
 * @property {Buffer} png
 */

/**
 * The icon of Windows: https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 * @param {readonly Picture[]} pictures
 */
export function makeIco(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    // A byte has no 256: there 0 stands for it.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** The kinds of picture an icon of macOS holds: https://en.wikipedia.org/wiki/Apple_Icon_Image_format */
const icnsKinds = { 16: 'icp4', 32: 'icp5', 64: 'icp6', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };

/**
 * The icon of macOS.
 * @param {readonly Picture[]} pictures
 */
export function makeIcns(pictures) {
  const chunk = (/** @type {string} */ kind, /** @type {Buffer} */ bytes) => {
    const head = Buffer.from(`${kind}\0\0\0\0`, 'latin1');
    head.writeUInt32BE(head.length + bytes.length, 4);
    return Buffer.concat([head, bytes]);
  };
  const kinds = new Map(Object.entries(icnsKinds));
  const chunks = pictures.flatMap(({ size, png }) => {
    const kind = kinds.get(String(size));
    return kind === undefined ? [] : [chunk(kind, png)];
  });
  return chunk('icns', Buffer.concat(chunks));
}
