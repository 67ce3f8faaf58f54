import type { FindingSpan, Report } from './finding';

/**
 * One loss is told once. A number or a name that stands in a sentence which a version lacks is lost with it and is not
 * told beside it; where a sentence is merely short, what exactly it lacks is told instead.
 *
 * @returns the reports of one row that are left, in their order
 */
export function tellOnce<T extends { readonly report: Report }>(found: readonly T[]): readonly T[] {
  if (found.every(({ report }) => report.loss === undefined)) return found;
  const kept = found.filter(
    ({ report }) =>
      report.loss !== undefined ||
      !isLack(report) ||
      found.every(({ report: whole }) => whole.loss !== 'whole' || !isWithin(report, whole)),
  );
  return kept.filter(
    ({ report }) =>
      report.loss !== 'part' ||
      kept.every(({ report: exact }) => exact.loss !== undefined || !isWithin(exact, report)),
  );
}

/** Whether it is told of a version that has nothing there. */
function isLack({ spans: [first] }: Report): boolean {
  return first !== undefined && first.start === first.end;
}

/** Whether what two reports say of one version is, in the others, part of the same sentences. */
function isWithin(exact: Report, vague: Report): boolean {
  const [first, ...others] = exact.spans;
  return (
    first?.language === vague.spans[0]?.language &&
    others.length > 0 &&
    others.every((span) => vague.spans.some((wide) => holds(wide, span)))
  );
}

function holds(wide: FindingSpan, span: FindingSpan): boolean {
  return wide.paragraphId === span.paragraphId && wide.start <= span.start && wide.end >= span.end;
}
