import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { findingSentence } from '../../../../shared/contract/finding-sentence';
import { cutText } from '../../../../shared/model/cut-text';
import { restoreFinding } from '../../../session/matters/findings';
import { findingsStore } from '../../../session/matters/findings-store';
import { formatNumber } from '../../../../shared/interface/format-number';
import { formatTime } from '../../../../shared/interface/format-time';
import { useProject, useReadOnly } from '../../../hooks/use-project';
import { settingsStore } from '../../../session/settings/settings-store';
import { LongList } from '../../../ui/long-list';

/** The findings of which somebody said that they are none, with the reason and a way back. */
export function DismissedFindings({ numbers }: { readonly numbers: ReadonlyMap<string, number> }) {
  const { t } = useTranslation();
  const { dismissals } = useProject();
  const readOnly = useReadOnly();
  const all = useStore(findingsStore, (state) => state.all);
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const dismissed = useMemo(() => {
    const byKey = new Map(dismissals?.map((each) => [each.key, each]));
    if (byKey.size === 0) return [];
    return [...all.values()].flat().flatMap((finding) => {
      const dismissal = byKey.get(finding.key);
      return dismissal ? [{ finding, dismissal }] : [];
    });
  }, [dismissals, all]);
  if (dismissed.length === 0) return null;
  return (
    <details className="check-more" data-testid="dismissed">
      <summary>
        {t('finding.dismissed')} · {formatNumber(dismissed.length, uiLanguage)}
      </summary>
      <LongList entries={dismissed} keyOf={({ finding }) => finding.key} className="findings">
        {({ finding, dismissal: { reason, note, author, time } }) => (
          <div className="finding-entry">
            <small>
              {t('inspector.rowNumber', { number: numbers.get(finding.rowId) })} ·{' '}
              {t(`check.${finding.check}.name`)}
            </small>
            <p className="finding-sentence">{findingSentence(finding, t)}</p>
            <p>{note === '' ? t(`finding.reason.${reason}`) : `“${cutText(note)}”`}</p>
            <small>
              {cutText(author, 60)} · {formatTime(time, t)}
            </small>
            {!readOnly && (
              <button
                type="button"
                className="button small"
                data-testid="finding-restore"
                onClick={() => void restoreFinding(finding)}
              >
                {t('finding.restore')}
              </button>
            )}
          </div>
        )}
      </LongList>
    </details>
  );
}
