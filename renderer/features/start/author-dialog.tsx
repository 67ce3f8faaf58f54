import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { changeSettings, settingsStore } from '../../session/settings/settings-store';
import { LineDialog } from '../../ui/line-dialog';

/** The name a person's changes and flags are signed with. */
export function AuthorDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { settings, systemAuthor } = useStore(settingsStore);
  return (
    <LineDialog
      title={t('author.title')}
      hint={t('author.hint')}
      keep={t('author.keep')}
      first={settings.author}
      placeholder={systemAuthor}
      // Without a name of their own they are known by the computer's.
      mayBeEmpty
      testId="author-name"
      onKeep={(author) => {
        changeSettings({ author });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
