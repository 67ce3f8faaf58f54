import { PRESENT_READING } from '../../../main/import/reading';
import { inflateRawSync } from 'node:zlib';
import { openArchive } from '../../../main/import/docx/archive';
import { toBlocks } from '../../../main/import/docx/blocks';
import { readStory } from '../../../main/import/docx/read-story';
import { presentText } from '../../../main/export/original/present-text';
import { trackedChanges } from '../../../main/export/original/order-tracked';
import { writeOriginal } from '../../../main/export/original/write-original';
import { documentParagraphs, makeProject } from '../../../main/import/new-project';
import { readDocument } from '../../../main/import/read-document';
import { applyCommand } from '../../../shared/commands/command';
import type { ImportedBlock } from '../../../shared/model/imported-document';
import type { Mark } from '../../../shared/model/mark';
import type { Paragraph } from '../../../shared/model/paragraph';
import type { Project } from '../../../shared/model/project';
import { versionParagraphs } from '../../../shared/model/row';

/** What came of a document that was imported and exported as the original. */
export interface Tried {
  /** Why it could not be imported; null where it was. */
  readonly refused: string | null;
  /** Whether it came back byte for byte while nothing was edited. */
  readonly isSame: boolean;
  /** How many paragraphs were then edited; those that were not are told apart by their text. */
  readonly edited: number;
  /** Paragraphs the written file says otherwise than the project. */
  readonly wrong: readonly { readonly wanted: string; readonly found: string }[];
  /** Parts that hold no edited text and are not byte for byte what they were. */
  readonly otherParts: readonly string[];
  /** Elements of which there are more or fewer than before, as "w:tbl 3 2". */
  readonly counts: readonly string[];
  readonly written: Uint8Array | null;
  /** The same with the edits tracked. */
  readonly tracked: Uint8Array | null;
  /** Paragraphs that it says otherwise than the project where all is accepted, or than the document where all is rejected. */
  readonly trackedWrong: readonly string[];
}

const COUNTED = [
  'w:drawing',
  'w:pict',
  'w:tbl',
  'w:tc',
  'w:sectPr',
  'w:footnote',
  'w:comment',
  'w:bookmarkStart',
  'w:sdt',
  'w:p',
];

const NOTHING: Tried = {
  refused: null,
  isSame: false,
  edited: 0,
  wrong: [],
  otherParts: [],
  counts: [],
  written: null,
  tracked: null,
  trackedWrong: [],
};

/** What is done to a paragraph: these letters go, and these come in their place. */
interface Edit {
  readonly at: number;
  readonly letters: number;
  readonly put: string;
}

/** A word more behind the first. */
function oneMore({ text }: Paragraph): Edit {
  const at = text.indexOf(' ') + 1 || text.length;
  return { at, letters: 0, put: at === text.length ? ' edited' : 'edited ' };
}

/** The letters of a word in another order: it is as wide as before, and nothing behind it moves. */
function reordered({ text, marks }: Paragraph): Edit | null {
  const word = /(?<!\p{L})\p{Ll}{5,12}(?!\p{L})/u.exec(text);
  if (!word || word.index > 400) return null;
  // The letters of a note's number are no part of the word.
  const end = word.index + word[0].length;
  const isNote = (mark: Mark) =>
    mark.type === 'footnoteReference' && mark.start < end && word.index < mark.end;
  if (marks.some(isNote)) return null;
  const put = [...word[0]].toReversed().join('');
  return put === word[0] ? null : { at: word.index, letters: word[0].length, put };
}

/** A document that was imported, in the paragraphs of a project. */
interface Imported {
  readonly project: Project;
  readonly blocks: readonly ImportedBlock[];
  /** Every so many of the paragraphs that can be edited. */
  readonly chosen: readonly Paragraph[];
}

async function importDocument(bytes: Uint8Array, every: number): Promise<Imported | string> {
  const read = await readDocument({ fileName: 'document.docx', bytes });
  if (!read.ok) return read.failure.code;
  // With documents embedded in it nothing is written back.
  if (!read.value.isKept) return 'notKept';
  let ids = 0;
  const making = { newId: () => `id${(ids += 1)}`, time: 1 };
  const blocks = read.value.blocks.map((block) => ({ ...block, included: true }));
  const document = { ...read.value, blocks };
  const en = documentParagraphs(document, making);
  const rows = en.map((_, n) => ({ ru: [], ky: [], en: [n], confidence: 1 }));
  const project = makeProject(
    't',
    { ru: null, ky: null, en: document },
    { ru: [], ky: [], en },
    rows,
    making,
  );
  // The description of a picture is written as it is now, as are the words of drawings: nobody can accept or reject them.
  const drawn = await drawnTexts(bytes);
  const chosen = en.filter(
    ({ role, text, pending }, n) =>
      n % every === 0 && role !== 'picture' && text !== '' && !pending && !drawn.has(text),
  );
  return { project, blocks, chosen };
}

function edited({ project, chosen }: Imported, editOf: (paragraph: Paragraph) => Edit | null): Project {
  return chosen.reduce((before, paragraph) => {
    const { id, text, marks } = paragraph;
    const edit = editOf(paragraph);
    if (!edit) return before;
    const { at, letters, put } = edit;
    const shift = (offset: number) => (offset >= at + letters ? offset + put.length - letters : offset);
    const moved = marks.map((mark) => ({
      ...mark,
      start: shift(mark.start),
      end: mark.end > at ? shift(mark.end) : mark.end,
    }));
    const content = { text: text.slice(0, at) + put + text.slice(at + letters), marks: moved };
    const done = applyCommand(
      before,
      { type: 'editParagraph', paragraphId: id, content },
      { author: 'A', time: 2 },
    );
    return done.ok ? done.value : before;
  }, project);
}

/** A document with words in every `every`-th paragraph that are as wide as before, and these words. */
export async function editForLook(
  bytes: Uint8Array,
  every: number,
): Promise<{ readonly written: Uint8Array; readonly words: readonly string[] } | null> {
  const imported = await importDocument(bytes, every);
  if (typeof imported === 'string') return null;
  const words = imported.chosen.flatMap((paragraph) => reordered(paragraph)?.put ?? []);
  const written = words.length > 0 ? await write(edited(imported, reordered), bytes) : null;
  return written && { written, words };
}

/** Imports a document, exports it untouched, then with a word more in every `every`-th paragraph. */
export async function tryDocument(bytes: Uint8Array, every: number): Promise<Tried> {
  const imported = await importDocument(bytes, every);
  if (typeof imported === 'string') return { ...NOTHING, refused: imported };
  const { project, blocks, chosen } = imported;
  const untouched = await write(project, bytes);
  const isSame = untouched !== null && Buffer.from(untouched).equals(bytes);
  const after = edited(imported, oneMore);
  const written = await write(after, bytes);
  if (!written)
    return { ...NOTHING, isSame, edited: chosen.length, wrong: [{ wanted: '', found: 'not written' }] };
  const again = await readDocument({ fileName: 'document.docx', bytes: written });
  const wanted = versionParagraphs(after.rows, 'en')
    .map(({ text }) => text)
    .filter(Boolean);
  const found = again.ok ? again.value.blocks.map(({ block }) => block.text).filter(Boolean) : [];
  const wrong = wanted.flatMap((text, n) =>
    text === found[n] ? [] : [{ wanted: text, found: found[n] ?? '' }],
  );
  const [former, present] = [await partsOf(bytes), await partsOf(written)];
  const otherParts = [...former].flatMap(([name, part]) =>
    !/word\/[^/]*(document|notes)[^/]*\.xml$/.test(name) && !present.get(name)?.equals(part) ? [name] : [],
  );
  const counts = COUNTED.flatMap((name) => {
    const [before, now] = [count(former, name), count(present, name)];
    return before === now ? [] : [`${name} ${before} ${now}`];
  });
  const tracked = await write(after, bytes, true);
  const back = tracked && (await readDocument({ fileName: 'document.docx', bytes: tracked }));
  const ofBack = back?.ok ? back.value.blocks : [];
  const wantedShown = versionParagraphs(after.rows, 'en').flatMap(({ text }) => text || []);
  const trackedWrong = [
    ...differing(
      wantedShown,
      ofBack.map(({ block }) => block.text),
    ),
    ...differing(
      blocks.map(({ block, original }) => (original ?? block).text),
      ofBack.map(({ block, original }) => (original ?? block).text),
    ),
  ];
  return {
    tracked,
    trackedWrong,
    refused: null,
    isSame,
    edited: chosen.length,
    wrong,
    otherParts,
    counts,
    written,
  };
}

async function drawnTexts(bytes: Uint8Array): Promise<ReadonlySet<string>> {
  const { story } = await readStory(await openArchive(bytes), PRESENT_READING);
  return new Set(toBlocks(story).flatMap(({ block, drawn }) => (drawn ? [block.text] : [])));
}

function differing(wanted: readonly string[], found: readonly string[]): readonly string[] {
  const [a, b] = [wanted.filter(Boolean), found.filter(Boolean)];
  const at = a.findIndex((text, n) => text !== b[n]);
  return at >= 0 || a.length !== b.length ? [`${a[at] ?? ''} <> ${b[at] ?? ''}`] : [];
}

async function write(project: Project, bytes: Uint8Array, isTracked = false): Promise<Uint8Array | null> {
  const telling = { revisions: new Map(), position: 0, flags: [], nameOf: String, author: 'A' };
  const tracked = isTracked ? trackedChanges(project, 'en', telling) : null;
  const text = presentText(project, 'en', () => []);
  const written = await writeOriginal({
    fileName: '',
    format: 'docx',
    bytes,
    leftOut: [],
    reading: PRESENT_READING,
    text,
    tracked,
    translation: null,
  });
  return written.ok ? written.value : null;
}

/** The bytes of every part, unpacked by what the directory says of them. */
async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Buffer>();
  for (const [name, entry] of (await openArchive(bytes)).entries) {
    const at = entry.relativeOffsetOfLocalHeader;
    const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
    const data = archive.subarray(start, start + entry.compressedSize);
    parts.set(name, entry.compressionMethod === 8 ? inflateRawSync(data) : data);
  }
  return parts;
}

function count(parts: ReadonlyMap<string, Buffer>, name: string): number {
  let sum = 0;
  for (const [part, content] of parts) {
    if (part.startsWith('word/') && part.endsWith('.xml'))
      sum += content.toString('utf8').split(new RegExp(`<${name}(?=[\\s/>])`)).length - 1;
  }
  return sum;
}
