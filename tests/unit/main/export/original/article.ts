import { PRESENT_READING } from '../../../../../main/import/reading';
import JSZip from 'jszip';
import { authorsOf } from '../../../../../main/export/original/authors';
import { trackedChanges } from '../../../../../main/export/original/order-tracked';
import { presentText, type PresentText } from '../../../../../main/export/original/present-text';
import type { TrackedChanges } from '../../../../../main/export/original/tracked-changes';
import { writeOriginal } from '../../../../../main/export/original/write-original';
import { documentParagraphs, makeProject } from '../../../../../main/import/new-project';
import { readDocument } from '../../../../../main/import/read-document';
import { applyCommand, type Command } from '../../../../../shared/commands/command';
import type { ImportedDocument } from '../../../../../shared/model/imported-document';
import type { Paragraph } from '../../../../../shared/model/paragraph';
import type { Revision } from '../../../../../shared/model/revision';
import type { Project } from '../../../../../shared/model/project';
import { versionParagraphs } from '../../../../../shared/model/row';
import { settledText } from '../../../../../shared/reconcile/suggestions';

/** A Russian article of one file, each paragraph in a row of its own. */
export interface Article {
  readonly bytes: Uint8Array;
  readonly document: ImportedDocument;
  readonly project: Project;
}

export async function importArticle(
  bytes: Uint8Array,
  leftOut: readonly number[] = [],
  fileName = 'статья.docx',
): Promise<Article> {
  const read = await readDocument({ fileName, bytes });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const blocks = read.value.blocks.map((block, n) =>
    leftOut.includes(n) ? { ...block, included: false } : block,
  );
  const document = { ...read.value, blocks };
  let ids = 0;
  const making = { newId: () => `id${(ids += 1)}`, time: 1 };
  const ru = documentParagraphs(document, making);
  const rows = ru.map((_, n) => ({ ru: [n], ky: [], en: [], confidence: 1 }));
  const project = makeProject(
    'Статья',
    { ru: document, ky: null, en: null },
    { ru, ky: [], en: [] },
    rows,
    making,
  );
  return { bytes, document, project };
}

export function change(article: Article, ...commands: readonly Command[]): Article {
  const project = commands.reduce((before, command) => {
    const after = applyCommand(before, command, { author: 'А', time: 2 });
    if (!after.ok) throw new Error(`${command.type}: ${JSON.stringify(after.failure)}`);
    return after.value;
  }, article.project);
  return { ...article, project };
}

/** The paragraph with these words. */
export function paragraphWith(article: Article, words: string): Paragraph {
  const found = versionParagraphs(article.project.rows, 'ru').find(({ text }) => text.includes(words));
  if (!found) throw new Error(`nothing says ${words}`);
  return found;
}

/** Puts other words in place of some, wherever they stand. */
export function reword(article: Article, from: string, to: string): Article {
  const { id, text, marks } = paragraphWith(article, from);
  const at = text.indexOf(from);
  const by = to.length - from.length;
  const shift = (offset: number) =>
    offset >= at + from.length ? offset + by : Math.min(offset, at + to.length);
  const moved = marks.map((mark) => ({ ...mark, start: shift(mark.start), end: shift(mark.end) }));
  const content = { text: text.replace(from, to), marks: moved };
  return change(article, { type: 'editParagraph', paragraphId: id, content });
}

/** The file with the present text in it. */
export function exported(article: Article): Promise<Uint8Array> {
  const text = presentText(article.project, 'ru', () => []);
  return write(article, text, null);
}

/** The file with what was changed tracked; `revisions` by paragraph, newest first. */
export function exportedTracked(
  article: Article,
  revisions: Readonly<Record<string, readonly Revision[]>> = {},
): Promise<Uint8Array> {
  const { project } = article;
  const telling = {
    revisions: new Map(Object.entries(revisions)),
    position: 3,
    flags: project.flags,
    author: 'Редактор',
    nameOf: (category: string) => category,
  };
  const text = presentText(project, 'ru', (each) => authorsOf(each, revisions[each.id] ?? []));
  return write(article, text, trackedChanges(project, 'ru', telling));
}

async function write(
  { bytes, document }: Article,
  text: readonly PresentText[],
  tracked: TrackedChanges | null,
): Promise<Uint8Array> {
  const leftOut = document.blocks.flatMap(({ included }, n) => (included ? [] : [n]));
  const written = await writeOriginal({
    fileName: document.fileName,
    format: document.format,
    bytes,
    leftOut,
    reading: PRESENT_READING,
    text,
    tracked,
    translation: null,
  });
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  return written.value;
}

/** What a file says, paragraph by paragraph, with all that is tracked in it rejected. */
export async function textsIn(
  bytes: Uint8Array,
  which: (block: { readonly role: string }) => boolean = () => true,
): Promise<readonly string[]> {
  const read = await readDocument({ fileName: 'статья.docx', bytes });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value.blocks
    .filter(({ block }) => which(block))
    .map(({ block, original }) => (original ?? block).text)
    .filter((text) => text !== '');
}

/** What the version says, paragraph by paragraph. */
export function textsOf(
  { project }: Article,
  which: (paragraph: Paragraph) => boolean = () => true,
): readonly string[] {
  return versionParagraphs(project.rows, 'ru')
    .filter(which)
    .map((paragraph) => settledText(paragraph).text)
    .filter((text) => text !== '');
}

/** The bytes of every part of a file. */
export async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, Buffer>();
  for (const [name, part] of Object.entries(zip.files))
    parts.set(name, Buffer.from(await part.async('uint8array')));
  return parts;
}

/** A part as text. */
export async function partText(bytes: Uint8Array, name = 'word/document.xml'): Promise<string> {
  return (await partsOf(bytes)).get(name)?.toString() ?? '';
}
