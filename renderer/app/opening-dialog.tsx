import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { bridge } from '../session/bridge';
import { leavingStore } from '../session/project/leave-project';
import { noticeStore } from '../session/notices/notice-store';
import { Dialog } from '../ui/dialog';

/**
 * Opening a project in place of the one that is shown. From the moment that is asked for the rest of the window waits:
 * what is typed now would have no project to go to. It is seen once opening takes a while.
 */
export function OpeningDialog() {
  const { t } = useTranslation();
  const leaving = useStore(leavingStore, ({ acts }) => acts > 0);
  const job = useStore(noticeStore, (state) => state.job);
  const receiving = useStore(noticeStore, (state) => state.receiving);
  const reading = job?.kind === 'open' || (leaving && job?.kind === 'recover') ? job : null;
  if (!leaving && !reading && !receiving) return null;
  const title = t(`job.${reading?.kind ?? 'open'}`);
  // Work that cannot tell how far it is stays at 0.
  const percent = reading && reading.share > 0 ? Math.round(reading.share * 100) : undefined;
  // What is read already only has to come over: another job is not to be stopped for it.
  const stop = () => {
    if (reading) void bridge.request('job/cancel', null);
  };
  return (
    <Dialog
      title={title}
      className={reading || receiving ? 'opening' : 'opening unseen'}
      onClose={stop}
      footer={
        // Not to be pressed before it is seen, and not by a space that was meant for the text.
        <button type="button" className="button" disabled={!reading} onClick={stop}>
          {t('button.stop')}
        </button>
      }
    >
      <progress max={100} value={percent} aria-label={title} />
    </Dialog>
  );
}
