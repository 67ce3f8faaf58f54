import type { TFunction } from 'i18next';
import type { Finding, FindingSpan, Fix } from '../../shared/checks/engine/finding';
import { findingSentence } from '../../shared/contract/finding-sentence';
import type { DismissalReason } from '../../shared/model/dismissal';
import type { FlagSpan } from '../../shared/model/flag';
import { allChecked, findingNow, findingsStore } from './findings-store';
import { goToPlace } from './go-to-place';
import { showNews } from './notice-store';
import { send, projectStore } from './project-store';
import { columnsNow, settingsStore } from './settings-store';
import { textOf } from './text-of';
import { setView, viewStore, type Selected, type ShownFinding } from './view-store';

/** Mends what these findings are about, in one step of undo. What is no longer found is left alone. */
export async function fixFindings(asked: readonly Finding[]): Promise<void> {
  const fits = await allChecked();
  const { project } = projectStore.getState();
  const found = asked.flatMap(({ rowId, key }) => findingNow(rowId, key) ?? []);
  if (!project || !fits || found.length === 0) return showNews('news.findingGone');
  const suggest = settingsStore.getState().settings.mode === 'suggesting';
  const fixes = found.flatMap((finding) =>
    finding.fixes.map((fix) => ({ ...fix, was: textOf(fix.paragraphId).slice(fix.start, fix.end) })),
  );
  setView({ finding: null });
  await send({ type: 'fixFindings', fixes, suggest });
}

/** Says that a finding is none. */
export async function dismissFinding({ key }: Finding, reason: DismissalReason, note: string): Promise<void> {
  const dismissed = await send({ type: 'dismissFinding', key, reason, note });
  if (dismissed) setView({ finding: null });
}

/** Shows a dismissed finding again. */
export async function restoreFinding({ key }: Finding): Promise<void> {
  await send({ type: 'restoreFinding', key });
}

/** Begins a flag that says what a finding says; when the flag is kept the finding is dismissed. */
export async function raiseFinding(asked: Finding, t: TFunction): Promise<void> {
  const fits = await allChecked();
  const { project } = projectStore.getState();
  const finding = findingNow(asked.rowId, asked.key);
  if (!project || !fits || !finding) return showNews('news.findingGone');
  const { check, severity, key } = finding;
  const described = findingsStore.getState().checks.find(({ id }) => id === check);
  setView({
    finding: null,
    editing: null,
    flagDraft: {
      flagId: null,
      spans: flagSpans(finding),
      category: described?.category ?? 'accuracy',
      severity,
      note: findingSentence(finding, t),
      finding: key,
    },
  });
}

/** The places of a finding as those of a flag, each language's with the text that would mend it. */
function flagSpans({ spans, fixes }: Finding): readonly FlagSpan[] {
  const isFixed = (fix: Fix, span: FindingSpan) =>
    fix.paragraphId === span.paragraphId && fix.start === span.start && fix.end === span.end;
  const fixedElsewhere = fixes.filter((fix) => !spans.some((span) => isFixed(fix, span)));
  return [...spans, ...fixedElsewhere].map(({ language, paragraphId, start, end }): FlagSpan => {
    const place = { language, paragraphId, start, end };
    const quote = textOf(paragraphId).slice(start, end);
    const fix = fixes.find((each) => isFixed(each, place))?.text ?? null;
    return { at: 'text', ...place, quote, orphaned: false, fix };
  });
}

/** Goes to a place of a finding, the one that is probably wrong unless another is named. */
export function goToFinding(
  finding: Finding,
  card: ShownFinding['card'],
  place: FindingSpan | undefined = finding.spans[0],
): void {
  if (goToPlace(place)) setView({ finding: { rowId: finding.rowId, key: finding.key, card } });
}

/** Goes to the next or previous of these findings, which are in the order of the article. */
export function stepFinding(
  findings: readonly Finding[],
  place: Selected | null,
  by: 1 | -1,
  card: ShownFinding['card'],
): void {
  if (findings.length === 0) return showNews('why.noFindings');
  const { finding: shown } = viewStore.getState();
  const at = shown?.rowId === place?.rowId ? findings.findIndex(({ key }) => key === shown?.key) : -1;
  const to = at === -1 ? firstFrom(findings, place?.rowId, by) : at + by;
  const finding = findings[(to + findings.length) % findings.length];
  if (finding) goToFinding(finding, card);
}

/** Where to begin when a person is on no finding: the row they are on, and from there on or back. */
function firstFrom(findings: readonly Finding[], rowId: string | undefined, by: 1 | -1): number {
  const rows = projectStore.getState().project?.rows ?? [];
  const places = new Map(rows.map(({ id }, index) => [id, index]));
  const here = places.get(rowId ?? '') ?? 0;
  const placeOf = (finding: Finding) => places.get(finding.rowId) ?? 0;
  if (by === -1) return findings.findLastIndex((finding) => placeOf(finding) <= here);
  return Math.max(
    0,
    findings.findIndex((finding) => placeOf(finding) >= here),
  );
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
