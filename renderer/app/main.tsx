import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { bridge } from '../bridge';
import { mirrorFindings, mirrorStop } from '../store/findings-store';
import { keepPlace } from '../store/keep-place';
import { addFailure, showFailure, useNoticeStore } from '../store/notice-store';
import { openSnapshot } from '../store/open-snapshot';
import { mirrorPatches } from '../store/project-store';
import { mirrorSettings, useSettingsStore } from '../store/settings-store';
import { mirrorStanding } from '../store/standing-store';
import { useTypologyStore } from '../store/typology-store';
import { forgetTexts, isAnythingUnkept, mayLeave } from '../store/unkept-store';
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
bridge.listen('project/waiting', () => void openWaiting());
bridge.listen('window/closing', () => void closeWindow());
bridge.listen('kept/failed', addFailure);
bridge.listen('start/refused', showFailure);
bridge.listen('job/progress', (job) => useNoticeStore.setState({ job }));
bridge.listen('menu/action', (action) => void perform(action));
bridge.listen('settings/changed', (changed) => {
  mirrorSettings(changed);
  speak(changed.uiLanguage);
});

if (state.snapshot) await openSnapshot({ ok: true, value: state.snapshot });
for (const failure of state.failures) addFailure(failure);

async function openWaiting(): Promise<void> {
  if (await mayLeave()) await openSnapshot(await bridge.request('project/openWaiting', null));
}

async function closeWindow(): Promise<void> {
  // Main waits for an answer only so long.
  if (isAnythingUnkept()) void bridge.request('window/stay', null);
  if (!(await mayLeave())) return;
  forgetTexts();
  await bridge.request('window/close', null);
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
