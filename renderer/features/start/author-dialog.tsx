import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeSettings, useSettingsStore } from '../../store/settings-store';
import { Dialog } from '../../ui/dialog';

/** The name a person's changes and flags are signed with. */
export function AuthorDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { settings, systemAuthor } = useSettingsStore();
  const [name, setName] = useState(settings.author);
  const keep = () => {
    changeSettings({ author: name.trim() });
    onClose();
  };
  return (
    <Dialog
      title={t('author.title')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('button.cancel')}
          </button>
          <button type="button" className="button primary" onClick={keep}>
            {t('author.keep')}
          </button>
        </>
      }
    >
      <label className="field">
        <span>{t('author.hint')}</span>
        <input
          type="text"
          value={name}
          placeholder={systemAuthor}
          autoFocus
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
      </label>
    </Dialog>
  );
}
