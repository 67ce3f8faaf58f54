import { expect, test } from 'vitest';
import { makeChecker } from '../../../../shared/checks/engine/check-rows';
import { footnote } from '../../../../shared/checks/structure/footnote';
import { applyCommand, type Command } from '../../../../shared/commands/command';
import type { Project } from '../../../../shared/model/project';
import { perLanguage } from '../../../../shared/model/language';
import { makeRow } from '../checks/rows';

const project: Project = {
  id: 'p',
  title: 'Roads',
  created: 0,
  origins: perLanguage(() => null),
  rows: [makeRow('a', { ru: 'Дорога закрыта. [1]', ky: 'Жол жабык. [1]', en: 'The road is closed.' })],
  flags: [],
};

function after(before: Project, command: Command, time = 7): Project {
  const changed = applyCommand(before, command, { author: 'Айгүл', time });
  if (!changed.ok) throw new Error(changed.failure.code);
  return changed.value;
}

/** Writes a text into the only paragraph of a version. */
function write(before: Project, language: 'ru' | 'en', text: string): Project {
  const content = { text, marks: [] };
  return after(before, { type: 'editParagraph', paragraphId: `a-${language}-0`, content });
}

/** The findings of which nobody has said that they are none. */
function open({ rows, dismissals = [] }: Project): readonly string[] {
  const found = makeChecker([footnote], { glossary: '' })(rows);
  return found.map(({ key }) => key).filter((key) => !dismissals.some((each) => each.key === key));
}

test('a dismissed finding comes back when its text changes, and only then', () => {
  const [key = ''] = open(project);
  const dismiss = { type: 'dismissFinding', key, reason: 'other', note: 'Китепте ушундай' } as const;
  const dismissed = after(project, dismiss);
  expect(dismissed.dismissals).toEqual([
    { key, reason: 'other', note: 'Китепте ушундай', author: 'Айгүл', time: 7 },
  ]);
  expect(open(dismissed)).toEqual([]);
  expect(open(write(dismissed, 'en', 'The mountain road is closed.'))).toEqual([]);
  expect(open(write(dismissed, 'ru', 'Горная дорога закрыта. [1]'))).toEqual([]);
  expect(open(write(dismissed, 'ru', 'Дорога закрыта. [1] [1]'))).not.toEqual([]);
  expect(open(after(dismissed, { type: 'restoreFinding', key }))).toEqual([key]);
});

test('nothing is left in the project when the last dismissal is taken back', () => {
  const dismissed = after(project, { type: 'dismissFinding', key: 'k', reason: 'right', note: '' });
  expect(after(dismissed, { type: 'restoreFinding', key: 'k' })).toEqual(project);
  expect(applyCommand(project, { type: 'restoreFinding', key: 'k' }, { author: '', time: 0 }).ok).toBe(false);
});

test('a later word on a finding takes the place of an earlier one', () => {
  const once = after(project, { type: 'dismissFinding', key: 'k', reason: 'right', note: '' }, 1);
  expect(after(once, { type: 'dismissFinding', key: 'k', reason: 'right', note: '' }, 2)).toBe(once);
  const twice = after(once, { type: 'dismissFinding', key: 'k', reason: 'intended', note: '' }, 2);
  expect(twice.dismissals?.map(({ reason, time }) => [reason, time])).toEqual([['intended', 2]]);
});
