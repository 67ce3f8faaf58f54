import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { bridge } from '../session/bridge';
import { leavingStore } from '../session/project/leave-project';
import { noticeStore } from '../session/notices/notice-store';

/** Work under way, and a way to stop it. */
export function JobBar() {
  const { t } = useTranslation();
  const job = useStore(noticeStore, (state) => state.job);
  const leaving = useStore(leavingStore, ({ acts }) => acts > 0);
  // A project that is being opened keeps the window waiting (opening-dialog.tsx).
  if (!job || job.kind === 'open' || (leaving && job.kind === 'recover')) return null;
  // Work that cannot tell how far it is stays at 0: the bar then only says that it goes on.
  const percent = job.share > 0 ? Math.round(job.share * 100) : undefined;
  return (
    <div className="job-bar" role="status">
      <span>{t(`job.${job.kind}`)}</span>
      <progress max={100} value={percent} aria-label={t(`job.${job.kind}`)} />
      {percent !== undefined && <span className="percent">{percent}%</span>}
      <button type="button" className="button small" onClick={() => void bridge.request('job/cancel', null)}>
        {t('button.stop')}
      </button>
    </div>
  );
}
