import fc from 'fast-check';
import { applyCommand, COMMAND_TYPES, type Command } from '../../shared/commands/command';
import { isEmptyPatch, patchBetween } from '../../shared/patch/project-patch';
import type { Project } from '../../shared/model/project';
import { anyCommand } from '../unit/shared/commands/arbitrary-command';
import { randomFrom } from './random';

/** What a person does next, and what comes of it where that is a command. */
export type Action =
  | { readonly kind: 'do'; readonly command: Command; readonly after: Project }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** Half of what an editor does is this; the other half is anything at all. */
const USUAL = ['editParagraph', 'setStatus', 'addFlag', 'confirmRows'] as const;

/** A command that leaves fewer rows would soon leave none, and so many snapshots as all others together none does. */
const FEWEST_ROWS = 3;
const MOST_SNAPSHOTS = 2;

/** Somebody who does one thing after the other, the same in every run; refused commands and idle ones are left out. */
export class RandomEditor {
  private readonly random: () => number;
  private time = 0;

  constructor(seed: number) {
    this.random = randomFrom(seed);
  }

  next(project: Project, can: { readonly undo: boolean; readonly redo: boolean }): Action {
    const choice = this.random();
    // Who has undone something often undoes more, or goes back and forth.
    if (can.undo && choice < (can.redo ? 0.35 : 0.12)) return { kind: 'undo' };
    if (can.redo && choice > 0.65) return { kind: 'redo' };
    for (;;) {
      const types = this.random() < 0.5 ? USUAL : COMMAND_TYPES;
      const type = types[Math.floor(this.random() * types.length)] ?? 'editParagraph';
      const seed = Math.floor(this.random() * 2 ** 31);
      const [command] = fc.sample(anyCommand(type, project), { seed, numRuns: 1 });
      this.time += 1;
      const applied = command && applyCommand(project, command, { author: 'Айгүл', time: this.time });
      if (!command || !applied?.ok) continue;
      const after = applied.value;
      // What changes nothing is not recorded either.
      if (isEmptyPatch(patchBetween(project, after))) continue;
      if (after.rows.length < FEWEST_ROWS) continue;
      if ((after.review?.snapshots.length ?? 0) > MOST_SNAPSHOTS) continue;
      return { kind: 'do', command, after };
    }
  }
}
