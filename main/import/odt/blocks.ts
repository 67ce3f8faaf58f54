import { composeJoined, inRole, looseNote, makeBlock, numberTables, type TracedBlock } from '../docx/blocks';
import { Composer } from '../docx/compose';
import { PRESENT_READING } from '../reading';
import { joinRunOns } from '../docx/run-ons';
import { styleRole } from '../docx/styles';
import type { OdtStory } from './story';

/** Decides roles, and brings every text to its normal form. Notes come last, in the order of their references. */
export function toOdtBlocks({ body, notes, comments, styles }: OdtStory): readonly TracedBlock[] {
  const labels = new Map(
    [...notes].map(([key, { label }]) => [key, { label, printed: null, deleted: null }]),
  );
  const composer = new Composer(labels, new Map(), comments, PRESENT_READING);
  const joined = joinRunOns(body);
  const tables = numberTables(joined);
  const blocks = joined.flatMap((each) => {
    const { style, outlineLevel, place, marker } = each.paragraph;
    const table = place ? tables.get(place.table) : undefined;
    const cell = place && table !== undefined ? { ...place, table } : null;
    const role = cell ? 'tableCell' : styleRole(styles.paragraphs, style, outlineLevel);
    if (role === 'footnote') return looseNote(each, composer, PRESENT_READING);
    return inRole(composeJoined(each, composer), role, each.isDeleted ? null : marker, cell);
  });
  const settled = composer.settleComments(blocks);
  const noteBlocks = [...notes.values()].flatMap(({ label, paragraphs }) =>
    joinRunOns(paragraphs).flatMap((each) =>
      composeJoined(each, composer).map((part) => makeBlock(part, { role: 'footnote', label })),
    ),
  );
  return [...settled, ...composer.settleComments(noteBlocks)];
}
