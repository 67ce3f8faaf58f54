import { StrictMode } from 'react';
import i18next from 'i18next';
import { createRoot } from 'react-dom/client';
import { findAct } from '../session/acts/all-acts';
import { performHere } from '../session/acts/perform';
import { keepMenu, refreshMenu } from '../session/acts/keep-menu';
import { bridge, connect } from '../session/bridge';
import { mirrorFindings, mirrorStop } from '../session/matters/findings-store';
import { keepPlace } from '../session/place/keep-place';
import { addFailure, showFailure, noticeStore } from '../session/notices/notice-store';
import { leaveProject } from '../session/project/leave-project';
import { lendPage } from '../session/page';
import { openInstead, showOpened } from '../session/project/open-snapshot';
import { mirrorPatches } from '../session/project/project-store';
import { mirrorSettings, settingsStore } from '../session/settings/settings-store';
import { mirrorStanding } from '../session/project/standing-store';
import { typologyStore } from '../session/settings/typology-store';
import { isFlagWritten } from '../session/matters/flag-draft';
import { forgetTexts, isAnythingUnkept } from '../session/typing/unkept-store';
import { tellSelectedRow } from '../session/place/tell-selected-row';
import { followSearch } from '../session/search/search-store';
import { hearSaidProgress } from '../session/said/look-for-said';
import { App } from './app';
import { ErrorBoundary } from './error-boundary';
import './styles';
import { loadFonts } from './fonts';
import { speak, startI18n } from './i18n';
import { windowPage } from './page';
import { preloaded } from './preloaded';
import { watchKeyboard } from './watch-keyboard';
import { watchPress } from './watch-press';
import { watchBugs } from './report-bug';

connect(preloaded);
lendPage(windowPage);
watchBugs();
keepPlace();
followSearch();
tellSelectedRow((rowId) => bridge.request('project/select', { rowId }));

// With the fonts there from the start, nothing moves under the mouse once they arrive.
const [state] = await Promise.all([bridge.request('app/state', null), loadFonts()]);
mirrorSettings(state);
settingsStore.setState({ systemAuthor: state.systemAuthor });
typologyStore.setState({ typology: state.typology });
watchPress();
await watchKeyboard();
startI18n(state.uiLanguage);
keepMenu(i18next.t);
addEventListener('focusin', refreshMenu);
addEventListener('focusout', refreshMenu);

bridge.listen('project/patched', mirrorPatches);
bridge.listen('project/standing', mirrorStanding);
bridge.listen('checks/found', mirrorFindings);
bridge.listen('checks/stopped', mirrorStop);
bridge.listen('project/waiting', () => void openInstead(() => bridge.request('project/openWaiting', null)));
bridge.listen('window/closing', () => void closeWindow());
bridge.listen('kept/failed', addFailure);
bridge.listen('start/refused', showFailure);
bridge.listen('said/progress', hearSaidProgress);
bridge.listen('job/progress', (job) => noticeStore.setState({ job }));
bridge.listen('menu/chosen', (id) => {
  const act = findAct(id);
  if (act) performHere(act.id);
});
bridge.listen('settings/changed', (changed) => {
  mirrorSettings(changed);
  speak(changed.uiLanguage);
});

if (state.snapshot) await showOpened({ ok: true, value: state.snapshot });
for (const failure of state.failures) addFailure(failure);

async function closeWindow(): Promise<void> {
  // Main waits for an answer only so long.
  if (isAnythingUnkept() || isFlagWritten()) void bridge.request('window/stay', null);
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
