import { readListLine } from './list-line';

/**
 * Whether lines are the rows of a table with tabs between its cells: two or more have such, and at least half of all. A
 * line may lack them where its other cells are empty.
 */
export function areTableLines(lines: readonly string[]): boolean {
  const tabbed = lines.filter(hasInnerTab).length;
  return tabbed >= 2 && 2 * tabbed >= lines.length;
}

/** Whether there is a tab between two texts of a line; the one behind the marker of a list is none. */
function hasInnerTab(line: string): boolean {
  return (readListLine(line)?.text ?? line).trim().includes('\t');
}
