import type { ProjectFile } from '../../main/project/project-file';
import { digestOf } from './digest';

/** What a session said it did: the states it led through, by their digests. */
export class Ledger {
  /** The state after each change that is not undone, and then of those that are. */
  private states: readonly string[];
  private at = 0;
  private pending: string | null = null;
  /** Actions that were acknowledged. */
  acknowledged = 0;

  constructor(start: string) {
    this.states = [start];
  }

  /** Takes down a line of the session (see session.ts); throws when it does not follow from those before. */
  note(line: string): void {
    if (line.startsWith('>')) this.pending = line;
    else if (line.startsWith('=')) {
      this.settle();
      this.acknowledged += 1;
      this.expectPresent(line.slice(2));
    } else if (line.startsWith('open')) {
      // What was under way when the last session ended may have been carried out.
      if (!this.accepts(line.slice('open '.length), null))
        throw new Error('the session went on from another state');
    } else throw new Error(`the session said: ${line}`);
  }

  /**
   * Whether what was found after the end of the session is what was acknowledged; the action that was under way may
   * have been carried out or not, but nothing in between.
   */
  accepts(digest: string, position: number | null): boolean {
    if (this.isPresent(digest, position)) {
      this.pending = null;
      return true;
    }
    if (this.pending === null) return false;
    this.settle();
    return this.isPresent(digest, position);
  }

  /** Whether undoing leads back to the start through all states, and redoing forth again. */
  undoes(file: ProjectFile): boolean {
    const found: string[] = [digestOf(file.project())];
    while (file.history().undo) {
      if (!file.undo().ok) return false;
      found.unshift(digestOf(file.project()));
    }
    const forth = [...found];
    while (file.history().redo) {
      if (!file.redo().ok) return false;
      const { position } = file.history();
      forth[position] = digestOf(file.project());
    }
    return isSame(found, this.states.slice(0, this.at + 1)) && isSame(forth, this.states);
  }

  /** Whether the file knows what it said at the start and at some moments since. */
  remembers(file: ProjectFile, random: () => number): boolean {
    const moments = [0, Math.floor(random() * this.states.length)];
    return moments.every((moment) => {
      const state = file.stateAt(moment);
      return state.ok && digestOf(state.value) === this.states[moment];
    });
  }

  private isPresent(digest: string, position: number | null): boolean {
    return this.states[this.at] === digest && (position === null || position === this.at);
  }

  private expectPresent(digest: string): void {
    if (!this.isPresent(digest, null)) throw new Error('the session went on from another state');
  }

  private settle(): void {
    const [, kind, digest = ''] = this.pending?.split(' ') ?? [];
    this.pending = null;
    if (kind === 'undo') this.at -= 1;
    else if (kind === 'redo') this.at += 1;
    else {
      this.states = [...this.states.slice(0, this.at + 1), digest];
      this.at += 1;
    }
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
