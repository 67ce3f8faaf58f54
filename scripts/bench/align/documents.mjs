import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {readonly [readonly number[], readonly number[], readonly number[]]} GoldRow
 * @typedef {{ readonly ru: readonly string[], readonly ky: readonly string[], readonly en: readonly string[] }} Texts
 *
 * @typedef {object} AlignedDocument
 * @property {string} id
 * @property {string} source the beginning of its id
 * @property {string} level
 * @property {'paragraphs' | 'sentences'} unit
 * @property {Texts} texts the units of each version
 * @property {readonly GoldRow[]} gold positions of units, counted from 0
 */

export const LANGUAGES = /** @type {const} */ (['ru', 'ky', 'en']);

/**
 * The documents of a folder, each once by paragraphs and, where its sentences are known, once by sentences.
 * @param {string} folder
 * @returns {Promise<readonly AlignedDocument[]>}
 */
export async function readDocuments(folder) {
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.json') && name !== 'INDEX.json')
    .sort();
  const documents = await Promise.all(
    names.map(async (name) => {
      const {
        id,
        level,
        ru,
        ky,
        en,
        gold,
        sents,
        gold_sents: goldSentences,
      } = JSON.parse(await readFile(path.join(folder, name), 'utf8'));
      /** @type {Pick<AlignedDocument, 'id' | 'source' | 'level'>} */
      const common = { id, source: /^[a-z]+/.exec(id)?.[0] ?? id, level };
      const byParagraph = {
        ...common,
        unit: /** @type {const} */ ('paragraphs'),
        texts: tidy({ ru, ky, en }),
        gold,
      };
      if (!goldSentences) return [byParagraph];
      return [
        byParagraph,
        { ...common, unit: /** @type {const} */ ('sentences'), texts: tidy(sents), gold: goldSentences },
      ];
    }),
  );
  return documents.flat();
}

/**
 * @param {Texts} texts
 * @returns {Texts}
 */
function tidy({ ru, ky, en }) {
  const trim = (/** @type {readonly string[]} */ list) =>
    list.map((text) => text.replace(/\s+/g, ' ').trim());
  return { ru: trim(ru), ky: trim(ky), en: trim(en) };
}

/**
 * What `alignVersions` takes.
 * @param {Texts} texts
 */
export function toInputs({ ru, ky, en }) {
  const inputs = (/** @type {readonly string[]} */ list) =>
    list.map((text) => ({ role: /** @type {const} */ ('paragraph'), text, label: '' }));
  return { ru: inputs(ru), ky: inputs(ky), en: inputs(en) };
}
