import { join } from 'node:path';
import { shell } from 'electron';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { Language } from '../../shared/model/language';
import { flagsFor } from '../../shared/model/blind-review';
import type { Project } from '../../shared/model/project';
import type { AppContext } from '../app/app-context';
import type { OpenProject } from '../app/open-project';
import { categoryNames } from '../export/category-names';
import { flagsCsv } from '../export/flags-csv';
import { orderOriginal } from '../export/original/order-original';
import { filesBeside } from '../export/pictures/export-pictures';
import { picturesFolder, writeFilesBeside } from '../export/pictures/write-beside';
import { versionDocument, type NameCategory } from '../export/version-document';
import { writeEach, type Target } from '../export/write-each';
import { freeFileName } from '../system/file-name';
import { translator } from '../system/translate';
import { typologyInUse } from '../app/typology-in-use';
import { writeFileAtomically } from '../system/write-file-atomically';
import { exportFolder, lastExport, proposeExport, rememberExport } from './export-place';
import { askForFiles, askForPlace } from './file-dialogs';
import { handle } from '../app/handle';

/** Writing versions and the list of flags to files a person names. */
export function handleExport(context: AppContext): void {
  handle('export/versions', async ({ format, languages, remarks, tracked, layout }) => {
    const { open } = context;
    if (!open) return fail('noProject');
    const endingOf = (language: Language) =>
      format === 'original' ? originalEnding(open.project, layout ?? language) : format;
    const targets = await chooseTargets(context, open.project.title, endingOf, languages);
    if (!targets) return ok(null);
    const t = translator(context.uiLanguage());
    const nameOf = categoryNames(typologyInUse().typology, context.uiLanguage(), t);
    // Loaded when needed: the writer of .docx files would cost every start of the app.
    const { writeVersion } = await import('../export/write-version');
    const written = await writeEach(targets, async ({ language, path }) => {
      if (format === 'original')
        return writeOriginal(context, open, language, layout ?? language, tracked ? nameOf : null);
      const document = versionDocument(open.project, language, t, nameOf);
      const pictures = { folder: picturesFolder(path), bytesOf: bytesIn(open) };
      const whole = { ...document, pictures, remarks: remarks ? document.remarks : [] };
      const beside = await writeFilesBeside(path, filesBeside(whole, format));
      return beside.ok ? ok(await writeVersion(whole, format)) : beside;
    });
    const [path] = written.paths;
    if (path !== undefined) rememberExport(path);
    return ok(written);
  });
  handle('export/flags', async (): Promise<Result<string | null>> => {
    const { open } = context;
    if (!open) return fail('noProject');
    const t = translator(context.uiLanguage());
    const chosen = await askForPlace(context, {
      title: t('dialog.exportFlags'),
      defaultPath: proposeExport(open.project.title, `${t('dialog.flagsSuffix')}.csv`),
      filters: [{ name: 'CSV', extensions: ['csv'] }],
    });
    if (chosen === null) return ok(null);
    const nameOf = categoryNames(typologyInUse().typology, context.uiLanguage(), t);
    // The list is no way round a blind review.
    const flags = flagsFor(open.project, context.author());
    const table = Buffer.from(flagsCsv({ ...open.project, flags }, t, nameOf));
    const written = await writeFileAtomically(chosen, table);
    if (!written.ok) return written;
    rememberExport(chosen);
    return ok(chosen);
  });
  handle('export/show', () => {
    const path = lastExport();
    if (path !== null) shell.showItemInFolder(path);
    return null;
  });
}

/**
 * Has the present text written in the file a version came from: in a process of its own, for it is a stranger's file.
 *
 * @param layout the version whose file it is
 * @param tracked what categories are called, where changes are to be tracked
 */
async function writeOriginal(
  context: AppContext,
  open: OpenProject,
  language: Language,
  layout: Language,
  tracked: NameCategory | null,
): Promise<Result<Uint8Array>> {
  const told = tracked ? open.allRevisions() : ok(null);
  if (!told.ok) return told;
  const author = context.author();
  const flags = flagsFor(open.project, author);
  const telling = told.value && tracked && { ...told.value, flags, author, nameOf: tracked };
  const order = orderOriginal(open.project, language, layout, (hash) => open.original(hash), telling);
  if (!order.ok) return order;
  const done = await context.run('export', { kind: 'original', order: order.value });
  return done.ok ? done.value : done;
}

/** The bytes of a picture that a project keeps; null where it does not. */
function bytesIn(open: OpenProject): (hash: string) => Uint8Array | null {
  return (hash) => {
    const bytes = open.original(hash);
    return bytes.ok ? bytes.value : null;
  };
}

/** How the name of a version's original ends. */
function originalEnding({ origins }: Project, language: Language): string {
  return origins[language]?.original?.format ?? 'docx';
}

/** One version asks for a file name, several for a folder; a file that is there is never written over unasked. */
async function chooseTargets(
  context: AppContext,
  title: string,
  endingOf: (language: Language) => string,
  languages: readonly Language[],
): Promise<readonly Target[] | null> {
  const t = translator(context.uiLanguage());
  const [only] = languages;
  if (only && languages.length === 1) {
    const ending = endingOf(only);
    const chosen = await askForPlace(context, {
      title: t('dialog.exportVersion'),
      defaultPath: proposeExport(title, `${only}.${ending}`),
      filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
    });
    return chosen === null ? null : [{ language: only, path: chosen }];
  }
  const chosen = await askForFiles(context, {
    title: t('dialog.exportFolder'),
    defaultPath: exportFolder(),
    properties: ['openDirectory', 'createDirectory'],
  });
  const [directory] = chosen;
  if (!directory) return null;
  return languages.map((language) => ({
    language,
    path: join(directory, freeFileName(directory, title, `${language}.${endingOf(language)}`)),
  }));
}
