import { useTranslation } from 'react-i18next';
import { send, useProjectStore } from '../../store/project-store';
import { useAuthor } from '../../store/settings-store';
import { useReviewingBlind } from '../../store/shown-flags';
import { setView } from '../../store/view-store';
import { Dialog } from '../../ui/dialog';

/** Begins a review without the flags of others in sight, or finishes it and shows how far both agree. */
export function BlindReviewDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const author = useAuthor();
  const readOnly = useProjectStore((state) => state.readOnly);
  const running = useReviewingBlind();
  const carryOn = async () => {
    const done = await send({ type: 'reviewBlind', running: !running });
    if (done && running) setView({ dialog: 'score' });
    else onClose();
  };
  return (
    <Dialog
      title={t('blind.title')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('button.cancel')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={readOnly}
            autoFocus
            data-testid="blind-go"
            onClick={() => void carryOn()}
          >
            {running ? t('blind.finish') : t('blind.begin')}
          </button>
        </>
      }
    >
      <p>{running ? t('blind.finishHint') : t('blind.beginHint', { name: author })}</p>
    </Dialog>
  );
}
