import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../store/project-store';
import { useViewStore } from '../../store/view-store';
import { Dialog } from '../../ui/dialog';

/** Asks why the selected text says something else than the other versions on purpose. */
export function AdaptedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const selected = useViewStore((state) => state.selected);
  const [reason, setReason] = useState('');
  const keep = () => {
    onClose();
    if (!selected || reason.trim() === '') return;
    const { rowId, language } = selected;
    void send({ type: 'setAdapted', rowId, language, reason: reason.trim() });
  };
  return (
    <Dialog
      title={t('adapted.title')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('button.cancel')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={reason.trim() === ''}
            data-testid="adapted-keep"
            onClick={keep}
          >
            {t('adapted.keep')}
          </button>
        </>
      }
    >
      <label className="field">
        <span>{t('adapted.hint')}</span>
        <input
          type="text"
          value={reason}
          placeholder={t('adapted.example')}
          data-testid="adapted-reason"
          autoFocus
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
      </label>
    </Dialog>
  );
}
