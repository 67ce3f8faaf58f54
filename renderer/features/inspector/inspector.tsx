import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { countFindings, findingsStore } from '../../session/matters/findings-store';
import { useShownFlags } from '../../hooks/use-shown-flags';
import { setView, tabShown, viewStore, type InspectorTab } from '../../session/place/view-store';
import { CheckList } from './checks/check-list';
import { ChangeList } from './history/change-list';
import { FactList } from './checks/fact-list';
import { FlagForm } from './flags/flag-form';
import { FlagList } from './flags/flag-list';
import { HistoryTab } from './history/history-tab';
import { RowDetails } from './row/row-details';

const TABS: readonly InspectorTab[] = ['row', 'flags', 'checks', 'facts', 'changes', 'history'];

/** What is known of the selected row, all flags, what has changed, or what was done so far. */
export function Inspector() {
  const { t } = useTranslation();
  const flags = useShownFlags();
  const view = useStore(viewStore);
  const { flagDraft } = view;
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
    <aside className="inspector" aria-label={t('inspector.label')}>
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
            onClick={() => setView({ tab: each })}
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
        {/* A flag being written has the panel to itself. */}
        {flagDraft && <FlagForm key={flagDraft.flagId ?? 'new'} draft={flagDraft} />}
        {!flagDraft && tab === 'row' && <RowDetails />}
        {!flagDraft && tab === 'flags' && <FlagList />}
        {!flagDraft && tab === 'checks' && <CheckList />}
        {!flagDraft && tab === 'facts' && <FactList />}
        {!flagDraft && tab === 'changes' && <ChangeList />}
        {!flagDraft && tab === 'history' && <HistoryTab />}
      </div>
    </aside>
  );
}
