import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { aboutLanguage, INTERFACE_LANGUAGES } from '../../shared/interface/languages';
import { actOf, type ActId } from '../session/acts/all-acts';
import { performHere } from '../session/acts/perform';
import { languageAct } from '../session/acts/view';
import { keyLabel } from '../session/keyboard/key-label';
import { keyboardStore } from '../session/keyboard/keyboard-store';
import { settingsStore } from '../session/settings/settings-store';
import { MenuButton, type MenuEntry } from '../ui/menu-button';

const DENSITIES = [
  { density: 'auto', act: 'densityAuto' },
  { density: 'compact', act: 'densityCompact' },
  { density: 'comfortable', act: 'densityComfortable' },
] as const;

const THEMES = [
  { theme: 'system', act: 'themeSystem' },
  { theme: 'light', act: 'themeLight' },
  { theme: 'dark', act: 'themeDark' },
] as const;

/**
 * What a person needs now and then: what there is to do, to agree all that is ready, how close the lines stand, light or
 * dark, the language of the interface.
 */
export function MoreMenu() {
  const { t } = useTranslation();
  const { settings, uiLanguage } = useStore(settingsStore);
  const keyboard = useStore(keyboardStore);
  const entryOf = (act: ActId): MenuEntry => {
    const [keys] = actOf(act).keys;
    return {
      label: t(`act.${act}`),
      ...(keys && { hint: keyLabel(keys, keyboard) }),
      choose: () => performHere(act),
    };
  };
  const choiceOf = (act: ActId, label: string, isChosen: boolean): MenuEntry => ({
    label,
    ...(isChosen && { note: '✓' }),
    choose: () => performHere(act),
  });
  const groups: readonly (readonly MenuEntry[])[] = [
    (['palette', 'shortcuts', 'author'] as const).map(entryOf),
    [entryOf('agreeAll')],
    DENSITIES.map(({ density, act }) => choiceOf(act, t(`act.${act}`), settings.density === density)),
    THEMES.map(({ theme, act }) => choiceOf(act, t(`act.${act}`), settings.theme === theme)),
    INTERFACE_LANGUAGES.map((language) =>
      choiceOf(languageAct(language), aboutLanguage(language).name, uiLanguage === language),
    ),
  ];
  const entries = groups.flatMap((group, n) =>
    group.map((entry, at) => (n > 0 && at === 0 ? { ...entry, line: true } : entry)),
  );
  return (
    <MenuButton label={t('header.more')} entries={() => entries} className="icon-button">
      ⋯
    </MenuButton>
  );
}
