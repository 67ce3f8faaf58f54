import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryLine } from '../../../shared/contract/channels';
import { bridge } from '../../bridge';
import { formatTime } from '../../store/format';
import { useProjectStore } from '../../store/project-store';
import { useSettingsStore } from '../../store/settings-store';

const LISTED = 100;

/** What was done, newest first; what undo took back is struck out. */
export function HistoryList() {
  const { t } = useTranslation();
  const project = useProjectStore((state) => state.project);
  const uiLanguage = useSettingsStore((state) => state.uiLanguage);
  const [lines, setLines] = useState<readonly HistoryLine[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void bridge.request('project/history', { limit: LISTED }).then((told) => wanted && setLines(told));
    return () => {
      wanted = false;
    };
  }, [project]);
  if (lines === null) return null;
  if (lines.length === 0) return <p className="quiet">{t('history.none')}</p>;
  return (
    <ol className="history">
      {lines.map(({ seq, label, author, time, undone }) => (
        <li key={seq} className={undone ? 'undone' : ''}>
          <span>{t(`command.${label}`)}</span>
          <small>
            {author} · {formatTime(time, uiLanguage, t)}
          </small>
        </li>
      ))}
    </ol>
  );
}
