import type { Language } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import { withParagraphs } from './change';

/** A number that is counted on, as a list prints it: "3.", "3)". */
const NUMBER = /^(\d{1,8})(?=\D*$)/;

/** The number of an item of a list; null for a bullet, and for what is no item. */
export function numberOf({ role, label }: Pick<Paragraph, 'role' | 'label'>): number | null {
  const number = role === 'listItem' ? NUMBER.exec(label)?.[1] : undefined;
  return number === undefined ? null : Number(number);
}

/** "3." is followed by "4.", a bullet by a bullet. */
export function nextLabel(label: string): string {
  return counted(label, 1);
}

/**
 * Counts the items of a list on that follow a place in a version, as far as they count on from `from`: after an item was put in
 * before them, or taken out. Items of lists within the list are passed by.
 *
 * @param place the row, from 0, and how many paragraphs of its cell stand before those that are counted on
 * @param from the number the first of them has, and the depth of the list
 */
export function countOn(
  project: Project,
  language: Language,
  place: { readonly rowIndex: number; readonly index: number },
  from: { readonly number: number; readonly depth: number },
  by: 1 | -1,
): Project {
  const rows = [...project.rows];
  let expected = from.number;
  for (let at = place.rowIndex; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row) break;
    const { paragraphs } = row.cells[language];
    const changed = [...paragraphs];
    let isOver = false;
    for (let n = at === place.rowIndex ? place.index : 0; n < changed.length; n += 1) {
      const item = changed[n];
      if (item?.role === 'listItem' && item.depth > from.depth) continue;
      isOver = !item || item.depth < from.depth || numberOf(item) !== expected;
      if (!item || isOver) break;
      changed[n] = { ...item, label: counted(item.label, by) };
      expected += 1;
    }
    if (changed.some((each, n) => each !== paragraphs[n])) rows[at] = withParagraphs(row, language, changed);
    if (isOver) break;
  }
  return rows.every((row, n) => row === project.rows[n]) ? project : { ...project, rows };
}

function counted(label: string, by: 1 | -1): string {
  return label.replace(NUMBER, (number) => String(Number(number) + by));
}
