import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { removeWord } from '../../../session/settings/dictionary-words';
import { formatNumber } from '../../../../shared/interface/format-number';
import { settingsStore } from '../../../session/settings/settings-store';

/** The words people added to the dictionaries, each with a way out of them. */
export function DictionaryWords() {
  const { t } = useTranslation();
  const { settings, uiLanguage } = useStore(settingsStore);
  const { words } = settings;
  if (words.length === 0) return null;
  return (
    <details className="check-more" data-testid="dictionary-words">
      <summary>
        {t('finding.ownWords')} · {formatNumber(words.length, uiLanguage)}
      </summary>
      <ul className="own-words">
        {words
          .toSorted((a, b) => a.localeCompare(b))
          .map((word) => (
            <li key={word}>
              <span>{word}</span>
              <button
                type="button"
                className="link-button"
                aria-label={t('finding.removeWord', { word })}
                data-testid="remove-word"
                onClick={() => removeWord(word)}
              >
                {t('finding.remove')}
              </button>
            </li>
          ))}
      </ul>
    </details>
  );
}
