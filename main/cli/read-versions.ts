import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { AlignedRow } from '../../shared/align/alignment';
import { fail, ok, type Result } from '../../shared/model/failure';
import { proposedColumn, type ChosenVersion } from '../../shared/model/column-version';
import type { ImportedDocument } from '../../shared/model/imported-document';
import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import { pictureHashes } from '../../shared/model/picture';
import type { Project } from '../../shared/model/project';
import { proposeTitle, type Nameable } from '../../shared/model/propose-title';
import { alignByLines, alignWhole, linesOfVersions, type Align } from '../import/align-lines';
import { versionIn } from '../import/version-in';
import { alignmentInput } from '../import/alignment';
import { loadFile } from '../import/load-file';
import { withDocx } from '../import/office/with-docx';
import { PictureShelf } from '../import/pictures/picture-shelf';
import { readDocument } from '../import/read-document';
import { packOriginal, type PackedOriginal } from '../project/originals';
import { asProposed } from '../import/with-furniture';
import { perform } from '../jobs/perform';
import { acceptedBlocks, documentParagraphs, makeProject } from '../import/new-project';

/** Texts read and aligned, with all that came of it. */
export interface AlignedTexts {
  readonly documents: PerLanguage<ImportedDocument | null>;
  readonly paragraphs: PerLanguage<readonly Paragraph[]>;
  readonly rows: readonly AlignedRow[];
  readonly project: Project;
  /** The files a project of them keeps. */
  readonly originals: readonly PackedOriginal[];
}

/** What files the versions are in. */
export interface VersionFiles {
  /** The file of each language; null for one that is not given. */
  readonly inputs: PerLanguage<string | null>;
  /** A file with a column for each language, in place of the others; null where none is given. */
  readonly table: string | null;
}

/** Reads the file of each language, or its column, and aligns what is read. */
export async function readVersions({ inputs, table }: VersionFiles): Promise<Result<AlignedTexts>> {
  const originals: PackedOriginal[] = [];
  const versions: Record<Language, ChosenVersion | null> = { ru: null, ky: null, en: null };
  const files = new Map<string, ReadFile>();
  for (const language of LANGUAGES) {
    const path = table ?? inputs[language];
    if (path === null) continue;
    const loaded = files.get(path) ?? (await readFile(path));
    if ('ok' in loaded) return loaded;
    files.set(path, loaded);
    const { read, bytes, shelf } = loaded;
    const column = proposedColumn(read, language);
    // The languages of a table are those that it has.
    if (table !== null && !column) continue;
    const version = versionIn(read, language);
    if (!version.ok) return version;
    const proposed = asProposed(version.value);
    if (!proposed.ok) return proposed;
    if (read.isKept) originals.push(await packOriginal(read.hash, bytes));
    const wanted = pictureHashes(acceptedBlocks(proposed.value).map(({ block }) => block));
    for (const [hash, picture] of shelf.bytes)
      if (wanted.has(hash)) originals.push(await packOriginal(hash, picture));
    versions[language] = { source: path, read, column, document: proposed.value };
  }
  if (LANGUAGES.every((language) => versions[language] === null))
    return fail('fileNoColumns', { file: basename(table ?? '') });
  const making = { newId: randomUUID, time: Date.now() };
  const documents = perLanguage((language) => versions[language]?.document ?? null);
  const paragraphs = perLanguage((language) => {
    const document = documents[language];
    return document ? documentParagraphs(document, making) : [];
  });
  const found = perLanguage((language) => alignmentInput(paragraphs[language]));
  const lines = linesOfVersions(versions);
  const align: Align = async (stretches) =>
    ok(await perform({ kind: 'align', stretches, known: {} }, () => {}));
  const aligned = lines ? await alignByLines(lines, found, align) : await alignWhole(found, align);
  if (!aligned.ok) return aligned;
  const rows = aligned.value;
  const title = proposeTitle(LANGUAGES.flatMap((language) => nameable(documents[language])));
  const project = makeProject(title, documents, paragraphs, rows, making);
  return ok({ documents, paragraphs, rows, project, originals });
}

interface ReadFile {
  readonly read: ImportedDocument;
  readonly bytes: Uint8Array;
  readonly shelf: PictureShelf;
}

async function readFile(path: string): Promise<ReadFile | Extract<Result<never>, { ok: false }>> {
  const loaded = await loadFile(path);
  if (!loaded.ok) return loaded;
  const readable = await withDocx(loaded.value).result;
  if (!readable.ok) return readable;
  const shelf = new PictureShelf();
  const read = await readDocument(readable.value, shelf);
  return read.ok ? { read: read.value, bytes: readable.value.bytes, shelf } : read;
}

function nameable(document: ImportedDocument | null): readonly Nameable[] {
  if (!document) return [];
  return [{ fileName: document.fileName, paragraphs: acceptedBlocks(document).map(({ block }) => block) }];
}
