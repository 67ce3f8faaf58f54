import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../setup/command.mjs';

/**
 * A made-up article of any length, always the same: each sentence strings words of the seed lexicon together, in
 * each language its equivalents in an order of its own. Some sentences are missing in a language, paragraphs
 * break elsewhere.
 * @param {number} size sentences in each language
 * @returns {Promise<import('./documents.mjs').Texts>}
 */
export async function makeLongArticle(size) {
  const text = await readFile(path.join(root, 'shared/align/lexicon/economy.txt'), 'utf8');
  const entries = text
    .split('\n')
    .filter((line) => line.includes(' | '))
    .map((line) => line.split(' | ').map((field) => (field.split(', ')[0] ?? '').replace(/-$/, '')));
  let state = 1;
  const below = (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  /** @type {string[][][]} */
  const versions = [[[]], [[]], [[]]];
  for (let n = 0; n < size; n += 1) {
    const words = Array.from({ length: 8 + below(12) }, () => entries[below(entries.length)] ?? []);
    versions.forEach((paragraphs, axis) => {
      if (below(40) === 0) return;
      if (n % 4 === 0 && below(10) > 0) paragraphs.push([]);
      const turn = below(words.length);
      const own = [...words.slice(turn), ...words.slice(0, turn)].map((word) => word[axis] ?? '').join(' ');
      const number = n % 5 === 0 ? ` ${n}` : '';
      paragraphs.at(-1)?.push(`${own.charAt(0).toUpperCase()}${own.slice(1)}${number}.`);
    });
  }
  const [ru = [], ky = [], en = []] = versions.map((paragraphs) =>
    paragraphs.filter((sentences) => sentences.length > 0).map((sentences) => sentences.join(' ')),
  );
  return { ru, ky, en };
}
