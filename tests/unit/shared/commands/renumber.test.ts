import { expect, test } from 'vitest';
import { applyCommand, type Command } from '../../../../shared/commands/command';
import type { Project } from '../../../../shared/model/project';
import { sampleParagraph, sampleProject, sampleRow } from '../../main/project/sample-project';
import { value } from '../../main/project/sample-project';

/** A list of items, each in a row of its own; an item of two signs stands in a list within the list. */
function listOf(...labels: readonly string[]): Project {
  const rows = labels.map((label, n) => {
    const row = sampleRow(`r${n + 1}`);
    const role = label === '' ? ('paragraph' as const) : ('listItem' as const);
    const item = {
      ...sampleParagraph(`p${n + 1}`, 'one two'),
      role,
      label,
      depth: label.endsWith(')') ? 1 : 0,
    };
    return { ...row, cells: { ...row.cells, ru: { ...row.cells.ru, paragraphs: [item] } } };
  });
  return { ...sampleProject(), rows, flags: [] };
}

function labelsAfter(project: Project, ...commands: readonly Command[]): readonly string[] {
  const after = commands.reduce(
    (before, command) => value(applyCommand(before, command, { author: 'A', time: 1 })),
    project,
  );
  return after.rows.flatMap(({ cells }) => cells.ru.paragraphs.map(({ label }) => label));
}

const begin = {
  type: 'insertParagraph',
  paragraphId: 'new',
  rowId: 'r1',
  language: 'ru',
  index: 1,
  role: 'listItem',
  label: '2.',
  text: 'new',
} as const;

test('what follows an item that is begun, broken in two, joined or taken out is counted on', () => {
  const list = listOf('1.', '2.', '3.');
  expect(labelsAfter(list, begin)).toEqual(['1.', '2.', '3.', '4.']);
  const split = { type: 'splitParagraph', paragraphId: 'p1', offset: 3, newId: 'new' } as const;
  expect(labelsAfter(list, split)).toEqual(['1.', '2.', '3.', '4.']);
  expect(labelsAfter(list, split, { type: 'joinParagraphs', paragraphId: 'new' })).toEqual([
    '1.',
    '2.',
    '3.',
  ]);
  expect(labelsAfter(list, { type: 'removeParagraph', paragraphId: 'p1' })).toEqual(['1.', '2.']);
});

test('a list within the list is passed by; another list, a gap in the numbers and bullets are left alone', () => {
  expect(labelsAfter(listOf('1.', 'a)', '2.', '', '2.'), begin)).toEqual(['1.', '2.', 'a)', '3.', '', '2.']);
  expect(labelsAfter(listOf('1.', '5.', '6.'), begin)).toEqual(['1.', '2.', '5.', '6.']);
  expect(labelsAfter(listOf('1.', '•'), { ...begin, label: '•' })).toEqual(['1.', '•', '•']);
});
