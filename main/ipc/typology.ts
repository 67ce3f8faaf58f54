import { join } from 'node:path';
import { ok, type Result } from '../../shared/model/failure';
import type { AppContext } from '../app/app-context';
import { translator } from '../system/translate';
import { readTypologyFile, writeTypologyFile } from '../exchange/typology-file';
import { keepTypology } from '../app/typology-in-use';
import { exportFolder } from './export-place';
import { askForFiles, askForPlace } from './file-dialogs';
import { handle } from '../app/handle';

const FILTERS = [{ name: 'JSON', extensions: ['json'] }];

/** The newsroom's error categories: keeping them, and taking them from computer to computer. */
export function handleTypology(context: AppContext): void {
  handle('typology/keep', async (typology) => {
    const kept = await keepTypology(typology);
    return kept.ok ? ok(null) : kept;
  });
  handle('typology/import', async () => {
    const t = translator(context.uiLanguage());
    const chosen = await askForFiles(context, {
      title: t('dialog.importTypology'),
      properties: ['openFile'],
      filters: FILTERS,
    });
    const [path] = chosen;
    return path ? readTypologyFile(path) : ok(null);
  });
  handle('typology/export', async (typology): Promise<Result<string | null>> => {
    const t = translator(context.uiLanguage());
    const chosen = await askForPlace(context, {
      title: t('dialog.exportTypology'),
      defaultPath: join(exportFolder(), 'typology.json'),
      filters: FILTERS,
    });
    if (chosen === null) return ok(null);
    const written = await writeTypologyFile(chosen, typology);
    return written.ok ? ok(chosen) : written;
  });
}
