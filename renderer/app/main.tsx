import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { bridge } from '../bridge';
import { mirrorFindings, mirrorStop } from '../store/findings-store';
import { tellSelectedRow } from '../session/tell-selected-row';
import { keepPlace } from '../store/keep-place';
import { addFailure, showFailure, useNoticeStore } from '../store/notice-store';
import { leaveProject } from '../store/leave-project';
import { openInstead, showOpened } from '../store/open-snapshot';
import { mirrorPatches } from '../store/project-store';
import { mirrorSettings, useSettingsStore } from '../store/settings-store';
import { mirrorStanding } from '../store/standing-store';
import { useTypologyStore } from '../store/typology-store';
import { forgetTexts, isAnythingUnkept } from '../store/unkept-store';
import { App } from './app';
import { ErrorBoundary } from './error-boundary';
import './fonts.css';
import './theme.css';
import './layout.css';
import './findings.css';
import './text.css';
import './score.css';
import './forced-colors.css';
import { loadFonts } from './fonts';
import { speak, startI18n } from './i18n';
import { perform } from './perform';
import { watchBugs } from './report-bug';

watchBugs();
keepPlace();
tellSelectedRow((rowId) => bridge.request('project/select', { rowId }));

// With the fonts there from the start, nothing moves under the mouse once they arrive.
const [state] = await Promise.all([bridge.request('app/state', null), loadFonts()]);
mirrorSettings(state);
useSettingsStore.setState({ systemAuthor: state.systemAuthor });
useTypologyStore.setState({ typology: state.typology });
startI18n(state.uiLanguage);

bridge.listen('project/patched', mirrorPatches);
bridge.listen('project/standing', mirrorStanding);
bridge.listen('checks/found', mirrorFindings);
bridge.listen('checks/stopped', mirrorStop);
bridge.listen('project/waiting', () => void openInstead(() => bridge.request('project/openWaiting', null)));
bridge.listen('window/closing', () => void closeWindow());
bridge.listen('kept/failed', addFailure);
bridge.listen('start/refused', showFailure);
bridge.listen('job/progress', (job) => useNoticeStore.setState({ job }));
bridge.listen('menu/action', (action) => void perform(action));
bridge.listen('settings/changed', (changed) => {
  mirrorSettings(changed);
  speak(changed.uiLanguage);
});

if (state.snapshot) await showOpened({ ok: true, value: state.snapshot });
for (const failure of state.failures) addFailure(failure);

async function closeWindow(): Promise<void> {
  // Main waits for an answer only so long.
  if (isAnythingUnkept()) void bridge.request('window/stay', null);
  await leaveProject(async () => {
    forgetTexts();
    await bridge.request('window/close', null);
    return () => {};
  });
}

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App />
    </ErrorBoundary>
  </StrictMode>,
);
