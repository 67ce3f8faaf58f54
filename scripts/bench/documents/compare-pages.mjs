import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Points of a page that may look otherwise before the page does: edges of letters are drawn with some play. */
const SHARE = 0.001;

/** So much darker or lighter, of 255, is otherwise. */
const OTHERWISE = 64;

const POINTS_AN_INCH = 60;

/**
 * Runs a program; its output, or null where it failed.
 * @param {string} program
 * @param {readonly string[]} given
 */
function run(program, given) {
  const done = spawnSync(program, given, { timeout: 120_000, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return done.status === 0 ? done.stdout : null;
}

/** Whether pages can be drawn here: with LibreOffice and poppler. */
export function canDraw() {
  return ['soffice', 'pdftoppm', 'pdftotext'].every(
    (program) => spawnSync(program, ['-v']).error === undefined,
  );
}

/**
 * The pages of a PDF as pictures, and what is written on each; null where there is none.
 * @param {string} name
 * @param {string} folder
 */
async function readPages(name, folder) {
  const pdf = path.join(folder, `${name}.pdf`);
  const texts = run('pdftotext', [pdf, '-'])?.split('\f').slice(0, -1);
  const drawn = run('pdftoppm', ['-gray', '-r', String(POINTS_AN_INCH), pdf, path.join(folder, name)]);
  if (!texts || drawn === null) return null;
  const names = (await readdir(folder))
    .filter((each) => each.startsWith(`${name}-`) && each.endsWith('.pgm'))
    .sort();
  const pictures = await Promise.all(names.map((each) => readFile(path.join(folder, each))));
  return texts.map((text, n) => ({ text, picture: pictures[n] ?? Buffer.alloc(0) }));
}

/**
 * How many of a document's pages without an edit look the same after it was written, and which do not; null where LibreOffice
 * draws it neither before nor after.
 * @param {Uint8Array} before
 * @param {Uint8Array} after
 * @param {readonly string[]} words that were put in
 * @param {string} folder an empty one
 * @param {string} profile what LibreOffice keeps from one document to the next
 */
export async function comparePages(before, after, words, folder, profile) {
  const files = ['before', 'after'].map((name) => path.join(folder, `${name}.docx`));
  await Promise.all([before, after].map((bytes, n) => writeFile(files[n] ?? '', bytes)));
  const settings = `-env:UserInstallation=file://${profile}`;
  run('soffice', [settings, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
  const [former, present] = [await readPages('before', folder), await readPages('after', folder)];
  if (!former) return null;
  const pages = former.map((page, n) => ({ page, now: present?.[n], n: n + 1 }));
  // A style may show them in capitals.
  const free = pages.filter(({ now }) => !words.some((word) => now?.text.toLowerCase().includes(word)));
  const isAsLong = present?.length === former.length;
  const other = free.filter(({ page, now }) => !isAsLong || !now || !looksSame(page.picture, now.picture));
  return { pages: pages.length, free: free.length, other: other.map(({ n }) => n) };
}

/**
 * @param {Buffer} a a picture as pdftoppm writes one (PGM)
 * @param {Buffer} b
 */
function looksSame(a, b) {
  if (a.length !== b.length) return false;
  let otherwise = 0;
  for (let at = 0; at < a.length; at += 1)
    if (Math.abs((a[at] ?? 0) - (b[at] ?? 0)) > OTHERWISE) otherwise += 1;
  return otherwise <= a.length * SHARE;
}
