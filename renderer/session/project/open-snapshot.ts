import type { ProjectSnapshot } from '../../../shared/contract/channels';
import type { Result } from '../../../shared/model/failure';
import type { Project } from '../../../shared/model/project';
import { beginChecks, forgetFindings } from '../matters/findings-store';
import { leaveProject } from './leave-project';
import { showFailure } from '../notices/notice-store';
import { receiveProject } from './receive-project';
import { mirrorClose, mirrorSnapshot, projectStore } from './project-store';
import { mirrorStanding } from './standing-store';
import { closeSaid } from '../said/look-for-said';
import { columnsNow } from '../settings/settings-store';
import { forgetTexts } from '../typing/unkept-store';
import { FRESH_VIEW, setView } from '../place/view-store';

/**
 * Has a project opened in place of the one that is shown, which loses nothing that was typed, and shows it. A failure is
 * told; the value is null then, and where the person stays or chooses none.
 *
 * @param ask has main open it
 */
export function openInstead<S extends ProjectSnapshot>(
  ask: () => Promise<Result<S | null>>,
): Promise<S | null> {
  return leaveProject(async () => {
    const opened = await ask();
    const show = await receiveSnapshot(opened);
    return () => (show?.() && opened.ok ? opened.value : null);
  });
}

/**
 * Shows a project that was opened while nothing could be typed into another: at the start, or behind a dialog. A failure
 * is told. True when it is shown.
 */
export async function showOpened(opened: Result<ProjectSnapshot | null>): Promise<boolean> {
  const show = await receiveSnapshot(opened);
  return show?.() ?? false;
}

/** Waits for all of an opened project; the value shows it at the row a person last was on. Null where there is none. */
async function receiveSnapshot(opened: Result<ProjectSnapshot | null>): Promise<(() => true) | null> {
  if (!opened.ok) showFailure(opened.failure);
  if (!opened.ok || !opened.value) return null;
  const snapshot = opened.value;
  const received = await receiveProject(snapshot.project);
  if (!received.ok) {
    showFailure(received.failure);
    return null;
  }
  return () => {
    show(snapshot, received.value);
    return true;
  };
}

function show(snapshot: ProjectSnapshot, project: Project): void {
  const { selectedRowId } = snapshot;
  // What could not be kept of the project before, a person was asked about.
  if (snapshot.path !== projectStore.getState().path) forgetTexts();
  mirrorSnapshot(snapshot, project);
  mirrorStanding(snapshot.standing);
  forgetFindings();
  closeSaid();
  beginChecks();
  const row = project.rows.find((each) => each.id === selectedRowId) ?? project.rows[0];
  const columns = columnsNow();
  const language = columns.find((each) => row?.cells[each].paragraphs.length) ?? columns[0] ?? 'ru';
  const paragraphId = row?.cells[language].paragraphs[0]?.id ?? null;
  setView({ ...FRESH_VIEW, selected: row ? { rowId: row.id, language, paragraphId } : null });
}

/** Goes back to the start screen. */
export function closeSnapshot(): void {
  forgetTexts();
  mirrorClose();
  mirrorStanding({ kind: 'current' });
  forgetFindings();
  closeSaid();
  setView(FRESH_VIEW);
}
