import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, runScript } from '../setup/command.mjs';
import { withModule } from './checks/load.mjs';
import { renderTable } from './figures.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

/**
 * A text in three languages with one mistake in one version, or with none; `words` are where it is, or, where they are
 * lost, by language where the others have them. `half` tells those that checks may be tuned on.
 * @typedef {{
 *   readonly id: string, readonly kind: string, readonly half?: 'tuned' | 'judged', readonly ru: string, readonly ky: string, readonly en: string,
 *   readonly wrong: { readonly lang: string, readonly words: string | Readonly<Record<string, string>> } | null,
 * }} Triple
 */

const LANGUAGES = /** @type {const} */ (['ru', 'ky', 'en']);

/**
 * @param {Triple} triple
 * @param {import('./checks/check-texts').Told} finding
 */
function touches(triple, { spans }) {
  const { wrong } = triple;
  if (!wrong) return false;
  const wanted = typeof wrong.words === 'string' ? { [wrong.lang]: wrong.words } : wrong.words;
  return spans.some(({ lang, start, end }) => {
    const at = triple[lang].indexOf(wanted[lang] ?? '\n');
    return at >= 0 && start < at + (wanted[lang]?.length ?? 0) && end > at;
  });
}

await runScript(async () => {
  const [file = path.join(root, 'scripts/bench/checks/triples.json')] = process.argv.slice(2);
  /** @type {readonly Triple[]} */
  const triples = JSON.parse(await readFile(file, 'utf8'));
  return withTemporaryFolder((folder) =>
    withModule('scripts/bench/checks/check-texts.ts', async ({ checkTexts }) => {
      const inputs = {
        ru: path.join(folder, 'ru.txt'),
        ky: path.join(folder, 'ky.txt'),
        en: path.join(folder, 'en.txt'),
      };
      /** @type {Map<string, { mistakes: number, found: number, pointed: number, clean: number, alarms: number, major: number }>} */
      const kinds = new Map();
      for (const triple of triples) {
        for (const language of LANGUAGES) await writeFile(inputs[language], `${triple[language]}\n`);
        const told = await checkTexts(inputs);
        const hits = told.filter((finding) => touches(triple, finding));
        for (const kind of [triple.kind, triple.half ?? 'tuned', 'all']) {
          const sum = kinds.get(kind) ?? { mistakes: 0, found: 0, pointed: 0, clean: 0, alarms: 0, major: 0 };
          kinds.set(kind, sum);
          if (triple.wrong) {
            sum.mistakes += 1;
            if (hits.length > 0) sum.found += 1;
            if (hits.some(({ spans: [first] }) => first?.lang === triple.wrong?.lang)) sum.pointed += 1;
          } else {
            sum.clean += 1;
            if (told.length > 0) sum.alarms += 1;
            if (told.some(({ severity }) => severity !== 'minor')) sum.major += 1;
          }
        }
        if (triple.wrong ? hits.length === 0 : told.length > 0)
          console.log(`${triple.id}: ${told.map(({ message }) => message).join(' ') || 'nothing said'}`);
      }
      const isSum = (/** @type {string} */ kind) => ['tuned', 'judged', 'all'].includes(kind);
      const rows = [...kinds].sort(([a], [b]) => Number(isSum(a)) - Number(isSum(b)));
      console.log(
        `\n${renderTable({
          title: 'Triples',
          head: ['kind', 'mistakes', 'found', 'pointed', 'clean', 'with a finding', 'with a major one'],
          rows: rows.map(([kind, sum]) => [kind, ...Object.values(sum).map(String)]),
        })}`,
      );
      return 0;
    }),
  );
});
