import { createStore } from 'zustand/vanilla';
import type { Finding } from '../../../shared/checks/engine/finding';
import type { FindingsByRow } from '../../../shared/checks/engine/found-between';
import type { Step } from '../../../shared/checks/engine/step';
import type { DescribedCheck, Events } from '../../../shared/contract/channels';
import type { Settings } from '../../../shared/contract/settings';
import type { Project } from '../../../shared/model/project';
import { bridge } from '../bridge';
import { handOver } from '../typing/active-editor';
import { page } from '../page';
import { projectStore } from '../project/project-store';
import { settingsStore } from '../settings/settings-store';

/** What the checks find in the open project, as they last told it. */
interface FindingsStore {
  readonly progress: 'waiting' | 'ready' | 'stopped';
  /** The last change of the project they have taken into account. */
  readonly state: number;
  readonly checks: readonly DescribedCheck[];
  /** What was not checked, because it took too long or too much memory, or ended in a bug. */
  readonly leftOut: readonly Step[];
  readonly all: FindingsByRow;
  /** Those a person still has to look at: not dismissed, and of a check that is not switched off. */
  readonly open: FindingsByRow;
}

const NOTHING_FOUND: FindingsStore = {
  progress: 'waiting',
  state: -1,
  checks: [],
  leftOut: [],
  all: new Map(),
  open: new Map(),
};

/** No findings, the same list each time. */
export const NO_FINDINGS: readonly Finding[] = [];

export const findingsStore = createStore<FindingsStore>()(() => NOTHING_FOUND);

/** Has the project checked, once the window has shown it and has nothing else to do. */
export function beginChecks(): void {
  page().whenIdle(() => void bridge.request('checks/begin', null));
}

/** Forgets what was found, as when another project is shown. */
export function forgetFindings(): void {
  findingsStore.setState(NOTHING_FOUND);
}

/** Takes over what the checks have told of the rows in which it differs. */
export function mirrorFindings({ state, checks, rows, leftOut }: Events['checks/found']): void {
  const before = checks ? { ...NOTHING_FOUND, checks } : findingsStore.getState();
  const isOpen = judgeNow();
  const all = new Map(before.all);
  const open = new Map(before.open);
  for (const { rowId, findings } of rows) {
    put(all, rowId, findings);
    put(open, rowId, findings.filter(isOpen));
  }
  findingsStore.setState({
    ...before,
    progress: 'ready',
    state,
    leftOut,
    ...(rows.length > 0 && { all, open }),
  });
}

/** Notes that the checks have stopped and are not started again by themselves. */
export function mirrorStop(): void {
  findingsStore.setState({ progress: 'stopped' });
}

/** How many findings there are in these rows. */
export function countFindings(rows: FindingsByRow): number {
  let count = 0;
  for (const findings of rows.values()) count += findings.length;
  return count;
}

/** A finding as it is now; undefined when the texts it was about are others by now. */
export function findingNow(rowId: string, key: string): Finding | undefined {
  return findingsStore
    .getState()
    .all.get(rowId)
    ?.find((finding) => finding.key === key);
}

/** Waits until everything typed is in the project and the checks have seen it; false when that takes too long. */
export async function allChecked(): Promise<boolean> {
  await handOver();
  const isDone = () => findingsStore.getState().state === projectStore.getState().state;
  const until = Date.now() + 3000;
  while (!isDone() && Date.now() < until) await new Promise((done) => setTimeout(() => done(undefined), 20));
  return isDone();
}

function put(rows: Map<string, readonly Finding[]>, rowId: string, findings: readonly Finding[]): void {
  if (findings.length > 0) rows.set(rowId, findings);
  else rows.delete(rowId);
}

function judgeNow(): (finding: Finding) => boolean {
  return judge(projectStore.getState().project, settingsStore.getState().settings);
}

function judge(project: Project | null, { checksOff }: Settings): (finding: Finding) => boolean {
  const dismissed = new Set(project?.dismissals?.map(({ key }) => key));
  const off = new Set(checksOff);
  return ({ key, check }) => !dismissed.has(key) && !off.has(check);
}

/** Works out anew which findings are open; the lists in which nothing differs stay the same. */
function judgeAnew(): void {
  const { all, open } = findingsStore.getState();
  if (all.size === 0) return;
  const isOpen = judgeNow();
  const judged = new Map<string, readonly Finding[]>();
  for (const [rowId, findings] of all) {
    const before = open.get(rowId) ?? NO_FINDINGS;
    const now = findings.filter(isOpen);
    const same = now.length === before.length && now.every((finding, i) => finding === before[i]);
    put(judged, rowId, same ? before : now);
  }
  findingsStore.setState({ open: judged });
}

projectStore.subscribe(({ project }, before) => {
  if (project && project.dismissals !== before.project?.dismissals) judgeAnew();
});

settingsStore.subscribe(({ settings }, before) => {
  if (settings.checksOff !== before.settings.checksOff) judgeAnew();
});
