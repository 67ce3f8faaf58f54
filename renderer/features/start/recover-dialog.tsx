import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../shared/contract/channels';
import { fileOfPath } from '../../../shared/contract/file-of-path';
import { ok } from '../../../shared/model/failure';
import { bridge } from '../../session/bridge';
import { formatTime } from '../../../shared/interface/format-time';
import { showNews } from '../../session/notices/notice-store';
import { openInstead } from '../../session/project/open-snapshot';
import { Dialog } from '../../ui/dialog';

/** So many numbers of rows are named; the flags tell of all. */
const MOST_NAMED = 30;

function listOf(numbers: readonly number[]): string {
  return numbers.length > MOST_NAMED ? `${numbers.slice(0, MOST_NAMED).join(', ')}…` : numbers.join(', ');
}

/** Projects as they were when they were opened last, and a way into a file that is damaged. */
export function RecoverDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  useEffect(() => {
    void bridge.request('project/backups', null).then(setBackups);
  }, []);
  const open = async (path: string) => {
    const opened = await openInstead(() => bridge.request('project/openBackup', { path }));
    if (opened) showNews('news.backupOpened', { path: opened.path });
    onClose();
  };
  const salvage = async () => {
    const opened = await openInstead(async () => {
      const read = await bridge.request('project/salvage', null);
      return read.ok ? ok(read.value && { ...read.value.snapshot, salvaged: read.value.salvaged }) : read;
    });
    if (!opened) return;
    const { rows, flags, lossy, doubtful, parted } = opened.salvaged;
    const whole = parted > 0 ? 'news.salvagedParted' : 'news.salvaged';
    const told = doubtful.length > 0 ? 'news.salvagedDoubtful' : lossy ? 'news.salvagedPart' : whole;
    const params = { rows, flags, parted, path: opened.path, doubtful: listOf(doubtful) };
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
          const when = formatTime(time, t);
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
