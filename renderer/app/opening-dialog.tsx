import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { useNoticeStore } from '../store/notice-store';
import { Dialog } from '../ui/dialog';

/** Opening a project that takes a while. The rest of the window waits: what is typed now would have no project to go to. */
export function OpeningDialog() {
  const { t } = useTranslation();
  const job = useNoticeStore((state) => state.job);
  const receiving = useNoticeStore((state) => state.receiving);
  const isReading = job?.kind === 'open';
  if (!isReading && !receiving) return null;
  // What is read already only has to come over: another job is not to be stopped for it.
  const stop = () => {
    if (isReading) void bridge.request('job/cancel', null);
  };
  return (
    <Dialog
      title={t('job.open')}
      onClose={stop}
      footer={
        <button type="button" className="button" disabled={!isReading} onClick={stop}>
          {t('button.stop')}
        </button>
      }
    >
      <progress
        max={100}
        value={isReading ? Math.round(job.share * 100) : undefined}
        aria-label={t('job.open')}
      />
    </Dialog>
  );
}
