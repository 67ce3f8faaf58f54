import type { Fix } from '../../shared/checks/engine/finding';
import { headLength, tailLength } from '../../shared/text/word-edges';
import { visibleSpace } from './visible-space';

/** So many characters of the text are shown before and after what fixes change. */
const AROUND = 28;

/** A stretch of a text with fixes: as it is, what goes out, or what comes in. "…" stands for what is left out. */
export interface FixRun {
  readonly kind: 'same' | 'deleted' | 'inserted';
  readonly text: string;
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** What fixes of one paragraph would make of its text, with a few words around each. */
export function fixRuns(fixes: readonly Fix[], text: string): readonly FixRun[] {
  const runs: FixRun[] = [];
  let done = 0;
  for (const { start, end, put } of joinInWords(fixes, text)) {
    runs.push(...between(text.slice(done, start), done === 0));
    const out = text.slice(start, end);
    if (out !== '') runs.push({ kind: 'deleted', text: visibleSpace(out) });
    if (put !== '') runs.push({ kind: 'inserted', text: visibleSpace(put) });
    done = end;
  }
  const after = text.slice(done);
  return [...runs, { kind: 'same', text: after.length > AROUND ? `${head(after)}…` : after }];
}

/** The text before a change: all of it where that is little, else its ends. */
function between(text: string, first: boolean): readonly FixRun[] {
  if (text.length <= (first ? 1 : 2) * AROUND) return text === '' ? [] : [{ kind: 'same', text }];
  const end = text.slice(text.length - tailLength(text, AROUND));
  return [{ kind: 'same', text: first ? `…${end}` : `${head(text)} … ${end}` }];
}

function head(text: string): string {
  return text.slice(0, headLength(text, AROUND));
}

/** The changes in order, whole words where letters change: "5 000" loses a space, "dоg" becomes "dog". */
function joinInWords(fixes: readonly Fix[], text: string): readonly Change[] {
  const changes: Change[] = [];
  for (const fix of fixes.toSorted((a, b) => a.start - b.start)) {
    const change = wholeWord(narrow(fix, text), text);
    const last = changes.at(-1);
    if (!last || change.start >= last.end) {
      changes.push(change);
      continue;
    }
    // Both are about one word: what the earlier made of it is changed once more.
    const from = fix.start - last.end + last.put.length;
    const put = last.put.slice(0, from) + fix.text + last.put.slice(from + fix.end - fix.start);
    changes[changes.length - 1] = { ...last, put };
  }
  return changes;
}

/** Leaves out what both sides begin or end with. */
function narrow({ start, end, text: put }: Fix, text: string): Change {
  const out = text.slice(start, end);
  const shorter = Math.min(out.length, put.length);
  let head = 0;
  while (head < shorter && out[head] === put[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && out.at(-1 - tail) === put.at(-1 - tail)) tail += 1;
  return { start: start + head, end: end - tail, put: put.slice(head, put.length - tail) };
}

function wholeWord(change: Change, text: string): Change {
  const { put } = change;
  let { start, end } = change;
  const out = text.slice(start, end);
  if (isLetter(out[0]) || isLetter(put[0])) while (isLetter(text[start - 1])) start -= 1;
  if (isLetter(out.at(-1)) || isLetter(put.at(-1))) while (isLetter(text[end])) end += 1;
  return { start, end, put: text.slice(start, change.start) + put + text.slice(change.end, end) };
}

function isLetter(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{L}\p{N}\p{M}]/u.test(unit);
}
