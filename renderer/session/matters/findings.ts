import type { Finding, FindingSpan, Fix, RoleOffer } from '../../../shared/checks/engine/finding';
import type { DismissalReason } from '../../../shared/model/dismissal';
import type { FlagSpan } from '../../../shared/model/flag';
import { beginFlag } from './flag-draft';
import { LANGUAGES } from '../../../shared/model/language';
import { allChecked, findingNow, findingsStore } from './findings-store';
import { showNews } from '../notices/notice-store';
import { page } from '../page';
import { tellUndoable } from '../notices/tell-undoable';
import { send, projectStore } from '../project/project-store';
import { columnsNow, settingsStore } from '../settings/settings-store';
import { paragraphNow, textOf } from '../project/text-of';
import { labelAs } from '../rows/label-as';
import { setView } from '../place/view-store';

/**
 * Mends what these findings are about, in one step of undo, and tells how many. What is no longer found is left alone.
 *
 * @param choice the words that are chosen where each of several would mend it
 */
export async function fixFindings(asked: readonly Finding[], choice?: string): Promise<void> {
  const fits = await allChecked();
  const { project } = projectStore.getState();
  const found = asked.flatMap(({ rowId, key }) => findingNow(rowId, key) ?? []);
  if (!project || !fits || found.length === 0) return showNews('news.findingGone');
  const suggest = settingsStore.getState().settings.mode === 'suggesting';
  const fixes = found.flatMap(({ fixes: all, choices = [] }) =>
    [...all, ...choices.filter(({ text }) => text === choice)].map((fix) => ({
      ...fix,
      was: textOf(fix.paragraphId).slice(fix.start, fix.end),
    })),
  );
  if (!(await send({ type: 'fixFindings', fixes, suggest }))) return;
  tellUndoable(suggest ? 'news.doneFixesSuggested' : 'news.doneFixed', { count: found.length });
}

/**
 * Puts right what a finding is about: by its fixes, by the one that is chosen of several, by moving the paragraph to where
 * the other versions have it, or by making it what it is there.
 */
export async function fixFinding(asked: Finding, choice?: string): Promise<void> {
  if (asked.fixes.length > 0 || choice !== undefined) return fixFindings([asked], choice);
  const { order, role: offer } = ((await allChecked()) && findingNow(asked.rowId, asked.key)) || {};
  if (offer) return makeRole(offer);
  if (!order) return showNews('news.findingGone');
  if (await send({ type: 'moveInOrder', ...order })) tellUndoable('news.doneOrder', {});
}

async function makeRole({ paragraphId, role }: RoleOffer): Promise<void> {
  const paragraph = paragraphNow(paragraphId);
  if (!paragraph) return showNews('news.findingGone');
  const label = labelAs(paragraph, role);
  if (await send({ type: 'setRole', paragraphId, role, label })) tellUndoable('done.setRole', {});
}

/**
 * Says that a finding is none.
 *
 * @returns whether that was kept
 */
export async function dismissFinding(
  { key }: Finding,
  reason: DismissalReason,
  note: string,
): Promise<boolean> {
  return Boolean(await send({ type: 'dismissFinding', key, reason, note }));
}

/** Shows a dismissed finding again. */
export async function restoreFinding({ key }: Finding): Promise<void> {
  await send({ type: 'restoreFinding', key });
}

/** Begins a flag that says what a finding says; when the flag is kept the finding is dismissed. */
export async function raiseFinding(asked: Finding): Promise<void> {
  const fits = await allChecked();
  const { project } = projectStore.getState();
  const finding = findingNow(asked.rowId, asked.key);
  if (!project || !fits || !finding) return showNews('news.findingGone');
  const { check, severity, key } = finding;
  const described = findingsStore.getState().checks.find(({ id }) => id === check);
  setView({ shown: null, editing: null });
  await beginFlag({
    flagId: null,
    spans: flagSpans(finding),
    category: described?.category ?? 'accuracy',
    severity,
    note: page().say(finding),
    finding: key,
  });
}

/**
 * The places of a finding as those of a flag, each language's with the text that would mend it. Where the version the
 * finding is about has nothing in the row, the error is there and not in those that have it.
 */
function flagSpans({ spans, fixes, params, rowId }: Finding): readonly FlagSpan[] {
  const lacking = LANGUAGES.find((each) => each === params['language']);
  const row = projectStore.getState().project?.rows.find(({ id }) => id === rowId);
  const isGap = lacking && row?.cells[lacking].paragraphs.length === 0;
  const gap: readonly FlagSpan[] = isGap ? [{ at: 'gap', language: lacking, rowId }] : [];
  const isFixed = (fix: Fix, span: FindingSpan) =>
    fix.paragraphId === span.paragraphId && fix.start === span.start && fix.end === span.end;
  const fixedElsewhere = fixes.filter((fix) => !spans.some((span) => isFixed(fix, span)));
  const told = [...spans, ...fixedElsewhere].map(({ language, paragraphId, start, end }): FlagSpan => {
    const place = { language, paragraphId, start, end };
    const quote = textOf(paragraphId).slice(start, end);
    const fix = fixes.find((each) => isFixed(each, place))?.text ?? null;
    return { at: 'text', ...place, quote, orphaned: false, fix };
  });
  return [...gap, ...told];
}

/** All findings a person still has to look at, in the order of the article and in the columns that are shown. */
export function openFindingsInOrder(): readonly Finding[] {
  const { project } = projectStore.getState();
  const { open } = findingsStore.getState();
  const columns = columnsNow();
  return (project?.rows ?? []).flatMap(({ id }) =>
    (open.get(id) ?? []).filter(({ spans: [first] }) => first && columns.includes(first.language)),
  );
}
