import { MOVING_ACTS } from './moving';
import { STEPPING_ACTS } from './stepping';
import type { Act } from './act';

/** A letter, sign or space pressed at a row. */
export interface LetterPress {
  /** The key, by its place on the keyboard. */
  readonly code: string;
  /** When, in ms since any moment. */
  readonly time: number;
  /** Whether it comes of a key that is held down. */
  readonly isHeld: boolean;
}

/**
 * What becomes of a letter at a row: it is a command; or, as it comes so soon after others that it must be part of a word, it
 * does nothing but say so; or it does nothing at all.
 */
export type TakenAs = 'command' | 'writing' | 'nothing';

/** Letters that follow each other within this are written; who gives commands looks what the last one did. */
const WRITING_MS = 500;
/** Who writes and thinks of the next word is still writing. */
const NEXT_WORD_MS = 1500;

/** The letters that came without a pause, as far as that matters for the next. */
interface Run {
  readonly time: number;
  /** The key that did something other than go somewhere; null while none did. */
  readonly code: string | null;
  readonly isWriting: boolean;
}

let run: Run | null = null;

/** Ends the run of letters: another key was pressed, or the mouse. */
export function endLetters(): void {
  run = null;
}

/**
 * Says what becomes of a letter at a row. One key pressed again and again is a command each time, and going from row to row
 * or from finding to finding is free. But a second command by another letter without a pause is a word: whoever types "made" means to write. So at most one
 * command of a word is carried out, and the rest of it does nothing.
 *
 * @param act what the letter stands for; null where it stands for nothing
 */
export function takeLetter({ code, time, isHeld }: LetterPress, act: Act | null): TakenAs {
  const before = run && time - run.time < (run.isWriting ? NEXT_WORD_MS : WRITING_MS) ? run : null;
  const isMove = act !== null && MOVES.has(act.id);
  if (isHeld && !isMove) {
    run = { time, code: before?.code ?? null, isWriting: before?.isWriting ?? false };
    return 'nothing';
  }
  const isWriting =
    before !== null &&
    (before.isWriting || (!isMove && (act === null || before.code !== null) && before.code !== code));
  run = { time, code: isMove ? (before?.code ?? null) : code, isWriting };
  if (isWriting) return 'writing';
  return act ? 'command' : 'nothing';
}

const MOVES: ReadonlySet<string> = new Set([
  ...[...MOVING_ACTS, ...STEPPING_ACTS].map(({ id }) => id),
  'nextFinding',
  'previousFinding',
]);

/** Whether what was pressed last is taken for writing. */
export function isWritten(): boolean {
  return run?.isWriting ?? false;
}
