import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../../shared/interface/format-time';
import { showNews } from '../../../session/notices/notice-store';
import { send } from '../../../session/project/project-store';
import { LineDialog } from '../../../ui/line-dialog';

/** Keeps the article as it is now, under a name. */
export function SnapshotDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [proposed] = useState(() => formatTime(Date.now(), t));
  const keep = async (name: string) => {
    const taken = await send({ type: 'takeSnapshot', snapshotId: crypto.randomUUID(), name });
    if (taken) showNews('news.snapshotTaken', { name });
    onClose();
  };
  return (
    <LineDialog
      title={t('snapshot.title')}
      hint={t('snapshot.hint')}
      keep={t('snapshot.keep')}
      first={proposed}
      testId="snapshot-name"
      onKeep={(name) => void keep(name)}
      onClose={onClose}
    />
  );
}
