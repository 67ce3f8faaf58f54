import { isEmptyRow } from '../../../shared/commands/change';
import { findParagraph } from '../../../shared/model/find-paragraph';
import { versionParagraphs } from '../../../shared/model/row';
import { bridge } from '../bridge';
import { caretLeftIn } from '../typing/caret-left';
import { arrived, projectStore, send } from '../project/project-store';
import { proposeBelow, proposeFrom } from '../project/propose';
import { cutsAt, linkAt, staysAbove } from '../rows/split-at-sentence';
import { select, setView, togglePicked, viewStore } from '../place/view-store';
import { act, hasText, here, ifEditable, ifEditableHere, type Here } from './act';
import { tellChange, tellConfirmed } from './tell';
import type { Answer } from './why';

/** How rows are cut, and what stands in them. */
export const ROW_ACTS = [
  act({
    id: 'mergeRows',
    keys: ['M'],
    flush: true,
    when: ifEditableHere(hasBelow),
    run: here(async ({ row }) => {
      if (await send({ type: 'mergeRows', rowId: row.id })) void proposeBelow(row.id);
    }),
    tell: tellChange,
  }),
  act({
    id: 'splitRow',
    keys: ['S'],
    flush: true,
    when: ifEditableHere(({ paragraphs }) => (paragraphs.length > 1 ? 'yes' : 'oneParagraph')),
    run: here(splitHere),
    tell: tellChange,
  }),
  act({
    id: 'splitSentence',
    keys: ['Shift+S'],
    flush: true,
    when: ifEditableHere((at) => {
      const link = linkAt(at.row, sentenceOf(at));
      if (link === null) return 'noSentence';
      return staysAbove(at.row, link) ? 'yes' : 'nothingAbove';
    }),
    run: here(splitAtSentence),
    tell: tellChange,
  }),
  act({
    id: 'moveUp',
    keys: ['U'],
    flush: true,
    when: ifEditableHere((at) => (at.index > 0 ? hasText(at) : 'noRowAbove')),
    run: here((at) => moveHere(at, -1)),
    tell: tellChange,
  }),
  act({
    id: 'moveDown',
    keys: ['D'],
    flush: true,
    when: ifEditableHere((at) => (hasBelow(at) === 'yes' ? hasText(at) : 'noRowBelow')),
    run: here((at) => moveHere(at, 1)),
    tell: tellChange,
  }),
  act({
    id: 'orderUp',
    keys: ['Alt+ArrowUp'],
    flush: true,
    when: ifEditableHere((at) => canOrder(at, -1)),
    run: here((at) => orderHere(at, -1)),
    tell: tellChange,
  }),
  act({
    id: 'orderDown',
    keys: ['Alt+ArrowDown'],
    flush: true,
    when: ifEditableHere((at) => canOrder(at, 1)),
    run: here((at) => orderHere(at, 1)),
    tell: tellChange,
  }),
  act({
    id: 'insertRow',
    keys: ['Insert', 'I'],
    flush: true,
    when: ifEditableHere(),
    run: here(async ({ row, language }) => {
      const rowId = crypto.randomUUID();
      if (await send({ type: 'insertRow', rowId, afterRowId: row.id }))
        select({ rowId, language, paragraphId: null });
    }),
    tell: tellChange,
  }),
  act({
    id: 'removeRow',
    keys: ['Delete'],
    flush: true,
    when: ifEditableHere(({ row, project }) => {
      if (!isEmptyRow(row)) return 'rowNotEmpty';
      const spans = project.flags.flatMap((flag) => flag.spans);
      return spans.some((span) => span.at === 'gap' && span.rowId === row.id) ? 'rowFlagged' : 'yes';
    }),
    run: here(async ({ row }) => {
      await send({ type: 'removeRow', rowId: row.id });
    }),
    tell: tellChange,
  }),
  act({
    id: 'pick',
    keys: ['Space'],
    when: ifEditableHere(hasText),
    run: here(({ paragraph }) => {
      if (paragraph) togglePicked(paragraph.id);
    }),
  }),
  act({
    id: 'group',
    keys: ['G'],
    flush: true,
    when: ifEditable(({ picked }) => (picked.length > 1 ? 'yes' : 'pickFirst')),
    run: async ({ place }) => {
      const paragraphIds = [...viewStore.getState().picked];
      const newRowId = crypto.randomUUID();
      if (!(await send({ type: 'groupParagraphs', paragraphIds, newRowId }))) return;
      setView({ picked: [] });
      if (place) select({ rowId: newRowId, language: place.language, paragraphId: null });
      void proposeBelow(newRowId);
    },
    tell: tellChange,
    // What is put into one row is not always in the row a person is in.
    doneAt: () => viewStore.getState().picked[0] ?? null,
  }),
  act({
    id: 'confirmRow',
    keys: ['C'],
    flush: true,
    when: ifEditableHere(),
    takesBack: ({ row }) => row.confirmed,
    deals: ({ matter }) => (matter?.kind === 'alignment' ? matter : null),
    run: here(async ({ row }) => {
      await send({ type: 'confirmRows', rowIds: [row.id], confirmed: !row.confirmed });
    }),
    tell: tellConfirmed,
  }),
  act({
    id: 'realign',
    keys: ['Mod+Shift+L'],
    flush: true,
    when: ifEditable(),
    run: async ({ place }) => {
      if (!(await arrived(await bridge.request('align/realign', null)))) return;
      // The row may have been replaced: its paragraph is where a person stays.
      const found = findParagraph(projectStore.getState().project?.rows ?? [], place?.paragraphId ?? '');
      if (found && place) select({ ...place, rowId: found.row.id });
    },
    tell: () => ({ key: 'news.realigned', params: {} }),
  }),
] as const;

function hasBelow({ index, project }: Here): Answer {
  return index < project.rows.length - 1 ? 'yes' : 'noRowBelow';
}

/** Splits before the paragraph that is meant, or before the second one when that is the first. */
async function splitHere({ paragraphs, paragraph }: Here): Promise<void> {
  const at = paragraphs.findIndex(({ id }) => id === paragraph?.id);
  const cut = paragraphs[Math.max(at, 1)];
  if (!cut) return;
  const newRowId = crypto.randomUUID();
  if (await send({ type: 'splitRow', paragraphId: cut.id, newRowId, above: null }))
    void proposeFrom(newRowId);
}

/** The sentence that is meant: the one pointed at, or else the one the caret is in, or was in when the text was left. */
function sentenceOf({ sentence, paragraph, words }: Here): Here['sentence'] {
  if (sentence || !paragraph) return sentence;
  const { id: paragraphId } = paragraph;
  const start = words?.paragraphId === paragraphId ? words.start : caretLeftIn(paragraphId);
  return start === null ? null : { paragraphId, start };
}

/** Splits the row at the sentence that is meant: it and what follows it go down, in every language. */
async function splitAtSentence(at: Here): Promise<void> {
  const { row, language } = at;
  const link = linkAt(row, sentenceOf(at));
  if (link === null) return;
  const newRowId = crypto.randomUUID();
  const cuts = cutsAt(row, link);
  if (!(await send({ type: 'splitAtSentence', rowId: row.id, newRowId, cuts }))) return;
  select({ rowId: newRowId, language, paragraphId: null });
  void proposeFrom(newRowId);
}

/** The paragraph an act about one is about, and the next one of its version in a direction. */
function neighbourOf({ project, place, paragraphs }: Here, by: 1 | -1) {
  const all = versionParagraphs(project.rows, place.language);
  const moved = paragraphs.find(({ id }) => id === place.paragraphId) ?? paragraphs[0];
  const at = moved ? all.indexOf(moved) : -1;
  return { moved, other: at === -1 ? undefined : all[at + by] };
}

function canOrder(at: Here, by: 1 | -1): Answer {
  const { moved, other } = neighbourOf(at, by);
  if (!moved) return hasText(at);
  if (!other) return by === -1 ? 'noRowAbove' : 'noRowBelow';
  return [moved, other].some(({ role }) => role === 'tableCell') ? 'inTable' : 'yes';
}

/** Moves a paragraph within its version: it and the next one change places. */
async function orderHere(at: Here, by: 1 | -1): Promise<void> {
  const { moved, other } = neighbourOf(at, by);
  if (!moved || !other) return;
  const to = { placeOf: other.id };
  if (!(await send({ type: 'moveInOrder', paragraphId: moved.id, to }))) return;
  const rows = projectStore.getState().project?.rows ?? [];
  const rowId = findParagraph(rows, moved.id)?.row.id;
  if (rowId !== undefined) select({ rowId, language: at.place.language, paragraphId: moved.id });
}

async function moveHere({ project, row, index, place, paragraphs }: Here, by: 1 | -1): Promise<void> {
  const to = project.rows[index + by];
  // Without a choice among several, the one nearest to where it goes moves.
  const fallback = by === -1 ? paragraphs[0] : paragraphs.at(-1);
  const moved = paragraphs.find(({ id }) => id === place.paragraphId) ?? fallback;
  if (!to || !moved) return;
  if (!(await send({ type: 'moveParagraph', paragraphId: moved.id, toRowId: to.id }))) return;
  select({ rowId: to.id, language: place.language, paragraphId: moved.id });
  void proposeBelow(by === 1 ? to.id : row.id);
}
