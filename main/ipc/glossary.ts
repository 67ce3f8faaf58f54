import { extname, join } from 'node:path';
import { app, dialog } from 'electron';
import { readGlossary } from '../../shared/align/glossary';
import { readGlossaryCsv, writeGlossaryCsv } from '../../shared/glossary/csv';
import { readTbx, writeTbx } from '../../shared/glossary/tbx';
import { linesOf, termsOf, type Term } from '../../shared/glossary/term';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { AppContext } from '../app-context';
import { decodeText } from '../import/decode-text';
import { loadFile } from '../import/load-file';
import { settings } from '../settings';
import { translator } from '../translate';
import { writeFileAtomically } from '../write-file-atomically';
import { handle } from './handle';

/** Taking the glossary from other programs and giving it to them. */
export function handleGlossary(context: AppContext): void {
  handle('glossary/import', async () => {
    const t = translator(context.uiLanguage());
    const chosen = await dialog.showOpenDialog({
      title: t('dialog.importGlossary'),
      properties: ['openFile'],
      filters: [{ name: 'TBX, CSV', extensions: ['tbx', 'csv', 'txt'] }],
    });
    const [path] = chosen.filePaths;
    return path ? readGlossaryFile(path) : ok(null);
  });
  handle('glossary/export', async ({ glossary, format }): Promise<Result<string | null>> => {
    const t = translator(context.uiLanguage());
    const chosen = await dialog.showSaveDialog({
      title: t('dialog.exportGlossary'),
      defaultPath: join(
        settings().exportFolder || app.getPath('documents'),
        `${t('glossary.title')}.${format}`,
      ),
      filters: [{ name: format.toUpperCase(), extensions: [format] }],
    });
    if (!chosen.filePath) return ok(null);
    const terms = termsOf(readGlossary(glossary).terms);
    const text = format === 'tbx' ? writeTbx(terms) : writeGlossaryCsv(terms);
    const written = await writeFileAtomically(chosen.filePath, Buffer.from(text));
    return written.ok ? ok(chosen.filePath) : written;
  });
}

async function readGlossaryFile(path: string): Promise<Result<readonly string[]>> {
  const loaded = await loadFile(path);
  if (!loaded.ok) return loaded;
  const text = decodeText(loaded.value.bytes)?.text;
  const terms = text === undefined ? null : readTerms(text, extname(path).toLowerCase());
  if (!terms) return fail('fileDamaged', { file: loaded.value.fileName });
  return terms.length > 0 ? ok(linesOf(terms)) : fail('fileNoText', { file: loaded.value.fileName });
}

function readTerms(text: string, extension: string): readonly Term[] | null {
  if (extension === '.tbx') return readTbx(text);
  return extension === '.csv' ? readGlossaryCsv(text) : termsOf(readGlossary(text).terms);
}
