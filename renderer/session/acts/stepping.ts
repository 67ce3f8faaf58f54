import { isToAgree } from '../../../shared/model/readiness';
import type { Row } from '../../../shared/model/row';
import { criteriaNow } from '../rows/criteria';
import { mattersInOrder, suggestionsInOrder } from '../matters/matters-in-order';
import { flagMatter } from '../matters/flag-matter';
import { goToMatter, stepMatter } from '../matters/show-matter';
import { selectRow } from '../place/navigation';
import { firstFrom, goToNextToAgree } from '../place/next-row';
import { lookAheadNow, nextOf, STEPS, type NextStep } from '../rows/next-steps';
import { projectStore } from '../project/project-store';
import { needsAlignmentCheck, rowFlags } from '../rows/row-filters';
import { columnsNow, visibleColumns } from '../settings/settings-store';
import type { Target } from '../place/target';
import { setView } from '../place/view-store';
import { act, ifOpen } from './act';

/** Going on, step by step, from the import to the export. */
export const STEPPING_ACTS = [
  act({ id: 'nextStep', keys: ['F8'], flush: true, when: ifOpen(), run: goOn }),
  act({
    id: 'nextToAlign',
    keys: [],
    when: ifOpen(({ project }) => {
      const criteria = project && criteriaNow(project);
      return criteria && project.rows.some((row) => needsAlignmentCheck(row, criteria))
        ? 'yes'
        : 'noneToAlign';
    }),
    run: goToAlign,
  }),
  act({
    id: 'nextSuggestion',
    keys: [],
    when: ifOpen(() => (suggestionsInOrder().length > 0 ? 'yes' : 'allDecided')),
    run: goToSuggestion,
  }),
  act({
    id: 'nextFlag',
    keys: [],
    when: ifOpen(({ project }) => {
      const criteria = project && criteriaNow(project);
      const isOpen = (row: Row) =>
        criteria && rowFlags(row, criteria).some(({ status }) => status === 'open');
      return project?.rows.some(isOpen) ? 'yes' : 'noOpenFlags';
    }),
    run: goToFlag,
  }),
  act({
    id: 'nextToAgree',
    keys: [],
    when: ifOpen(({ project, settings }) => {
      const columns = visibleColumns(settings);
      return project?.rows.some((row) => isToAgree(row, columns)) ? 'yes' : 'allAgreed';
    }),
    run: goToAgree,
  }),
] as const;

const WAYS: Readonly<Record<NextStep, (target: Target) => void>> = {
  align: goToAlign,
  findings: ({ place }) => stepMatter(1, place, { among: mattersInOrder('finding'), card: 'open' }),
  suggestions: goToSuggestion,
  flags: goToFlag,
  agree: goToAgree,
  export: () => setView({ dialog: 'export' }),
};

/** Goes to what comes next of the step an article is at. */
function goOn(target: Target): void {
  const ahead = lookAheadNow();
  if (!ahead) return;
  // What is not checked yet is passed by: the checks may take long.
  const passedBy = ahead.findings === null ? 'findings' : null;
  WAYS[
    nextOf(
      STEPS.filter((step) => step !== passedBy),
      ahead,
    )
  ](target);
}

function goToAlign({ place }: Target): void {
  const { project } = projectStore.getState();
  if (!project) return;
  const criteria = criteriaNow(project);
  const next = firstFrom(project.rows, place?.rowId, (row) => needsAlignmentCheck(row, criteria));
  if (!next) return;
  setView({ filter: 'all' });
  selectRow(next, place?.language ?? columnsNow()[0] ?? 'ru');
}

function goToSuggestion({ place }: Target): void {
  stepMatter(1, place, { among: suggestionsInOrder(), card: 'open' });
}

function goToFlag({ place }: Target): void {
  const { project } = projectStore.getState();
  if (!project) return;
  const criteria = criteriaNow(project);
  const openIn = (row: Row) => rowFlags(row, criteria).find(({ status }) => status === 'open');
  const next = firstFrom(project.rows, place?.rowId, (row) => openIn(row) !== undefined);
  const flag = next && openIn(next);
  if (flag) goToMatter(flagMatter(flag), 'open');
}

function goToAgree({ place }: Target): void {
  goToNextToAgree(place?.rowId, place?.language ?? columnsNow()[0] ?? 'ru', false);
}
