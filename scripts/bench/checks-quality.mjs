import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runScript, SetupError } from '../setup/command.mjs';
import { withModule } from './checks/load.mjs';
import { judge, readPairs } from './checks/score.mjs';
import { renderTable } from './figures.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

const LANGUAGES = /** @type {const} */ (['ru', 'ky', 'en']);

const USAGE = `Usage: npm run bench:checks -- FOLDER_OF_PLANTED_DOCUMENTS [--half tuned|judged] [--missed KIND] [--alarms CHECK]
  --half    only the documents checks may be tuned on, or only those they are judged by
  --missed  lists the planted mistakes of a kind that were not found
  --alarms  lists what a check says of untouched documents`;

/** @param {readonly string[]} args */
function readArguments(args) {
  const [folder, ...rest] = args;
  if (folder === undefined || rest.length % 2 !== 0) throw new SetupError(USAGE);
  /** @type {Record<string, string>} */
  const options = {};
  for (let n = 0; n < rest.length; n += 2) options[rest[n] ?? ''] = rest[n + 1] ?? '';
  return { folder, half: options['--half'], missed: options['--missed'], alarms: options['--alarms'] };
}

/**
 * Adds one to a count.
 * @param {Map<string, number>} counts
 * @param {string} name
 */
function count(counts, name) {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

await runScript(async () => {
  const { folder, half, missed, alarms } = readArguments(process.argv.slice(2));
  const pairs = (await readPairs(folder)).filter((pair) => half === undefined || pair.half === half);
  return withTemporaryFolder((texts) =>
    withModule('scripts/bench/checks/check-texts.ts', async ({ checkTexts }) => {
      const at = (/** @type {string} */ language) => path.join(texts, `text.${language}.txt`);
      const inputs = { ru: at('ru'), ky: at('ky'), en: at('en') };
      const check = async (/** @type {import('./checks/score.mjs').Texts} */ versions) => {
        for (const language of LANGUAGES)
          await writeFile(inputs[language], `${versions[language].join('\n\n')}\n`);
        return checkTexts(inputs).catch((/** @type {unknown} */ error) => {
          throw new SetupError(`${versions.id}: ${error}`);
        });
      };
      let words = 0;
      let untouched = 0;
      const planted = new Map();
      const found = new Map();
      const perCheck = new Map();
      for (const pair of pairs) {
        const before = await check(pair.clean);
        words += pair.clean.words;
        untouched += before.length;
        for (const finding of before) {
          count(perCheck, finding.check);
          if (finding.check !== alarms) continue;
          console.log(`${pair.clean.id} ${finding.message}`);
          for (const { lang, paragraph, start, end, text } of finding.spans)
            console.log(
              `  ${lang}:${paragraph}:${start}-${end} "${text}"  ${pair.clean[lang][paragraph] ?? ''}`,
            );
        }
        for (const { mistake, by } of judge(before, await check(pair.planted), pair.planted.planted)) {
          count(planted, mistake.kind);
          if (by.length > 0) count(found, mistake.kind);
          else if (mistake.kind === missed) {
            const { lang, paragraph, row } = mistake;
            console.log(`${pair.planted.id} ${lang}:${paragraph}`);
            for (const each of LANGUAGES)
              console.log(`  ${each}: ${pair.planted[each][row[each] ?? -1] ?? ''}`);
            console.log(`  was: ${pair.clean[/** @type {'ru' | 'ky' | 'en'} */ (lang)][paragraph] ?? ''}`);
          }
        }
      }
      const share = (/** @type {number} */ part, /** @type {number} */ whole) => (part / whole).toFixed(3);
      console.log(
        `\n${renderTable({
          title: `Planted mistakes found (${half ?? 'all'} documents, ${pairs.length})`,
          head: ['mistake', 'planted', 'found', 'share'],
          rows: [...planted].sort().map(([kind, number]) => {
            const hits = found.get(kind) ?? 0;
            return [kind, String(number), String(hits), share(hits, number)];
          }),
        })}`,
      );
      console.log(
        `\n${renderTable({
          title: `Findings in untouched documents (${words.toLocaleString('en')} words in three languages)`,
          head: ['check', 'findings', 'per 1,000 words'],
          rows: [...[...perCheck].sort(), ['all', untouched]].map(([check, number]) => [
            check,
            String(number),
            ((1000 * number) / words).toFixed(2),
          ]),
        })}`,
      );
      return 0;
    }),
  );
});
