import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { runScript, SetupError } from '../setup/command.mjs';
import { withModule } from './checks/load.mjs';
import { halfOf } from './checks/score.mjs';
import { renderTable } from './figures.mjs';
import { makeRandom } from './random.mjs';

const USAGE = `Usage: npm run bench:kyrgyz -- FOLDER_OF_DOCUMENTS
  How many words of running text the analyser knows, how fast it is, and what the check of spelling finds.
  A document is JSON: { id, ky: [paragraph...] }`;

/** So many paragraphs of each half get one slip each. */
const SLIPS = 400;

/** Shorter words are not looked at. */
const SHORTEST = 7;

const KINDS = /** @type {const} */ (['swapped', 'missing', 'doubled', 'vowel', 'other']);

/**
 * A word with one slip of a finger, or null where the kind cannot happen in it.
 * @param {string} word
 * @param {(typeof KINDS)[number]} kind
 * @param {() => number} random
 * @param {string} alphabet
 */
function slip(word, kind, random, alphabet) {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  if (kind === 'swapped') return before + after.charAt(0) + letter + after.slice(1);
  if (kind === 'missing') return before + after;
  if (kind === 'doubled') return before + letter + letter + after;
  const vowels = 'аеиоуыөүэ';
  if (kind === 'vowel' && !vowels.includes(letter)) return null;
  const letters = kind === 'vowel' ? vowels : alphabet;
  return before + letters.charAt(Math.floor(random() * letters.length)) + after;
}

await runScript(async () => {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new SetupError(USAGE);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  /** @type {readonly { readonly id: string, readonly ky: readonly string[] }[]} */
  const documents = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8'))),
  );
  return withModule('scripts/bench/kyrgyz/measure.ts', async ({ ALPHABET, wordsIn, isAnalysed, speller }) => {
    const { isKnown, report } = await speller();
    const share = (/** @type {number} */ part, /** @type {number} */ whole) => (part / whole).toFixed(3);
    const rows = [];
    for (const half of /** @type {const} */ (['tuned', 'judged'])) {
      const here = documents.filter(({ id }) => halfOf(id) === half);
      const paragraphs = here.flatMap(({ ky }) => ky);
      const words = paragraphs.flatMap(wordsIn);
      const said = here.flatMap(({ ky }) => report(ky));
      const random = makeRandom(1);
      const sum = { slips: 0, taken: 0, found: 0, right: 0 };
      /** @type {Map<string, { slips: number, found: number }>} */
      const kinds = new Map(KINDS.map((kind) => [kind, { slips: 0, found: 0 }]));
      for (let n = 0; sum.slips < SLIPS && n < 20 * SLIPS; n += 1) {
        const word = words[Math.floor(random() * words.length)] ?? '';
        const kind = KINDS[n % KINDS.length] ?? 'swapped';
        const typed = word.length < SHORTEST || !isKnown(word) ? null : slip(word, kind, random, ALPHABET);
        if (typed === null || typed === word) continue;
        sum.slips += 1;
        const counted = kinds.get(kind);
        if (counted) counted.slips += 1;
        if (isKnown(typed)) sum.taken += 1;
        const [told] = report([typed]);
        if (!told) continue;
        sum.found += 1;
        if (counted) counted.found += 1;
        if (told.suggestion === word) sum.right += 1;
      }
      rows.push([
        half,
        String(words.length),
        share(words.filter(isAnalysed).length, words.length),
        share(words.filter(isKnown).length, words.length),
        share(sum.taken, sum.slips),
        share(sum.found, sum.slips),
        share(sum.right, sum.found),
        ((1000 * said.length) / words.length).toFixed(2),
      ]);
      console.log(
        `${half}: found ${[...kinds].map(([kind, { slips, found }]) => `${kind} ${found} of ${slips}`).join(', ')}`,
      );
      console.log(
        `${half}: said of untouched text: ${said.map(({ word, suggestion }) => `${word} (${suggestion})`).join(', ')}`,
      );
    }
    const types = [...new Set(documents.flatMap(({ ky }) => ky.flatMap(wordsIn)))];
    const running = documents.flatMap(({ ky }) => ky.flatMap(wordsIn));
    const speed = (/** @type {readonly string[]} */ list) => {
      const before = process.cpuUsage();
      for (const word of list) isAnalysed(word);
      const { user, system } = process.cpuUsage(before);
      return Math.round(list.length / ((user + system) / 1e6)).toLocaleString('en');
    };
    console.log(
      `\n${renderTable({
        title: 'Kyrgyz words',
        head: [
          'half',
          'words',
          'analysed',
          'known with loans',
          'slips taken for words',
          'slips found',
          'first suggestion right',
          'said in 1,000 words',
        ],
        rows,
      })}`,
    );
    console.log(
      `\nWords a second of processor time: ${speed(running)} of running text, ${speed(types)} different ones`,
    );
    return 0;
  });
});
