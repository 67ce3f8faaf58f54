import { formatNumber } from './format-number';
import { aboutLanguage, INTERFACE_LANGUAGES, languageOfInterface, type InterfaceLanguage } from './languages';

/** The parts of i18next that learn here what a language needs. */
interface Services {
  readonly pluralResolver: { getRule(code: string, options?: object): unknown };
  readonly formatter?:
    { add(name: string, format: (value: string | number, language?: string) => string): void } | undefined;
}

/**
 * How i18next is started, in the window and in the main process.
 *
 * @param variables what every string may name: `{{keys.flag}}`
 */
export function i18nOptions(language: InterfaceLanguage, variables: Readonly<Record<string, object>> = {}) {
  return {
    lng: language,
    fallbackLng: 'en',
    resources: Object.fromEntries(
      INTERFACE_LANGUAGES.map((each) => [each, { translation: stringsOf(each) }]),
    ),
    interpolation: { escapeValue: false, defaultVariables: { ...variables } },
    initAsync: false,
  } as const;
}

/**
 * Has i18next count and write numbers (`{{count, number}}`) as each language does, whatever the system knows of it.
 * Electron 33 has no data for Kyrgyz, and would count as the computer's own language does, with forms Kyrgyz lacks.
 * A name that goes on in a sentence is written with a small letter (`{{command, lower}}`).
 */
export function teachLanguages({ pluralResolver, formatter }: Services): void {
  const ruleOf = pluralResolver.getRule.bind(pluralResolver);
  pluralResolver.getRule = (code, options) => {
    const language = languageOfInterface(code);
    return ruleOf(language ? aboutLanguage(language).countsAs : code, options);
  };
  formatter?.add('number', (value, language) =>
    formatNumber(Number(value), languageOfInterface(language) ?? 'en'),
  );
  formatter?.add('lower', (value) => {
    const text = String(value);
    return text.slice(0, 1).toLowerCase() + text.slice(1);
  });
}

/** The strings of a language, and in each of them what the languages call themselves: the labels of `act.ui-<code>`. */
function stringsOf(language: InterfaceLanguage): object {
  const { strings } = aboutLanguage(language);
  const names = INTERFACE_LANGUAGES.map((each) => [`ui-${each}`, aboutLanguage(each).name] as const);
  return { ...strings, act: { ...strings.act, ...Object.fromEntries(names) } };
}
