import type { AlignmentInput } from './alignment';

/** "1. ", "[2] ", "3) ", "• " at the start of a text whose label was not told apart. */
const LEADING_LABEL = /^(?:\[?(\d{1,3})[\].)]+|([*•–—-]))\s/u;

/**
 * What the labels of paragraphs are compared by, empty where there is none. A number in a list goes with how many
 * the list has: the third of three is not the third of four, since the version with three lacks one of them, and
 * numbers its own without a gap.
 */
export function labelsOf(inputs: readonly Pick<AlignmentInput, 'text' | 'label'>[]): readonly string[] {
  const printed = inputs.map(({ text, label }) => {
    const leading = LEADING_LABEL.exec(text);
    return label.replace(/[[\].)\s]/g, '') || leading?.[1] || leading?.[2] || '';
  });
  const labels: string[] = [];
  while (labels.length < printed.length) {
    const first = labels.length;
    let next = first + 1;
    while (isNext(printed[next - 1], printed[next])) next += 1;
    const list = printed.slice(first, next);
    labels.push(...(list.length > 1 ? list.map((label) => `${label} of ${list.length}`) : list));
  }
  return labels;
}

function isNext(before: string | undefined, label: string | undefined): boolean {
  return !!before && !!label && Number(label) === Number(before) + 1;
}
