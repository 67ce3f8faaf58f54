import { fail, ok, type Result } from '../../../shared/model/failure';
import { hasText, type ImportedBlock, type Notice } from '../../../shared/model/imported-document';
import { openArchive, type Archive } from './archive';
import { toBlocks, type Story } from './blocks';
import { readComments } from './comments';
import { NO_NUMBERING, readNumbering } from './numbering';
import type { Findings } from './paragraphs';
import { readRelationships, targetOf } from './relationships';
import { readBody, readNotes } from './story';
import { readStyles } from './styles';
import { Unreadable } from './unreadable';

/** The text of a .docx file and what of it could not be carried over. */
export interface DocxContent {
  readonly blocks: readonly ImportedBlock[];
  readonly notices: readonly Notice[];
}

/**
 * Reads a .docx file (ECMA-376, transitional or strict): its text as a reader sees it on paper, with all
 * tracked changes accepted, and beside it what they changed, who and when, and the comments. Only the parts needed are unpacked; nothing is fetched or run.
 *
 * @param fileName only named in failures
 * @returns or `fileWrongType`, `fileDamaged`, `fileUnsafe`, `fileTooDeep`, `fileUnpacksTooLarge`, `fileNoText`
 */
export async function readDocx(bytes: Uint8Array, fileName: string): Promise<Result<DocxContent>> {
  try {
    const content = await readArchive(await openArchive(bytes));
    return content.blocks.some(hasText) ? ok(content) : fail('fileNoText', { file: fileName });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return fail(error.failure.code, { file: fileName, ...error.failure.params });
  }
}

async function readArchive(archive: Archive): Promise<DocxContent> {
  // Word names the main part in the package's relationships: it is not always word/document.xml.
  const main = targetOf(await readRelationships(archive, ''), 'officeDocument') ?? 'word/document.xml';
  const chunks = archive.read(main);
  if (!chunks || !main.startsWith('word/')) throw new Unreadable('fileWrongType', { found: 'ZIP' });

  const findings: Findings = {
    pictures: 0,
    symbols: 0,
    notesByBookmark: new Map(),
  };
  const parts = await readRelationships(archive, main);
  const open = (type: string): AsyncIterable<Uint8Array> | null => archive.read(targetOf(parts, type) ?? '');
  const stylesPart = open('styles');
  const styles = stylesPart ? await readStyles(stylesPart) : new Map();
  const numberingPart = open('numbering');
  const numbering = numberingPart ? await readNumbering(numberingPart) : NO_NUMBERING;
  const body = await readBody(archive, main, chunks, styles, findings);
  const footnotes = await readNotes(archive, targetOf(parts, 'footnotes'), 'footnote', styles, findings);
  const endnotes = await readNotes(archive, targetOf(parts, 'endnotes'), 'endnote', styles, findings);
  const commentParts = {
    comments: targetOf(parts, 'comments'),
    threads: targetOf(parts, 'commentsExtended'),
  };

  const story: Story = {
    comments: await readComments(archive, commentParts, styles),
    body,
    notes: new Map([...footnotes, ...endnotes]),
    notesByBookmark: findings.notesByBookmark,
    styles,
    numbering,
  };
  const blocks = toBlocks(story);
  return { blocks, notices: listNotices(findings, blocks) };
}

function listNotices(findings: Findings, blocks: readonly ImportedBlock[]): readonly Notice[] {
  const sum = (countOf: (block: ImportedBlock) => number): number =>
    blocks.reduce((count, block) => count + countOf(block), 0);
  const notices: readonly Notice[] = [
    { code: 'picturesLeftOut', count: findings.pictures },
    { code: 'trackedChanges', count: sum(({ changes }) => changes.length) },
    { code: 'comments', count: sum(({ comments }) => comments.length) },
    { code: 'undecodableCharacters', count: findings.symbols },
  ];
  return notices.filter(({ count }) => count > 0);
}
