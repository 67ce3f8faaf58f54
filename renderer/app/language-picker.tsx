import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { LANGUAGES } from '../../shared/model/language';
import { changeSettings, settingsStore } from '../session/settings-store';

/** The language of the interface; each is named in itself. */
export function LanguagePicker() {
  const { t } = useTranslation();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  return (
    <label className="language-picker">
      <span className="visually-hidden">{t('status.uiLanguage')}</span>
      <select
        value={uiLanguage}
        data-testid="ui-language"
        onChange={(event) =>
          changeSettings({ uiLanguage: LANGUAGES.find((each) => each === event.target.value) ?? null })
        }
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {t(`language.${language}`, { lng: language })}
          </option>
        ))}
      </select>
    </label>
  );
}
