import type { Language } from '../../../shared/model/language';
import type { Project, Snapshot } from '../../../shared/model/project';
import type { Row } from '../../../shared/model/row';
import {
  AS_AGREED,
  AS_IMPORTED,
  asTexts,
  baselineText,
  textsOf,
  type BaselineRule,
} from '../../../shared/reconcile/baseline';
import { bridge } from '../bridge';
import { showFailure } from '../notices/notice-store';
import { projectStore } from '../project/project-store';
import { changeSettings, settingsStore } from '../settings/settings-store';
import { setView, viewStore, type Baseline } from '../place/view-store';

const snapshotRules = new WeakMap<Snapshot, BaselineRule>();

/** How texts are compared by a baseline. A snapshot that is no longer kept gives way to the imported texts. */
export function ruleOf(baseline: Baseline, project: Project | null): BaselineRule {
  switch (baseline.kind) {
    case 'imported':
      return AS_IMPORTED;
    case 'agreed':
      return AS_AGREED;
    case 'session':
    case 'revision':
      return baseline.rule;
    case 'snapshot': {
      const snapshot = snapshotOf(baseline.snapshotId, project);
      return snapshot ? snapshotRule(snapshot) : AS_IMPORTED;
    }
  }
}

/** A snapshot of the project; null where it is no longer kept. */
export function snapshotOf(id: string, project: Project | null): Snapshot | null {
  return project?.review?.snapshots.find((snapshot) => snapshot.id === id) ?? null;
}

function snapshotRule(snapshot: Snapshot): BaselineRule {
  const known = snapshotRules.get(snapshot);
  if (known) return known;
  const rule = asTexts(textsOf(snapshot.rows));
  snapshotRules.set(snapshot, rule);
  return rule;
}

/** What texts are compared with at this moment. */
export function baselineRuleNow(): BaselineRule {
  return ruleOf(viewStore.getState().baseline, projectStore.getState().project);
}

/** Compares with something else from now on; changes are then shown, if only the present texts were. */
export function compareWith(baseline: Baseline): void {
  setView({ baseline });
  if (settingsStore.getState().settings.textView === 'clean') changeSettings({ textView: 'changes' });
}

/** Compares with the texts as the person left them when they last had the project open. */
export async function compareWithLastSession(): Promise<void> {
  const texts = await bridge.request('project/textsAt', { seq: 'session' });
  if (texts.ok) compareWith({ kind: 'session', rule: asTexts(texts.value) });
  else showFailure(texts.failure);
}

/** Compares with the texts as they were after a change of the history; `time` in ms since 1970. */
export async function compareWithRevision(seq: number, time: number): Promise<void> {
  const texts = await bridge.request('project/textsAt', { seq });
  if (texts.ok) compareWith({ kind: 'revision', seq, time, rule: asTexts(texts.value) });
  else showFailure(texts.failure);
}

/** Opens the comparison of snapshots with each other, beginning with the last one. */
export function compareSnapshots(): void {
  const last = projectStore.getState().project?.review?.snapshots.at(-1);
  if (last) setView({ comparing: last.id });
}

/** Shows the texts of the baseline themselves. */
export function showBaseline(): void {
  setView({ editing: null });
  changeSettings({ textView: 'original' });
}

/** The first paragraph of a row, in the columns shown, that differs from the baseline or holds suggestions. */
export function firstChange(
  row: Row,
  columns: readonly Language[],
  rule: BaselineRule,
): { readonly language: Language; readonly paragraphId: string } | null {
  for (const language of columns) {
    const changed = row.cells[language].paragraphs.find(
      (paragraph) => paragraph.pending !== undefined || baselineText(rule, paragraph) !== paragraph,
    );
    if (changed) return { language, paragraphId: changed.id };
  }
  return null;
}
