import { randomUUID } from 'node:crypto';
import type { AlignedRow } from '../../shared/align/align-versions';
import { ok, type Result } from '../../shared/model/failure';
import type { ImportedDocument } from '../../shared/model/imported-document';
import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import { pictureHashes } from '../../shared/model/picture';
import type { Project } from '../../shared/model/project';
import { proposeTitle, type Nameable } from '../../shared/model/propose-title';
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

/** Reads the file of each language, null for one that is not given, and aligns what is read. */
export async function readVersions(inputs: PerLanguage<string | null>): Promise<Result<AlignedTexts>> {
  const originals: PackedOriginal[] = [];
  const documents: Record<Language, ImportedDocument | null> = { ru: null, ky: null, en: null };
  for (const language of LANGUAGES) {
    const path = inputs[language];
    if (path === null) continue;
    const loaded = await loadFile(path);
    if (!loaded.ok) return loaded;
    const readable = await withDocx(loaded.value).result;
    if (!readable.ok) return readable;
    const shelf = new PictureShelf();
    const read = await readDocument(readable.value, shelf);
    if (!read.ok) return read;
    const proposed = asProposed(read.value);
    if (!proposed.ok) return proposed;
    if (read.value.isKept) originals.push(await packOriginal(read.value.hash, readable.value.bytes));
    const wanted = pictureHashes(acceptedBlocks(proposed.value).map(({ block }) => block));
    for (const [hash, bytes] of shelf.bytes)
      if (wanted.has(hash)) originals.push(await packOriginal(hash, bytes));
    documents[language] = proposed.value;
  }
  const making = { newId: randomUUID, time: Date.now() };
  const paragraphs = perLanguage((language) => {
    const document = documents[language];
    return document ? documentParagraphs(document, making) : [];
  });
  const stretches = [perLanguage((language) => alignmentInput(paragraphs[language]))];
  const [rows = []] = await perform({ kind: 'align', stretches, known: {} }, () => {});
  const title = proposeTitle(LANGUAGES.flatMap((language) => nameable(documents[language])));
  const project = makeProject(title, documents, paragraphs, rows, making);
  return ok({ documents, paragraphs, rows, project, originals });
}

function nameable(document: ImportedDocument | null): readonly Nameable[] {
  if (!document) return [];
  return [{ fileName: document.fileName, paragraphs: acceptedBlocks(document).map(({ block }) => block) }];
}
