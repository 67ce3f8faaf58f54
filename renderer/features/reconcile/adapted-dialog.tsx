import { useTranslation } from 'react-i18next';
import { send } from '../../session/project/project-store';
import type { Selected } from '../../session/place/selected';
import { LineDialog } from '../../ui/line-dialog';

/** Asks why a text says something else than the other versions on purpose. */
export function AdaptedDialog({
  cell: { rowId, language },
  onClose,
}: {
  readonly cell: Selected;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const keep = (reason: string) => {
    onClose();
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
