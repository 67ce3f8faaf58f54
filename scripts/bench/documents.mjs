import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runScript, SetupError } from '../setup/command.mjs';
import { canDraw, comparePages } from './documents/compare-pages.mjs';
import { withModule } from './checks/load.mjs';
import { renderTable } from './figures.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

const USAGE = `Usage: npm run bench:documents -- FOLDER_OF_DOCX [--open] [--look] [--told]
  --open  has LibreOffice open what was written, and counts what it could make a PDF of
  --look  has LibreOffice draw two hundred of them before and after, and compares the pages that hold no edit
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

/** So many documents are drawn: each takes some seconds. */
const DRAWN = 200;

/** In these every so many paragraphs one is edited, so that some pages are left without. */
const EVERY_DRAWN = 60;

/**
 * @param {string} folder
 * @param {readonly string[]} names
 * @param {boolean} isTold
 */
async function measureLook(folder, names, isTold) {
  if (!canDraw()) throw new SetupError('--look needs LibreOffice and poppler (pdftoppm, pdftotext).');
  const figures = { documents: 0, pages: 0, free: 0, same: 0, notDrawn: 0 };
  await withModule('scripts/bench/documents/try-document.ts', ({ editForLook }) =>
    withTemporaryFolder(async (profile) => {
      // Spread over all of them, for those beside each other are often of one kind.
      const step = Math.max(1, Math.floor(names.length / DRAWN / 2));
      for (let at = 0; at < names.length && figures.documents < DRAWN; at += step) {
        const name = names[at] ?? '';
        const bytes = await readFile(path.join(folder, name));
        const edited = await editForLook(bytes, EVERY_DRAWN);
        if (!edited) continue;
        const found = await withTemporaryFolder((scratch) =>
          comparePages(bytes, edited.written, edited.words, scratch, profile),
        );
        if (!found) {
          figures.notDrawn += 1;
          continue;
        }
        figures.documents += 1;
        figures.pages += found.pages;
        figures.free += found.free;
        figures.same += found.free - found.other.length;
        if (isTold && found.other.length > 0)
          console.log(`${name}: of ${found.pages} pages other are ${found.other.join(', ')}`);
      }
    }),
  );
  const { documents, pages, free, same, notDrawn } = figures;
  return renderTable({
    title: 'Pages after an export as the original',
    head: ['what', 'figure'],
    rows: [
      ['documents drawn', String(documents)],
      ['not drawn by LibreOffice before either', String(notDrawn)],
      ['pages', String(pages)],
      ['pages that hold no edit', String(free)],
      ['of these look the same', `${same} (${((100 * same) / Math.max(1, free)).toFixed(1)}%)`],
    ],
  });
}

await runScript(async () => {
  const [folder, ...options] = process.argv.slice(2);
  if (folder === undefined) throw new SetupError(USAGE);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.docx')).sort();
  if (options.includes('--look')) {
    console.log(await measureLook(folder, names, options.includes('--told')));
    return 0;
  }
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
        ['read, to be written back', `${read} of ${figures.documents}`],
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
