import { useTranslation } from 'react-i18next';
import { send } from '../../store/project-store';
import { useViewStore } from '../../store/view-store';
import { LineDialog } from '../../ui/line-dialog';

/** Asks why the selected text says something else than the other versions on purpose. */
export function AdaptedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const selected = useViewStore((state) => state.selected);
  const keep = (reason: string) => {
    onClose();
    if (!selected) return;
    const { rowId, language } = selected;
    void send({ type: 'setAdapted', rowId, language, reason });
  };
  return (
    <LineDialog
      title={t('adapted.title')}
      hint={t('adapted.hint')}
      keep={t('adapted.keep')}
      placeholder={t('adapted.example')}
      testId="adapted-reason"
      onKeep={keep}
      onClose={onClose}
    />
  );
}
