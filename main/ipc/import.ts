import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { ImportedFile, ProjectSnapshot, Request } from '../../shared/contract/channels';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { ChosenVersion } from '../../shared/model/column-version';
import type { ImportedDocument } from '../../shared/model/imported-document';
import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../../shared/model/language';
import type { ShownDocument } from '../../shared/contract/shown-document';
import { partProject } from '../../shared/reconcile/part-project';
import { alignByLines, alignWhole, linesOfVersions, type Align } from '../import/align-lines';
import { alignmentInput, rowDrafts, rowsParagraphs, standAlike } from '../import/alignment';
import type { AppContext } from '../app/app-context';
import { IMPORT_EXTENSIONS } from '../import/formats';
import { loadFile, type LoadedFile } from '../import/load-file';
import { importJob } from '../jobs/import-job';
import { readyAligner } from '../jobs/run-job';
import { documentOrigin, documentParagraphs, makeProject } from '../import/new-project';
import type { PackedOriginal } from '../project/originals';
import { freeFileName } from '../system/file-name';
import { translator } from '../system/translate';
import { askForFiles } from './file-dialogs';
import { keepOriginal, packDocument } from './keep-original';
import { handle } from '../app/handle';

/** Reading texts, and making a project of them. */
export function handleImport(context: AppContext): void {
  handle('import/choose', async () => {
    const t = translator(context.uiLanguage());
    const chosen = await askForFiles(context, {
      title: t('dialog.importTexts'),
      properties: ['openFile', 'multiSelections'],
      filters: [{ name: t('dialog.texts'), extensions: [...IMPORT_EXTENSIONS] }],
    });
    return importFiles(context, chosen);
  });
  handle('import/dropped', ({ paths }) => importFiles(context, paths));
  handle('import/paste', async ({ text, html }) => {
    const pasted = await context.run('import', { kind: 'paste', text, html });
    return pasted.ok ? kept(context, pasted.value) : pasted;
  });
  handle('import/forget', ({ ids }) => {
    context.documents.forget(ids);
    return null;
  });
  handle('import/create', (request) => createProject(context, request));
  handle('import/addVersion', async ({ language, document: chosen }) => {
    const { open } = context;
    if (!open) return fail('noProject');
    const found = context.documents.findVersion(chosen);
    if (!found.ok) return found;
    const { document } = found.value;
    const making = { newId: randomUUID, time: Date.now() };
    const before = open.project.rows;
    const present = rowsParagraphs(before);
    const paragraphs = documentParagraphs(document, making);
    const all = { ...present, [language]: paragraphs };
    const aligned = await context.run('align', {
      kind: 'align',
      stretches: [perLanguage((each) => alignmentInput(all[each]))],
      known: context.knownWords(),
    });
    if (!aligned.ok) return aligned;
    const rows = rowDrafts(aligned.value[0] ?? [], all, randomUUID);
    const { time } = making;
    const origin = documentOrigin(document, time, open.project.origins[language]);
    const keeping = await keepOriginal(context, open, chosen.id, document);
    if (!keeping.ok) return keeping;
    if (context.open !== open || !standAlike(before, open.project.rows)) return fail('projectMoved');
    const command = { type: 'addVersion', language, origin, paragraphs, rows } as const;
    const done = open.change(command, { author: context.author(), time, group: null });
    return done.ok ? ok(open.state) : done;
  });
}

async function importFiles(context: AppContext, paths: readonly string[]): Promise<readonly ImportedFile[]> {
  const loaded = await Promise.all(paths.map(loadFile));
  const readable = loaded.flatMap((file) => (file.ok ? [file.value] : []));
  const unreadable = loaded.flatMap((file): ImportedFile[] =>
    file.ok ? [] : [{ fileName: String(file.failure.params.file), result: file }],
  );
  return [...(await readFiles(context, readable)), ...unreadable];
}

async function readFiles(
  context: AppContext,
  files: readonly LoadedFile[],
): Promise<readonly ImportedFile[]> {
  if (files.length === 0) return [];
  const read = await context.watch('import', (onProgress) => importJob(files, onProgress));
  readyAligner();
  return read.ok
    ? read.value.map(({ fileName, result, bytes, pictures }) => ({
        fileName,
        result: kept(context, result, bytes, pictures),
      }))
    : files.map(({ fileName }) => ({ fileName, result: named(read, fileName) }));
}

/** Keeps what was read, for the person's word; the window has to know of it what it shows. */
function kept(
  { documents }: AppContext,
  read: Result<ImportedDocument>,
  bytes: Uint8Array | null = null,
  pictures: ReadonlyMap<string, Uint8Array> = new Map(),
): Result<ShownDocument> {
  return read.ok ? ok(documents.keep(read.value, bytes, pictures)) : read;
}

/** A failure of the whole job, told of each file. */
function named(failed: Extract<Result<never>, { ok: false }>, file: string): Result<never> {
  return fail(failed.failure.code, { ...failed.failure.params, file });
}

async function createProject(
  context: AppContext,
  { title, versions: chosen }: Request<'import/create'>,
): Promise<Result<ProjectSnapshot>> {
  const found = chosenVersions(context, chosen);
  if (!found.ok) return found;
  const versions = found.value;
  const making = { newId: randomUUID, time: Date.now() };
  const paragraphs = perLanguage((language) => {
    const version = versions[language];
    return version ? documentParagraphs(version.document, making) : [];
  });
  const inputs = perLanguage((language) => alignmentInput(paragraphs[language]));
  const lines = linesOfVersions(versions);
  const align: Align = (stretches) =>
    context.run('align', { kind: 'align', stretches, known: context.knownWords() });
  const aligned = lines ? await alignByLines(lines, inputs, align) : await alignWhole(inputs, align);
  if (!aligned.ok) return aligned;
  const documents = perLanguage((language) => versions[language]?.document ?? null);
  const made = makeProject(title, documents, paragraphs, aligned.value, making);
  // The aligner may have found that much belongs together.
  const { project } = partProject(made);
  const originals: PackedOriginal[] = [];
  for (const language of LANGUAGES) {
    const version = versions[language];
    if (version) originals.push(...(await packDocument(context, version.source, version.document)));
  }
  const folder = join(app.getPath('documents'), 'Triptych');
  const there = await mkdir(folder, { recursive: true }).then(
    () => true,
    () => false,
  );
  if (!there) return fail('folderNotWritable', { path: folder });
  const path = join(folder, freeFileName(folder, title, 'triptych'));
  return context.createProject(path, project, originals);
}

function chosenVersions(
  { documents }: AppContext,
  chosen: Request<'import/create'>['versions'],
): Result<PerLanguage<ChosenVersion | null>> {
  const versions: Record<Language, ChosenVersion | null> = { ru: null, ky: null, en: null };
  for (const language of LANGUAGES) {
    const wish = chosen[language];
    if (!wish) continue;
    const found = documents.findVersion(wish);
    if (!found.ok) return found;
    versions[language] = found.value;
  }
  return ok(versions);
}
