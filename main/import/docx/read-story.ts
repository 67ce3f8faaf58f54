import type { Archive } from './archive';
import type { Story } from './blocks';
import { readComments } from './comments';
import { NO_NUMBERING, readNumbering } from './numbering';
import { readMargins, withDrawnWords } from './elsewhere';
import type { Findings } from './paragraphs';
import type { Reading } from '../reading';
import { readRelationships, targetOf } from './relationships';
import { readBody, readNotes, type NotesByKey } from './story';
import { readStyles } from './styles';
import { Unreadable } from './unreadable';

/** The story of a file, with what was found along the way and the names of the parts its text stands in. */
export interface ReadStory {
  readonly story: Story;
  readonly findings: Findings;
  readonly main: string;
  /** The paragraphs of notes by the part they stand in. */
  readonly notes: ReadonlyMap<string, NotesByKey>;
}

/** Reads what text of an archive there is; throws Unreadable where it is no .docx file, or one that cannot be read. */
export async function readStory(archive: Archive, reading: Reading): Promise<ReadStory> {
  // Word names the main part in the package's relationships: it is not always word/document.xml.
  const main = targetOf(await readRelationships(archive, ''), 'officeDocument') ?? 'word/document.xml';
  const chunks = archive.read(main);
  if (!chunks || !main.startsWith('word/')) throw new Unreadable('fileWrongType', { found: 'ZIP' });

  const findings: Findings = {
    reading,
    pictures: 0,
    symbols: 0,
    embedded: 0,
    charts: 0,
    diagrams: 0,
    notesByBookmark: new Map(),
  };
  const parts = await readRelationships(archive, main);
  const open = (type: string): AsyncIterable<Uint8Array> | null => archive.read(targetOf(parts, type) ?? '');
  const stylesPart = open('styles');
  const styles = stylesPart ? await readStyles(stylesPart) : new Map();
  const numberingPart = open('numbering');
  const numbering = numberingPart ? await readNumbering(numberingPart) : NO_NUMBERING;
  const read = await readBody(archive, main, chunks, styles, findings);
  const body =
    reading > 3 ? { ...read, paragraphs: await withDrawnWords(archive, read.paragraphs, findings) } : read;
  const margins = [...parts.values()].filter(
    ({ type, isOutside }) => reading > 3 && !isOutside && (type === 'header' || type === 'footer'),
  );
  const noteParts = [
    { part: targetOf(parts, 'footnotes'), kind: 'footnote' },
    { part: targetOf(parts, 'endnotes'), kind: 'endnote' },
  ] as const;
  const notes = new Map<string, NotesByKey>();
  for (const { part, kind } of noteParts) {
    if (part !== undefined) notes.set(part, await readNotes(archive, part, kind, styles, findings));
  }
  const commentParts = {
    comments: targetOf(parts, 'comments'),
    threads: targetOf(parts, 'commentsExtended'),
  };
  const story: Story = {
    comments: await readComments(archive, commentParts, styles),
    body,
    notes: new Map([...notes.values()].flatMap((each) => [...each])),
    notesByBookmark: findings.notesByBookmark,
    margins: await readMargins(
      archive,
      margins.map(({ target }) => target),
    ),
    styles,
    numbering,
    reading,
  };
  return { story, findings, main, notes };
}
