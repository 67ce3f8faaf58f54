/** Lines of two copies, and what both say of one term: `other` is not among the lines. */
export interface MergedLines {
  readonly lines: readonly string[];
  readonly conflicts: readonly { readonly kept: string; readonly other: string }[];
}

/**
 * Merges lists of terms, lines `ru | ky | en`: what either copy added is there, what either took out is not. Where both
 * wrote a line for the same word ours stands, and theirs is reported.
 */
export function mergeLines(base: string, ours: string, theirs: string): MergedLines {
  const [was, is, other] = [base, ours, theirs].map((text) => text.split(/\r?\n/));
  const [old, own, given] = [was, is, other].map((lines) => new Set(lines));
  const found = (other ?? []).filter((line) => line.trim() !== '' && !old?.has(line) && !own?.has(line));
  const kept = (is ?? []).filter((line) => given?.has(line) || !old?.has(line));
  const anew = new Map(kept.filter((line) => !old?.has(line)).map((line) => [firstWord(line), line]));
  const conflicts = found.flatMap((line) => {
    const rival = anew.get(firstWord(line));
    return rival === undefined ? [] : [{ kept: rival, other: line }];
  });
  const added = found.filter((line) => !anew.has(firstWord(line)));
  const end = kept.findLastIndex((line) => line.trim() !== '') + 1;
  return { lines: [...kept.slice(0, end), ...added, ...kept.slice(end)], conflicts };
}

function firstWord(line: string): string {
  return (line.split(/[|,;]/).find((field) => field.trim() !== '') ?? '').trim().toLowerCase();
}
