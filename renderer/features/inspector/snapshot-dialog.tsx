import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../store/format';
import { showNews } from '../../store/notice-store';
import { send } from '../../store/project-store';
import { useSettingsStore } from '../../store/settings-store';
import { Dialog } from '../../ui/dialog';

/** Keeps the article as it is now, under a name. */
export function SnapshotDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const uiLanguage = useSettingsStore((state) => state.uiLanguage);
  const [name, setName] = useState(() => formatTime(Date.now(), uiLanguage, t));
  const keep = async () => {
    const named = name.trim();
    if (named === '') return;
    const taken = await send({ type: 'takeSnapshot', snapshotId: crypto.randomUUID(), name: named });
    if (taken) showNews('news.snapshotTaken', { name: named });
    onClose();
  };
  return (
    <Dialog
      title={t('snapshot.title')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('button.cancel')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={name.trim() === ''}
            onClick={() => void keep()}
          >
            {t('snapshot.keep')}
          </button>
        </>
      }
    >
      <label className="field">
        <span>{t('snapshot.hint')}</span>
        <input
          type="text"
          value={name}
          autoFocus
          data-testid="snapshot-name"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void keep();
          }}
        />
      </label>
    </Dialog>
  );
}
