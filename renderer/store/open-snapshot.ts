import type { ProjectSnapshot } from '../../shared/contract/channels';
import type { Result } from '../../shared/model/failure';
import { beginChecks, forgetFindings } from './findings-store';
import { showFailure } from './notice-store';
import { receiveProject } from './receive-project';
import { mirrorClose, mirrorSnapshot, useProjectStore } from './project-store';
import { mirrorStanding } from './standing-store';
import { useSettingsStore, visibleColumns } from './settings-store';
import { forgetTexts } from './unkept-store';
import { FRESH_VIEW, setView } from './view-store';

/** Shows a project that was opened, at the row a person last was on; a failure is told. True when it is open. */
export async function openSnapshot(opened: Result<ProjectSnapshot | null>): Promise<boolean> {
  if (!opened.ok) {
    showFailure(opened.failure);
    return false;
  }
  if (!opened.value) return false;
  const { selectedRowId } = opened.value;
  const received = await receiveProject(opened.value.project);
  if (!received.ok) {
    showFailure(received.failure);
    return false;
  }
  const project = received.value;
  // What could not be kept of the project before, a person was asked about.
  if (opened.value.path !== useProjectStore.getState().path) forgetTexts();
  mirrorSnapshot(opened.value, project);
  mirrorStanding(opened.value.standing);
  forgetFindings();
  beginChecks();
  const row = project.rows.find((each) => each.id === selectedRowId) ?? project.rows[0];
  const columns = visibleColumns(useSettingsStore.getState().settings);
  const language = columns.find((each) => row?.cells[each].paragraphs.length) ?? columns[0] ?? 'ru';
  const paragraphId = row?.cells[language].paragraphs[0]?.id ?? null;
  setView({ ...FRESH_VIEW, selected: row ? { rowId: row.id, language, paragraphId } : null });
  return true;
}

/** Goes back to the start screen. */
export function closeSnapshot(): void {
  forgetTexts();
  mirrorClose();
  mirrorStanding({ kind: 'current' });
  forgetFindings();
  setView(FRESH_VIEW);
}
