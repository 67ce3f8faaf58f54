import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {import('./check-texts').Told} Finding
 * @typedef {{ readonly kind: string, readonly lang: string, readonly paragraph: number, readonly row: Record<string, number> }} Planted
 * @typedef {{ readonly id: string, readonly words: number, readonly planted: readonly Planted[] } & Record<'ru' | 'ky' | 'en', readonly string[]>} Texts
 */

/**
 * Pairs of documents of a folder: as it was, and with mistakes planted in known places. `half` tells apart the
 * documents a check may be tuned on from those it is judged by.
 * @param {string} folder
 * @returns {Promise<readonly { readonly clean: Texts, readonly planted: Texts, readonly half: 'tuned' | 'judged' }[]>}
 */
export async function readPairs(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.planted.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const read = async (/** @type {string} */ file) =>
        JSON.parse(await readFile(path.join(folder, file), 'utf8'));
      const planted = await read(name);
      return { clean: await read(name.replace('.planted.', '.clean.')), planted, half: halfOf(planted.id) };
    }),
  );
}

/**
 * Whether a document may be tuned on or is one to judge by.
 * @param {string} id
 */
export function halfOf(id) {
  const sum = Array.from(id, (sign) => sign.charCodeAt(0)).reduce(
    (total, code) => (total * 31 + code) % 1009,
    7,
  );
  return sum % 2 === 0 ? /** @type {const} */ ('tuned') : /** @type {const} */ ('judged');
}

/**
 * The planted mistakes with whether they were found: by a finding that the clean text does not have and that
 * touches their row.
 * @param {readonly Finding[]} clean
 * @param {readonly Finding[]} found
 * @param {readonly Planted[]} planted
 */
export function judge(clean, found, planted) {
  const known = new Set(clean.map(keyOf));
  const fresh = found.filter((finding) => !known.has(keyOf(finding)));
  return planted.map((mistake) => ({
    mistake,
    by: fresh.filter(({ spans }) => spans.some(({ lang, paragraph }) => mistake.row[lang] === paragraph)),
  }));
}

/** @param {Finding} finding */
function keyOf({ check, spans }) {
  const places = spans.map(({ lang, paragraph, text }) => `${lang}:${paragraph}:${text}`);
  return `${check}|${places.sort().join('|')}`;
}
