import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runScript, SetupError } from '../setup/command.mjs';
import { withModule } from './checks/load.mjs';
import { makeRandom } from './random.mjs';

/**
 * @typedef {'ru' | 'ky' | 'en'} Language
 * @typedef {{ readonly id: string, readonly gold: readonly (readonly (readonly number[])[])[] } & Record<Language, readonly string[]>} Aligned
 * @typedef {(word: string) => string} SoundsOf
 */

const LANGUAGES = /** @type {const} */ (['ru', 'ky', 'en']);

const USAGE = `Usage: npm run bench:plant-names -- FOLDER_OF_ALIGNED_DOCUMENTS FOLDER_TO_WRITE [SEED]
  Takes names out of one version of rows that have them in all three, for bench:checks.
  A document is JSON: { id, ru, ky, en: [paragraph...], gold: [[ru positions, ky positions, en positions]...] }`;

/** A capitalised word after a small letter, a comma or a quotation mark, so that no sentence begins with it. */
const NAME = /(?<=[\p{Ll},»”"] )\p{Lu}\p{Ll}{2,}(?:-\p{L}+)*(?:[’']s)?(?![\p{L}-])/gu;
const WORD = /\p{L}[\p{L}-]*/gu;

/** Fewer sounds are like too much else. */
const FEWEST_SOUNDS = 4;

/** The most sounds a case ending adds. */
const ENDING = 4;

/** @param {string} word */
function withoutPossessive(word) {
  return word.replace(/[’']s$/u, '');
}

/**
 * Where a text has a name, in any case, if it has it once only.
 * @param {string} text
 * @param {string} sounds
 * @param {SoundsOf} soundsOf
 */
function placeOf(text, sounds, soundsOf) {
  const isNamed = (/** @type {RegExpExecArray} */ [word]) => {
    const heard = soundsOf(withoutPossessive(word));
    return heard.startsWith(sounds) && heard.length - sounds.length <= ENDING;
  };
  const [place] = [...text.matchAll(NAME)].filter(isNamed);
  return [...text.matchAll(WORD)].filter(isNamed).length === 1 ? place : undefined;
}

/**
 * Takes a name out of one version of about half the rows that allow it, no name twice.
 * @param {Aligned} aligned
 * @param {number} seed
 * @param {SoundsOf} soundsOf
 */
function plant(aligned, seed, soundsOf) {
  const random = makeRandom(seed * 7919 + aligned.id.length);
  const textOf = (/** @type {Language} */ language, /** @type {Record<Language, number>} */ row) =>
    aligned[language][row[language]] ?? '';
  const texts = { ru: [...aligned.ru], ky: [...aligned.ky], en: [...aligned.en] };
  const planted = [];
  const taken = new Set();
  for (const positions of aligned.gold) {
    const [ru = -1, ky = -1, en = -1] = positions.flat();
    const row = { ru, ky, en };
    if (random() < 0.5 || positions.some(({ length }) => length !== 1)) continue;
    const names = [...textOf('en', row).matchAll(NAME)]
      .map(([word]) => soundsOf(withoutPossessive(word)))
      .filter((sounds) => sounds.length >= FEWEST_SOUNDS && !taken.has(sounds))
      .filter((sounds) => LANGUAGES.every((language) => placeOf(textOf(language, row), sounds, soundsOf)));
    const sounds = names[Math.floor(random() * names.length)];
    const lang = LANGUAGES[Math.floor(random() * LANGUAGES.length)];
    if (sounds === undefined || lang === undefined) continue;
    const before = textOf(lang, row);
    const place = placeOf(before, sounds, soundsOf);
    if (!place) continue;
    taken.add(sounds);
    const after = `${before.slice(0, place.index)}${before.slice(place.index + place[0].length)}`
      .replace(/ {2,}/gu, ' ')
      .replace(/ (?=[,.])/gu, '')
      .trim();
    texts[lang][row[lang]] = after;
    planted.push({ kind: 'name-dropped', lang, paragraph: row[lang], row, before, after });
  }
  return { ...texts, planted };
}

await runScript(async () => {
  const [from, to, seed = '1'] = process.argv.slice(2);
  if (from === undefined || to === undefined) throw new SetupError(USAGE);
  await mkdir(to, { recursive: true });
  let total = 0;
  await withModule('shared/align/sounds.ts', async ({ soundsOf }) => {
    for (const file of (await readdir(from)).filter((name) => name.endsWith('.json'))) {
      /** @type {Aligned} */
      const aligned = JSON.parse(await readFile(path.join(from, file), 'utf8'));
      if (!aligned.gold) continue;
      const { id } = aligned;
      const { planted, ...texts } = plant(aligned, Number(seed), soundsOf);
      const words = LANGUAGES.reduce((sum, each) => sum + aligned[each].join(' ').split(/\s+/u).length, 0);
      const clean = { id, words, ru: aligned.ru, ky: aligned.ky, en: aligned.en, planted: [] };
      await writeFile(path.join(to, `${id}.clean.json`), JSON.stringify(clean));
      await writeFile(path.join(to, `${id}.planted.json`), JSON.stringify({ id, words, ...texts, planted }));
      total += planted.length;
    }
  });
  console.log(`${total} names taken out, written to ${to}`);
  return 0;
});
