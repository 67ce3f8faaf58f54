import { isAgreed } from '../../../shared/commands/review';
import type { Language } from '../../../shared/model/language';
import { NO_REVIEW, type Project } from '../../../shared/model/project';
import { isToAgree } from '../../../shared/model/readiness';
import type { Row } from '../../../shared/model/row';
import { criteriaNow } from '../rows/criteria';
import { allChecked, findingsStore } from '../matters/findings-store';
import { whileKeysWait } from '../typing/held-keys';
import { selectRow } from '../place/navigation';
import { firstFrom, goToNextToAgree } from '../place/next-row';
import type { Matter } from '../matters/matter';
import { openInVersion, openMatters } from '../matters/row-matters';
import { isRowAgreed } from '../rows/rows-to-agree';
import { projectStore, send } from '../project/project-store';
import { columnsNow, visibleColumns } from '../settings/settings-store';
import { setView, viewStore } from '../place/view-store';
import { act, hasText, here, ifEditable, ifEditableHere, type Here } from './act';
import { tellStatus, type Tell, type Told } from './tell';
import type { Answer } from './why';

/** Coming to an end: texts and rows are agreed, versions signed off. */
export const AGREEING_ACTS = [
  act({
    id: 'agreeNext',
    keys: ['Mod+Enter'],
    flush: true,
    when: ifEditableHere(({ project }, { settings }) => anyToAgree(project, visibleColumns(settings))),
    asks: async ({ row }) => (isRowAgreed(row, columnsNow()) ? [] : openIn(row, columnsNow())),
    run: here(agreeAndGoOn),
    tell: (done) => {
      const agreed = tellAgreedRow(done);
      const { project } = projectStore.getState();
      const isLast = anyToAgree(project, columnsNow()) !== 'yes';
      return isLast ? { ...agreed, key: 'news.doneAgreedLast' } : agreed;
    },
  }),
  act({
    id: 'agree',
    keys: ['A'],
    flush: true,
    when: ifEditableHere(hasText),
    takesBack: ({ row, language }) => row.cells[language].status === 'agreed',
    asks: async ({ row, language }) =>
      row.cells[language].status === 'agreed' ? [] : openIn(row, [language]),
    run: here(async ({ row, language }) => {
      const status = row.cells[language].status === 'agreed' ? 'translated' : 'agreed';
      await send({ type: 'setStatus', cells: [{ rowId: row.id, language }], status });
    }),
    tell: tellStatus,
  }),
  act({
    id: 'agreeRow',
    keys: ['Shift+A'],
    flush: true,
    when: ifEditableHere(({ row }, { settings }) =>
      isFilled(row, visibleColumns(settings)) ? 'yes' : 'noText',
    ),
    takesBack: ({ row }) => isRowAgreed(row, columnsNow()),
    asks: async ({ row }) => (isRowAgreed(row, columnsNow()) ? [] : openIn(row, columnsNow())),
    run: here(agreeOrTakeBack),
    tell: tellAgreedRow,
  }),
  act({
    id: 'agreeAll',
    keys: [],
    flush: true,
    when: ifEditable(({ project, settings }) => anyToAgree(project, visibleColumns(settings))),
    run: () => setView({ dialog: 'agreeAll' }),
  }),
  act({
    id: 'signOff',
    keys: [],
    flush: true,
    when: ifEditableHere(({ project, language }) => {
      if (isSigned(project, language) || isAgreed(project.rows, language)) return 'yes';
      const count = project.rows.filter((row) => isUnfinished(row, language)).length;
      return count === 0 ? 'noText' : { reason: 'notAllAgreed', count };
    }),
    takesBack: ({ project, language }) => isSigned(project, language),
    asks: async ({ project, language }) =>
      isSigned(project, language) ? [] : whenChecked(() => openInVersionNow(language)),
    asksAbout: 'version',
    run: here(async ({ project, language }) => {
      await send({ type: 'signOff', language, signed: !isSigned(project, language) });
    }),
    tell: ({ language }) => ({
      key: isSigned(projectStore.getState().project, language) ? 'news.doneSigned' : 'news.doneUnsigned',
      params: { language: language ?? '' },
    }),
    leads: here(({ project, row, language }) => {
      const next = firstFrom(project.rows, row.id, (each) => isUnfinished(each, language));
      if (!next) return;
      setView({ filter: 'all' });
      selectRow(next, language);
    }),
  }),
] as const;

function anyToAgree(project: Project | null, languages: readonly Language[]): Answer {
  return project?.rows.some((row) => isToAgree(row, languages)) ? 'yes' : 'allAgreed';
}

function isFilled(row: Row, languages: readonly Language[]): boolean {
  return languages.some((language) => row.cells[language].paragraphs.length > 0);
}

function isSigned(project: Project | null, language: Language | null): boolean {
  return language !== null && (project?.review ?? NO_REVIEW).signOffs[language] !== null;
}

/** Whether the text of a row keeps its version from being signed off. */
function isUnfinished({ cells }: Row, language: Language): boolean {
  const { paragraphs, status } = cells[language];
  return paragraphs.length > 0 && (status !== 'agreed' || paragraphs.some(({ pending }) => pending));
}

/** What has to be named before these texts of a row are agreed. */
function openIn({ id }: Row, languages: readonly Language[]): Promise<readonly Matter[]> {
  return whenChecked(() => openInRowNow(id, languages));
}

/**
 * What is open at this moment. What was typed a moment ago may have put right what was found: in that case the checks are
 * waited for.
 */
async function whenChecked(openNow: () => readonly Matter[]): Promise<readonly Matter[]> {
  const named = openNow();
  const mayPass =
    named.some(({ kind }) => kind === 'finding') && findingsStore.getState().progress === 'ready';
  return mayPass && (await allChecked()) ? openNow() : named;
}

function openInRowNow(rowId: string, languages: readonly Language[]): readonly Matter[] {
  const { project } = projectStore.getState();
  const row = project?.rows.find(({ id }) => id === rowId);
  return project && row
    ? openMatters(row, languages, criteriaNow(project), findingsStore.getState().open)
    : [];
}

function openInVersionNow(language: Language): readonly Matter[] {
  const { project } = projectStore.getState();
  return project
    ? openInVersion(project.rows, language, criteriaNow(project), findingsStore.getState().open)
    : [];
}

/** Agrees the row where it is not, and goes on to the next one; who was writing goes on writing in the same language. */
async function agreeAndGoOn({ row, language }: Here): Promise<void> {
  const wasEditing = viewStore.getState().editing !== null;
  await whileKeysWait(async () => {
    const columns = columnsNow();
    const isDone = isRowAgreed(row, columns) || !isFilled(row, columns);
    if (isDone || (await send({ type: 'agreeRow', rowId: row.id, languages: filledIn(row, columns) })))
      goToNextToAgree(row.id, language, wasEditing);
  });
}

async function agreeOrTakeBack({ row }: Here): Promise<void> {
  const languages = filledIn(row, columnsNow());
  if (!isRowAgreed(row, languages)) return void (await send({ type: 'agreeRow', rowId: row.id, languages }));
  const cells = languages.map((language) => ({ rowId: row.id, language }));
  await send({ type: 'setStatus', cells, status: 'translated' });
}

function filledIn(row: Row, languages: readonly Language[]): readonly Language[] {
  return languages.filter((language) => row.cells[language].paragraphs.length > 0);
}

function tellAgreedRow({ row, number }: Parameters<Tell>[0]): Told {
  const isTakenBack = row && isToAgree(row, columnsNow());
  return { key: isTakenBack ? 'news.doneUnagreedRow' : 'news.doneAgreedRow', params: { number } };
}
