import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { countFindings, findingsStore } from '../../session/matters/findings-store';
import { useShownFlags } from '../../hooks/use-shown-flags';
import { showTab, setView, tabShown, viewStore, type InspectorTab } from '../../session/place/view-store';
import { CheckList } from './checks/check-list';
import { ChangeList } from './history/change-list';
import { FactList } from './checks/fact-list';
import { FlagForm } from './flags/flag-form';
import { FlagList } from './flags/flag-list';
import { HistoryTab } from './history/history-tab';
import { RowDetails } from './row/row-details';
import { saidStore } from '../../session/said/said-store';
import { SaidPanel } from './said/said-panel';

const TABS: readonly InspectorTab[] = ['row', 'flags', 'checks', 'facts', 'changes', 'history'];

/** What is known of the selected row, all flags, what has changed, or what was done so far; or how something was said. */
export function Inspector() {
  const { t } = useTranslation();
  const flagDraft = useStore(viewStore, (state) => state.flagDraft);
  const besideFlag = useStore(viewStore, (state) => state.besideFlag);
  const isAsked = useStore(saidStore, ({ asked }) => asked !== null);
  const isSaidShown = isAsked && (!flagDraft || besideFlag === 'said');
  const waits = flagDraft !== null && besideFlag !== null;
  return (
    <aside className="inspector" aria-label={t('inspector.label')}>
      {waits && (
        <div className="flag-waits">
          <span>{t('inspector.flagWaits')}</span>
          <button type="button" className="link-button" onClick={() => setView({ besideFlag: null })}>
            {t('inspector.backToFlag')}
          </button>
        </div>
      )}
      {isSaidShown ? <SaidPanel /> : <Tabs />}
    </aside>
  );
}

function Tabs() {
  const { t } = useTranslation();
  const flags = useShownFlags();
  const view = useStore(viewStore);
  const { flagDraft, besideFlag } = view;
  const isFormShown = flagDraft !== null && besideFlag === null;
  const tab = tabShown(view);
  const found = useStore(findingsStore, ({ open }) => countFindings(open));
  const unchecked = useStore(
    findingsStore,
    ({ leftOut, progress }) => leftOut.length > 0 || progress === 'stopped',
  );
  const counts: Partial<Record<InspectorTab, number>> = {
    flags: flags.filter((flag) => flag.status === 'open').length,
    checks: found,
  };
  return (
    <>
      <div role="tablist" aria-label={t('inspector.label')} className="tabs">
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === tab}
            aria-controls="inspector-panel"
            data-testid={`tab-${each}`}
            onClick={() => showTab(each)}
          >
            {t(`inspector.${each}`)}
            {(counts[each] ?? 0) > 0 && <span className={`count ${each}`}>{counts[each]}</span>}
            {each === 'checks' && unchecked && (
              <span className="count checks" title={t('finding.notAll')} data-testid="unchecked">
                <span aria-hidden="true">!</span>
                <span className="visually-hidden">{t('finding.notAll')}</span>
              </span>
            )}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id="inspector-panel"
        aria-labelledby={`tab-${tab}`}
        className="panel"
        tabIndex={-1}
      >
        {/* A flag being written has the panel to itself, until another tab is looked at. */}
        {isFormShown && <FlagForm key={flagDraft.flagId ?? 'new'} draft={flagDraft} />}
        {!isFormShown && tab === 'row' && <RowDetails />}
        {!isFormShown && tab === 'flags' && <FlagList />}
        {!isFormShown && tab === 'checks' && <CheckList />}
        {!isFormShown && tab === 'facts' && <FactList />}
        {!isFormShown && tab === 'changes' && <ChangeList />}
        {!isFormShown && tab === 'history' && <HistoryTab />}
      </div>
    </>
  );
}
