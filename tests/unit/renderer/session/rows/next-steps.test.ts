import { expect, test } from 'vitest';
import { isDone, lookAhead, nextOf, STEPS } from '../../../../../renderer/session/rows/next-steps';
import { gatherCriteria, type RowCriteria } from '../../../../../renderer/session/rows/row-filters';
import { applyCommand, type Command } from '../../../../../shared/commands/command';
import { LANGUAGES, type Language } from '../../../../../shared/model/language';
import type { Project } from '../../../../../shared/model/project';
import { AS_IMPORTED } from '../../../../../shared/reconcile/baseline';
import { value } from '../../../main/project/sample-project';
import { finding, reviewedProject } from '../reviewed-project';

const after = (project: Project, ...commands: readonly Command[]): Project =>
  commands.reduce((before, each) => value(applyCommand(before, each, { author: 'A', time: 2 })), project);

const criteriaOf = ({ flags }: Project): RowCriteria => gatherCriteria(flags, LANGUAGES, 0.5, AS_IMPORTED);

const ROW_IDS = ['r1', 'r2', 'r3', 'r4', 'r6', 'r7'];

const ahead = (
  project: Project,
  found: Readonly<Record<string, Language>> = {},
  columns: readonly Language[] = LANGUAGES,
  isChecked = true,
) => {
  const open = Object.entries(found).map(
    ([rowId, language]) => [rowId, [finding(rowId, language, `${rowId}-${language}-1`)]] as const,
  );
  return lookAhead(project.rows, columns, criteriaOf(project), new Map(open), isChecked);
};

const FLAG: Command = {
  type: 'addFlag',
  flagId: 'f',
  spans: [
    { at: 'gap', language: 'ky', rowId: 'r4' },
    { at: 'gap', language: 'ru', rowId: 'r5' },
  ],
  category: 'accuracy',
  severity: 'major',
  note: '',
};

const DECISION: Command = {
  type: 'decideSuggestions',
  paragraphIds: ['r3-ky-1'],
  which: null,
  accept: false,
};

test('counts what is left of each step, and names the first that is not done as the next', () => {
  // r4 lacks the Kyrgyz; r5 is empty and counts for nothing.
  expect(ahead(reviewedProject(), { r2: 'ru', r3: 'en' })).toEqual({
    toAlign: 1 + 1,
    findings: 2,
    suggestions: 1,
    flags: 0,
    rows: 6,
    agreed: 0,
    next: 'align',
  });
});

test('goes from step to step as they are done, and ends with the export', () => {
  const aligned = after(reviewedProject(), {
    type: 'confirmRows',
    rowIds: ['r4', 'r5'],
    confirmed: true,
  });
  expect(ahead(aligned, { r2: 'ru' })).toMatchObject({ toAlign: 0, next: 'findings' });
  expect(ahead(aligned)).toMatchObject({ findings: 0, suggestions: 1, next: 'suggestions' });
  const decided = after(aligned, DECISION);
  expect(ahead(decided)).toMatchObject({ suggestions: 0, next: 'agree' });
  const flagged = after(decided, FLAG);
  // One flag about two rows is one.
  expect(ahead(flagged)).toMatchObject({ flags: 1, next: 'flags' });
  const settled = after(flagged, { type: 'setFlagStatus', flagId: 'f', status: 'resolved' });
  expect(ahead(settled)).toMatchObject({ flags: 0, next: 'agree' });
  const agreed = after(settled, { type: 'agreeRows', rowIds: ROW_IDS, languages: LANGUAGES });
  const end = ahead(agreed);
  expect(end).toMatchObject({ agreed: 6, rows: 6, next: 'export' });
  expect(STEPS.filter((step) => isDone(step, end))).toEqual([
    'align',
    'findings',
    'suggestions',
    'flags',
    'agree',
  ]);
});

test('goes by the columns that are shown', () => {
  const agreed = after(reviewedProject(), { type: 'agreeRows', rowIds: ['r1'], languages: ['ru', 'en'] });
  expect(ahead(agreed, { r2: 'ky' }, ['ru', 'en'])).toMatchObject({ findings: 0, suggestions: 0, agreed: 1 });
  expect(ahead(agreed, { r2: 'ky' })).toMatchObject({ findings: 1, agreed: 0 });
});

test('takes nothing for found while the checks have not come to an end', () => {
  const project = after(reviewedProject(), { type: 'confirmRows', rowIds: ['r4', 'r5'], confirmed: true });
  const waiting = ahead(project, {}, LANGUAGES, false);
  expect(waiting).toMatchObject({ findings: null, next: 'findings' });
  const others = STEPS.filter((step) => step !== 'findings');
  expect(nextOf(others, waiting)).toBe('suggestions');
});
