import { dirname, join } from 'node:path';
import { dialog } from 'electron';
import type { Request } from '../../shared/contract/channels';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { Language } from '../../shared/model/language';
import type { AppContext } from '../app-context';
import { flagsCsv } from '../export/flags-csv';
import { versionDocument } from '../export/version-document';
import { freeFileName } from '../project/file-name';
import { translator } from '../translate';
import { writeFileAtomically } from '../write-file-atomically';
import { handle } from './handle';

type ExportRequest = Request<'export/versions'>;

/** Writing versions and the list of flags to files a person names. */
export function handleExport(context: AppContext): void {
  handle('export/versions', async ({ format, languages }) => {
    const { open } = context;
    if (!open) return fail('noProject');
    const targets = await chooseTargets(context, open.project.title, format, languages);
    if (!targets) return ok(null);
    const t = translator(context.uiLanguage());
    // Loaded when needed: the writer of .docx files would cost every start of the app.
    const { writeVersion } = await import('../export/write-version');
    for (const { language, path } of targets) {
      const bytes = await writeVersion(versionDocument(open.project, language, t), format);
      const written = await writeFileAtomically(path, bytes);
      if (!written.ok) return written;
    }
    return ok(targets.map(({ path }) => path));
  });
  handle('export/flags', async (): Promise<Result<string | null>> => {
    const { open } = context;
    if (!open) return fail('noProject');
    const t = translator(context.uiLanguage());
    const chosen = await dialog.showSaveDialog({
      title: t('dialog.exportFlags'),
      defaultPath: proposed(open.path, open.project.title, `${t('dialog.flagsSuffix')}.csv`),
      filters: [{ name: 'CSV', extensions: ['csv'] }],
    });
    if (!chosen.filePath) return ok(null);
    const written = await writeFileAtomically(chosen.filePath, Buffer.from(flagsCsv(open.project, t)));
    return written.ok ? ok(chosen.filePath) : written;
  });
}

/** One version asks for a file name, several for a folder; a file that is there is never written over unasked. */
async function chooseTargets(
  context: AppContext,
  title: string,
  format: ExportRequest['format'],
  languages: readonly Language[],
): Promise<readonly { language: Language; path: string }[] | null> {
  const t = translator(context.uiLanguage());
  const folder = context.open ? dirname(context.open.path) : '';
  const [only] = languages;
  if (only && languages.length === 1) {
    const chosen = await dialog.showSaveDialog({
      title: t('dialog.exportVersion'),
      defaultPath: proposed(context.open?.path ?? '', title, `${only}.${format}`),
      filters: [{ name: format.toUpperCase(), extensions: [format] }],
    });
    return chosen.filePath ? [{ language: only, path: chosen.filePath }] : null;
  }
  const chosen = await dialog.showOpenDialog({
    title: t('dialog.exportFolder'),
    defaultPath: folder,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [directory] = chosen.filePaths;
  if (!directory) return null;
  return languages.map((language) => ({
    language,
    path: join(directory, freeFileName(directory, title, `${language}.${format}`)),
  }));
}

/** A free name beside the project, for a dialog to begin with. */
function proposed(projectPath: string, title: string, extension: string): string {
  const folder = dirname(projectPath);
  return join(folder, freeFileName(folder, title, extension));
}
