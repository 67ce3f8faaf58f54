import type { Order } from '../../model/order';
import type { Finding, FindingSpan } from './finding';

/** The findings of each row that has any, by its id. */
export type FindingsByRow = ReadonlyMap<string, readonly Finding[]>;

/** What is found in one row now; nothing where nothing is found any more. */
export interface RowFindings {
  readonly rowId: string;
  readonly findings: readonly Finding[];
}

/** Findings by the id of their row, in their order. */
export function groupByRow(findings: readonly Finding[]): FindingsByRow {
  const rows = new Map<string, Finding[]>();
  for (const finding of findings) {
    const there = rows.get(finding.rowId);
    if (there) there.push(finding);
    else rows.set(finding.rowId, [finding]);
  }
  return rows;
}

/** The rows in which something else is found than before. */
export function foundBetween(before: FindingsByRow, after: FindingsByRow): readonly RowFindings[] {
  const gone = [...before.keys()].filter((rowId) => !after.has(rowId));
  const changed = [...after].filter(([rowId, findings]) => !isSameList(before.get(rowId) ?? [], findings));
  return [
    ...gone.map((rowId) => ({ rowId, findings: [] })),
    ...changed.map(([rowId, findings]) => ({ rowId, findings })),
  ];
}

function isSameList(before: readonly Finding[], after: readonly Finding[]): boolean {
  return before.length === after.length && before.every((finding, i) => isSame(finding, after[i]));
}

/** The key tells the check, its words and the texts; what it does not tell is where these stand and how grave it is. */
function isSame(a: Finding, b: Finding | undefined): boolean {
  return (
    a.key === b?.key &&
    a.severity === b.severity &&
    isSamePlaces(a.spans, b.spans) &&
    isSamePlaces(a.fixes, b.fixes) &&
    a.fixes.every(({ text }, i) => text === b.fixes[i]?.text) &&
    isSameOrder(a.order, b.order) &&
    a.role?.role === b.role?.role
  );
}

function isSameOrder(a: Order | undefined, b: Order | undefined): boolean {
  return a?.paragraphId === b?.paragraphId && goal(a) === goal(b);
}

function goal(order: Order | undefined): string | undefined {
  if (order === undefined) return undefined;
  return 'rowId' in order.to ? order.to.rowId : order.to.placeOf;
}

function isSamePlaces(a: readonly FindingSpan[], b: readonly FindingSpan[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ paragraphId, start, end }, i) => {
      const other = b[i];
      return paragraphId === other?.paragraphId && start === other.start && end === other.end;
    })
  );
}
