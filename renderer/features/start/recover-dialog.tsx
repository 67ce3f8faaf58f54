import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../shared/contract/channels';
import { fileOfPath } from '../../../shared/contract/file-of-path';
import { bridge } from '../../bridge';
import { formatTime } from '../../store/format';
import { showFailure, showNews } from '../../store/notice-store';
import { openSnapshot } from '../../store/open-snapshot';
import { useSettingsStore } from '../../store/settings-store';
import { mayLeave } from '../../store/unkept-store';
import { Dialog } from '../../ui/dialog';

/** So many numbers of rows are named; the flags tell of all. */
const MOST_NAMED = 30;

function listOf(numbers: readonly number[]): string {
  return numbers.length > MOST_NAMED ? `${numbers.slice(0, MOST_NAMED).join(', ')}…` : numbers.join(', ');
}

/** Projects as they were when they were opened last, and a way into a file that is damaged. */
export function RecoverDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const uiLanguage = useSettingsStore((state) => state.uiLanguage);
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  useEffect(() => {
    void bridge.request('project/backups', null).then(setBackups);
  }, []);
  const open = async (path: string) => {
    if (!(await mayLeave())) return;
    const opened = await bridge.request('project/openBackup', { path });
    if ((await openSnapshot(opened)) && opened.ok) showNews('news.backupOpened', { path: opened.value.path });
    onClose();
  };
  const salvage = async () => {
    if (!(await mayLeave())) return;
    const read = await bridge.request('project/salvage', null);
    if (!read.ok) showFailure(read.failure);
    if (!read.ok || !read.value) return;
    const { snapshot, salvaged } = read.value;
    const { rows, flags, lossy, doubtful, parted } = salvaged;
    await openSnapshot({ ok: true, value: snapshot });
    const whole = parted > 0 ? 'news.salvagedParted' : 'news.salvaged';
    const told = doubtful.length > 0 ? 'news.salvagedDoubtful' : lossy ? 'news.salvagedPart' : whole;
    const params = { rows, flags, parted, path: snapshot.path, doubtful: listOf(doubtful) };
    showNews(told, params, { key: 'button.understood', perform: () => {} });
    onClose();
  };
  return (
    <Dialog
      title={t('recover.title')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" data-testid="salvage" onClick={() => void salvage()}>
            {t('recover.damaged')}
          </button>
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>
            {t('button.cancel')}
          </button>
        </>
      }
    >
      <p className="quiet">{t('recover.hint')}</p>
      {backups?.length === 0 && <p>{t('recover.none')}</p>}
      <ul className="backups" aria-label={t('recover.list')}>
        {backups?.map(({ path, origin, title, time }) => {
          const when = formatTime(time, uiLanguage, t);
          return (
            <li key={path} data-testid="backup">
              <span title={origin}>
                <b>{title}</b>
                <small>
                  {t('recover.asOpened', { time: when })}
                  {origin !== '' && ` · ${fileOfPath(origin)}`}
                </small>
              </span>
              <button
                type="button"
                className="button small"
                aria-label={t('recover.openLabel', { title, time: when })}
                onClick={() => void open(path)}
              >
                {t('recover.open')}
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
