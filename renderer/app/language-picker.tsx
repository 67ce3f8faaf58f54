import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { aboutLanguage, INTERFACE_LANGUAGES, languageOfInterface } from '../../shared/interface/languages';
import { changeSettings, settingsStore } from '../session/settings/settings-store';

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
        onChange={(event) => changeSettings({ uiLanguage: languageOfInterface(event.target.value) })}
      >
        {INTERFACE_LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {aboutLanguage(language).name}
          </option>
        ))}
      </select>
    </label>
  );
}
