import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runScript, SetupError } from '../setup/command.mjs';
import { withModule } from './checks/load.mjs';
import { renderTable } from './figures.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

const USAGE = `Usage: npm run bench:documents -- FOLDER_OF_DOCX [--open] [--told]
  --open  has LibreOffice open what was written, and counts what it could make a PDF of
  --told  names the documents in which something is wrong`;

/** Every so many paragraphs one is edited. */
const EVERY = 10;

/**
 * Whether LibreOffice makes a PDF of a file.
 * @param {string} file
 * @param {string} folder
 */
function opens(file, folder) {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const done = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file],
    {
      timeout: 120_000,
      encoding: 'utf8',
    },
  );
  return done.status === 0 && done.stdout.includes('convert');
}

await runScript(async () => {
  const [folder, ...options] = process.argv.slice(2);
  if (folder === undefined) throw new SetupError(USAGE);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.docx')).sort();
  const figures = {
    documents: 0,
    refused: 0,
    same: 0,
    edited: 0,
    texts: 0,
    tracked: 0,
    trackedOpened: 0,
    parts: 0,
    counts: 0,
    opened: 0,
    tried: 0,
    broken: 0,
  };
  await withModule('scripts/bench/documents/try-document.ts', ({ tryDocument }) =>
    withTemporaryFolder(async (scratch) => {
      for (const name of names) {
        const bytes = await readFile(path.join(folder, name));
        figures.documents += 1;
        const tried = await tryDocument(bytes, EVERY);
        if (tried.refused !== null) {
          figures.refused += 1;
          continue;
        }
        figures.same += Number(tried.isSame);
        figures.edited += tried.edited;
        figures.texts += Number(tried.wrong.length === 0);
        figures.tracked += Number(tried.trackedWrong.length === 0);
        figures.parts += Number(tried.otherParts.length === 0);
        figures.counts += Number(tried.counts.length === 0);
        const told = [
          ...tried.otherParts,
          ...tried.counts,
          ...tried.trackedWrong.map((each) => `tracked: ${each}`),
          ...tried.wrong.slice(0, 2).map((each) => JSON.stringify(each)),
        ];
        if (options.includes('--told') && (told.length > 0 || !tried.isSame))
          console.log(`${name}: ${tried.isSame ? '' : 'not the same; '}${told.join('; ').slice(0, 1500)}`);
        if (!options.includes('--open') || !tried.written) continue;
        const file = path.join(scratch, 'written.docx');
        await writeFile(file, tried.written);
        const before = path.join(scratch, 'before.docx');
        await writeFile(before, bytes);
        const isOpened = opens(file, scratch);
        if (tried.tracked) await writeFile(file, tried.tracked);
        if (opens(file, scratch)) figures.trackedOpened += 1;
        if (isOpened) figures.opened += 1;
        else if (!opens(before, scratch)) figures.broken += 1;
        else if (options.includes('--told')) console.log(`${name}: LibreOffice does not open it any more`);
        figures.tried += 1;
      }
    }),
  );
  const read = figures.documents - figures.refused;
  console.log(
    renderTable({
      title: 'Export as the original',
      head: ['what', 'documents'],
      rows: [
        ['read', `${read} of ${figures.documents}`],
        ['exported untouched: the same file, byte for byte', `${figures.same} of ${read}`],
        [`after ${figures.edited} edits: says what the project says`, `${figures.texts} of ${read}`],
        ['the same tracked: accepted the project, rejected the document', `${figures.tracked} of ${read}`],
        ['other parts byte for byte the same', `${figures.parts} of ${read}`],
        [
          'as many pictures, tables, cells, sections, notes, comments, paragraphs',
          `${figures.counts} of ${read}`,
        ],
        [
          'opened by LibreOffice (those it did not open before left out)',
          `${figures.opened} of ${figures.tried - figures.broken}`,
        ],
        [
          'with changes tracked, opened by LibreOffice',
          `${figures.trackedOpened} of ${figures.tried - figures.broken}`,
        ],
      ],
    }),
  );
  return 0;
});
