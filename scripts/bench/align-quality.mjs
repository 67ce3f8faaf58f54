import path from 'node:path';
import { readCommand, root, runScript, SetupError } from '../setup/command.mjs';
import { readDocuments, toInputs } from './align/documents.mjs';
import { fitWeights, makeExample } from './align/fit.mjs';
import { loadAligner, loadModel, withBuiltAligner } from './align/load.mjs';
import { tabulateReliability, tabulateScores } from './align/score.mjs';
import { inMegabytes, inSeconds, renderTable } from './figures.mjs';

/** Sentences in each language: one, two, four and eight times the first; before them, an article of 5,000 words. */
const SIZES = [310, 1250, 2500, 5000, 10_000];
const FOLDS = 5;

/**
 * Fits the weights to the documents of all folds but one, for each fold, and to all documents.
 * @param {import('./align/load.mjs').Model} model
 * @param {readonly import('./align/documents.mjs').AlignedDocument[]} documents
 */
function fitFolds({ describeAlignments, packWeights, unpackWeights, WEIGHTS }, documents) {
  const examples = documents.map((document) => ({
    document,
    example: makeExample(document, describeAlignments(toInputs(document.texts), WEIGHTS)),
  }));
  const ids = [...new Set(documents.map(({ id }) => id))];
  const foldOf = (/** @type {{ readonly id: string }} */ { id }) => ids.indexOf(id) % FOLDS;
  const fitWithout = (/** @type {number | null} */ fold) =>
    unpackWeights(
      fitWeights(
        examples.filter(({ document }) => foldOf(document) !== fold).map(({ example }) => example),
        packWeights(WEIGHTS).length,
      ),
      WEIGHTS,
    );
  const folds = Array.from({ length: FOLDS }, (_, fold) => fitWithout(fold));
  return {
    all: fitWithout(null),
    weightsFor: (/** @type {{ readonly id: string }} */ document) => folds[foldOf(document)],
  };
}

/** @param {string} folder with the built aligner */
async function measureScaling(folder) {
  const rows = [];
  for (const size of SIZES) {
    const script = path.join(root, 'scripts', 'bench', 'align', 'time-one.mjs');
    const { output } = await readCommand(process.execPath, [script, folder, String(size)]);
    const { time, processor, memory } = JSON.parse(output);
    const each = ((processor / size) * 1000).toFixed(0);
    rows.push([
      `3 x ${size.toLocaleString('en')} sentences`,
      inSeconds(time),
      inSeconds(processor),
      `${each} ms`,
      inMegabytes(memory),
    ]);
  }
  return {
    title: 'Time and memory of a first alignment in a new process',
    head: ['', 'time', 'processor', 'per 1,000', 'memory at most'],
    rows,
  };
}

await runScript(async () => {
  const [data, ...flags] = process.argv.slice(2);
  if (data === undefined)
    throw new SetupError('Usage: npm run bench:align -- FOLDER_OF_ALIGNED_DOCUMENTS [--fit]');
  return withBuiltAligner(async (folder) => {
    const { alignVersions } = await loadAligner(folder);
    const documents = await readDocuments(data);
    const score = (
      /** @type {(document: import('./align/documents.mjs').AlignedDocument) => import('../../shared/align/align-versions').AlignOptions} */ optionsFor,
    ) =>
      documents.map((document) => ({
        document,
        rows: alignVersions(toInputs(document.texts), optionsFor(document)),
      }));
    const print = (/** @type {import('./figures.mjs').Table} */ table) =>
      console.log(`\n${renderTable(table)}`);
    console.log('\n## With the weights as they are');
    const scored = score(() => ({}));
    [...tabulateScores(scored), tabulateReliability(scored)].forEach(print);
    if (flags.includes('--fit')) {
      const { all, weightsFor } = fitFolds(await loadModel(folder), documents);
      console.log(`\n## With weights fitted to the documents of the other ${FOLDS - 1} of ${FOLDS} folds`);
      const crossed = score((document) => {
        const weights = weightsFor(document);
        return weights ? { weights } : {};
      });
      [...tabulateScores(crossed), tabulateReliability(crossed)].forEach(print);
      console.log(
        `\nFitted to all documents: ${JSON.stringify(all, (_, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value), 2)}`,
      );
    }
    console.log('');
    print(await measureScaling(folder));
    return 0;
  });
});
