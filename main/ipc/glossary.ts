import { join } from 'node:path';
import { readGlossary } from '../../shared/align/glossary';
import { writeGlossaryCsv } from '../../shared/glossary/csv';
import { writeTbx } from '../../shared/glossary/tbx';
import { termsOf } from '../../shared/glossary/term';
import { ok, type Result } from '../../shared/model/failure';
import type { AppContext } from '../app/app-context';
import { readGlossaryFile } from '../exchange/glossary-file';
import { translator } from '../system/translate';
import { writeFileAtomically } from '../system/write-file-atomically';
import { exportFolder } from './export-place';
import { askForFiles, askForPlace } from './file-dialogs';
import { handle } from '../app/handle';

/** Taking the glossary from other programs and giving it to them. */
export function handleGlossary(context: AppContext): void {
  handle('glossary/import', async () => {
    const t = translator(context.uiLanguage());
    const chosen = await askForFiles(context, {
      title: t('dialog.importGlossary'),
      properties: ['openFile'],
      filters: [{ name: 'TBX, CSV', extensions: ['tbx', 'csv', 'txt'] }],
    });
    const [path] = chosen;
    return path ? readGlossaryFile(path) : ok(null);
  });
  handle('glossary/export', async ({ glossary, format }): Promise<Result<string | null>> => {
    const t = translator(context.uiLanguage());
    const chosen = await askForPlace(context, {
      title: t('dialog.exportGlossary'),
      defaultPath: join(exportFolder(), `${t('glossary.title')}.${format}`),
      filters: [{ name: format.toUpperCase(), extensions: [format] }],
    });
    if (chosen === null) return ok(null);
    const terms = termsOf(readGlossary(glossary).terms);
    const text = format === 'tbx' ? writeTbx(terms) : writeGlossaryCsv(terms);
    const written = await writeFileAtomically(chosen, Buffer.from(text));
    return written.ok ? ok(chosen) : written;
  });
}
