import type { Severity } from '../model/flag';

/**
 * The error types a flag can name: the seven dimensions of MQM and the types of its core set, version 2.0
 * (Multidimensional Quality Metrics, the MQM Council, https://themqm.org/error-types-2/typology/). Names for
 * people are in the locales, under `mqm.dimension.<dimension>` and `mqm.type.<dimension>.<type>`.
 */
export const TYPOLOGY = {
  accuracy: [
    'mistranslation',
    'overtranslation',
    'undertranslation',
    'addition',
    'omission',
    'doNotTranslate',
    'untranslated',
  ],
  terminology: ['inconsistentWithResource', 'inconsistentUse', 'wrongTerm'],
  linguisticConventions: [
    'grammar',
    'punctuation',
    'spelling',
    'unintelligible',
    'characterEncoding',
    'textualConventions',
  ],
  style: [
    'organizationStyle',
    'thirdPartyStyle',
    'inconsistentWithReference',
    'register',
    'awkward',
    'unidiomatic',
    'inconsistent',
  ],
  localeConventions: [
    'numberFormat',
    'currencyFormat',
    'measurementFormat',
    'timeFormat',
    'dateFormat',
    'addressFormat',
    'telephoneFormat',
    'shortcutKey',
  ],
  audienceAppropriateness: ['cultureSpecificReference', 'offensive'],
  designAndMarkup: ['layout', 'markupTag', 'truncation', 'missingText', 'linkOrCrossReference'],
} as const;

/** Every category a flag may have: "accuracy" as well as "accuracy/mistranslation". */
export const CATEGORIES: readonly string[] = Object.entries(TYPOLOGY).flatMap(([dimension, types]) => [
  dimension,
  ...types.map((type) => `${dimension}/${type}`),
]);

/** What one error of each severity costs in the MQM score, in penalty points. */
export const SEVERITY_WEIGHTS: Readonly<Record<Severity, number>> = {
  neutral: 0,
  minor: 1,
  major: 5,
  critical: 25,
};

/** Whether an id names a dimension or a type of the typology. */
export function isCategory(id: string): boolean {
  return CATEGORIES.includes(id);
}
