import { useTranslation } from 'react-i18next';
import { send } from '../../session/project/project-store';
import { useReadOnly } from '../../hooks/use-project';
import { useAuthor } from '../../hooks/use-shown-flags';
import { useReviewingBlind } from '../../hooks/use-shown-flags';
import { setView } from '../../session/place/view-store';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';

/** Begins a review without the flags of others in sight, or finishes it and shows how far both agree. */
export function BlindReviewDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const author = useAuthor();
  const readOnly = useReadOnly();
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
        <DialogButtons
          label={running ? t('blind.finish') : t('blind.begin')}
          testId="blind-go"
          disabled={readOnly}
          autoFocus
          onDo={() => void carryOn()}
          onClose={onClose}
        />
      }
    >
      <p>{running ? t('blind.finishHint') : t('blind.beginHint', { name: author })}</p>
    </Dialog>
  );
}
