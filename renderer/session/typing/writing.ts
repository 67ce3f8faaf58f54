import type { Language } from '../../../shared/model/language';
import { nextLabel } from '../../../shared/commands/renumber';
import { findParagraph } from '../../../shared/model/find-paragraph';
import { isOfOneCell, type Paragraph, type RichText, type Role } from '../../../shared/model/paragraph';
import type { Row } from '../../../shared/model/row';
import { normaliseRich } from '../../../shared/text/normalise-rich';
import { shownRowsNow } from '../rows/shown-rows';
import { whileKeysWait } from './held-keys';
import { edit, stepLanguage, stepRow } from '../place/navigation';
import { showNews } from '../notices/notice-store';
import { tellUndoable } from '../notices/tell-undoable';
import { send, projectStore } from '../project/project-store';
import { columnsNow, settingsStore } from '../settings/settings-store';
import { paragraphNow, textOf } from '../project/text-of';
import { viewStore } from '../place/view-store';

/** The paragraph that was begun last, and the step of undo it was begun in. */
let begun: { readonly paragraphId: string; readonly group: string } | null = null;

/** What Enter took out where it broke a text in two, by the second part; joined again at once, both are as they were. */
const cuts = new Map<string, { readonly headId: string; readonly between: string }>();

/** Writes a first, empty paragraph into a cell that has none and opens it. */
export async function writeMissing(row: Row, language: Language): Promise<void> {
  const model = Object.values(row.cells).flatMap((cell) => cell.paragraphs)[0];
  await whileKeysWait(() =>
    begin(row, language, 0, {
      role: model && model.role !== 'tableCell' && !model.picture ? model.role : 'paragraph',
      label: model?.label ?? '',
      depth: 0,
      cell: null,
    }),
  );
}

type Kind = Pick<Paragraph, 'role' | 'label' | 'depth' | 'cell'>;

/** Begins an empty paragraph before the one at `index` of a cell and opens it. */
async function begin(
  row: Row,
  language: Language,
  index: number,
  { role, label, depth, cell }: Kind,
): Promise<void> {
  const paragraphId = crypto.randomUUID();
  const group = crypto.randomUUID();
  const kind = { role, label, depth, cell };
  const what = { paragraphId, rowId: row.id, language, index, text: '', ...kind };
  if (!(await send({ type: 'insertParagraph', ...what }, group))) return;
  begun = { paragraphId, group };
  edit(row.id, language, paragraphId, 0);
}

/** Drops a paragraph that was begun, left, and never written; where nothing came between, without a step of undo. */
export async function dropUnwritten(paragraphId: string): Promise<void> {
  if (viewStore.getState().editing?.paragraphId === paragraphId) return;
  const paragraph = paragraphNow(paragraphId);
  if (paragraph?.text !== '' || paragraph.picture || (paragraph.imported?.text ?? '') !== '') return;
  const group = begun?.paragraphId === paragraphId ? begun.group : null;
  await send({ type: 'removeParagraph', paragraphId }, group);
}

/**
 * What Enter does in a text: within, it breaks it in two at a UTF-16 offset; at its end it begins a paragraph below, at
 * its beginning one above.
 */
export async function breakAt(
  row: Row,
  language: Language,
  paragraphId: string,
  offset: number,
): Promise<void> {
  const paragraph = paragraphNow(paragraphId);
  const index = row.cells[language].paragraphs.findIndex(({ id }) => id === paragraphId);
  if (!paragraph || index === -1) return;
  // Behind the alternative text of a picture comes what stands below it.
  if (paragraph.picture) return moveFromEditor(row, language, paragraphId, 'nextRow');
  if (paragraph.text === '') return;
  if (offset <= 0) return begin(row, language, index, paragraph);
  if (offset >= paragraph.text.length) return begin(row, language, index + 1, goingOn(paragraph));
  const newId = crypto.randomUUID();
  if (!(await send({ type: 'splitParagraph', paragraphId, offset, newId }))) return;
  cuts.set(newId, { headId: paragraphId, between: spacesAt(paragraph.text, offset) });
  edit(row.id, language, newId, 0);
}

/**
 * Puts several paragraphs in place of what stands between two UTF-16 offsets of one: they stay apart, in the same cell and
 * one step of undo, and the caret goes to the end of the last.
 */
export async function pasteAt(
  paragraphId: string,
  start: number,
  end: number,
  parts: readonly RichText[],
): Promise<void> {
  const { project, state: before } = projectStore.getState();
  const place = project && findParagraph(project.rows, paragraphId);
  const last = parts.at(-1);
  if (!place || !last) return;
  const { paragraph, row, rowIndex, language } = place;
  if (paragraph.picture) return pasteAlternative(row, language, paragraph, start, end, parts);
  const news = parts.slice(1).map(() => ({ id: crypto.randomUUID(), ...goingOn(paragraph) }));
  const suggest = settingsStore.getState().settings.mode === 'suggesting';
  const command = { type: 'pasteParagraphs', paragraphId, start, end, parts, news, suggest } as const;
  if (!(await send(command))) return;
  const isBefore = paragraph.text.slice(0, start).trim() !== '';
  const isAfter = paragraph.text.slice(end).trim() !== '';
  const lastId = isAfter && !isBefore ? paragraphId : (news.at(-1)?.id ?? paragraphId);
  edit(row.id, language, lastId, last.text.length);
  if (projectStore.getState().state !== before)
    tellUndoable('news.pastedParagraphs', { count: parts.length, number: rowIndex + 1 });
}

/** The alternative text of a picture is one line, however many were pasted. */
async function pasteAlternative(
  row: Row,
  language: Language,
  { id, text }: Paragraph,
  start: number,
  end: number,
  parts: readonly RichText[],
): Promise<void> {
  const before = text.slice(0, start) + parts.map((part) => part.text).join(' ');
  const content = normaliseRich(before + text.slice(end), []);
  const suggest = settingsStore.getState().settings.mode === 'suggesting';
  if (await send({ type: 'editParagraph', paragraphId: id, content, suggest }))
    edit(row.id, language, id, Math.min(before.length, content.text.length));
}

/** The spaces around a UTF-16 offset of a text. */
function spacesAt(text: string, offset: number): string {
  const [head, tail] = [text.slice(0, offset), text.slice(offset)];
  return head.slice(head.trimEnd().length) + tail.slice(0, tail.length - tail.trimStart().length);
}

/** What is written after a paragraph: the next item of a list, plain text under a heading or a caption. */
function goingOn({ role, label, depth, cell }: Paragraph): Kind {
  return GOES_ON.has(role)
    ? { role, label: nextLabel(label), depth, cell }
    : { role: 'paragraph', label: '', depth: 0, cell: null };
}

const GOES_ON: ReadonlySet<Role> = new Set(['paragraph', 'listItem', 'quotation', 'footnote', 'tableCell']);

/** Appends a text to the one above it in its cell; what Enter broke in two becomes what it was, within a word too. */
export async function joinWithPrevious(row: Row, language: Language, paragraphId: string): Promise<void> {
  const { paragraphs } = row.cells[language];
  const at = paragraphs.findIndex((paragraph) => paragraph.id === paragraphId);
  const [before, paragraph] = [paragraphs[at - 1], paragraphs[at]];
  const isPicture = before?.picture ?? paragraphNow(paragraphId)?.picture;
  if (!before || !paragraph || isPicture) return showNews('news.startOfCell');
  if (!isOfOneCell(before, paragraph)) return showNews('news.startOfTableCell');
  const caret = before.text.length;
  const cut = cuts.get(paragraphId);
  const between = cut?.headId === before.id ? { between: cut.between } : {};
  if (await send({ type: 'joinParagraphs', paragraphId, ...between }))
    edit(row.id, language, before.id, caret);
}

/** Says why nothing is deleted at the end of a text, and what joins the next one to it. */
export function tellEnd(row: Row, language: Language, paragraphId: string): void {
  const isLast = row.cells[language].paragraphs.at(-1)?.id === paragraphId;
  showNews(isLast ? 'news.endOfCell' : 'news.endOfText');
}

/** Leaves the editor for the next or previous language or row. */
export function moveFromEditor(
  row: Row,
  language: Language,
  paragraphId: string,
  to: 'nextLanguage' | 'previousLanguage' | 'nextRow' | 'previousRow',
): void {
  const here = { rowId: row.id, language, paragraphId };
  if (to === 'nextLanguage' || to === 'previousLanguage') {
    const columns = columnsNow();
    const other = stepLanguage(row, here, columns, to === 'nextLanguage' ? 1 : -1);
    editFirst(row, other);
    return;
  }
  const { paragraphs } = row.cells[language];
  const beside =
    paragraphs[paragraphs.findIndex(({ id }) => id === paragraphId) + (to === 'previousRow' ? -1 : 1)];
  // As in a document: the next text of the same cell comes before the next row.
  if (beside) return edit(row.id, language, beside.id, to === 'nextRow' ? 0 : beside.text.length);
  stepRow(shownRowsNow(), here, to === 'previousRow' ? -1 : 1, language);
  const next = projectStore
    .getState()
    .project?.rows.find((each) => each.id === viewStore.getState().selected?.rowId);
  if (!next || next.id === row.id) {
    // At the end of the article an arrow stays where it is.
    edit(row.id, language, paragraphId, to === 'previousRow' ? 0 : textOf(paragraphId).length);
  } else if (to === 'previousRow') {
    const last = next.cells[language].paragraphs.at(-1);
    if (last) edit(next.id, language, last.id, last.text.length);
  } else editFirst(next, language, to === 'nextRow');
}

function editFirst(row: Row, language: Language, atStart = false): void {
  const [first] = row.cells[language].paragraphs;
  if (first) edit(row.id, language, first.id, atStart ? 0 : first.text.length);
}
