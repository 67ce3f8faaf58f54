/** The part of i18next's plural resolver that is needed here. */
interface PluralResolver {
  getRule(code: string, options?: object): unknown;
}

/**
 * Kyrgyz counts as English does: one, and other (CLDR plural rules). Electron 33 has no data for Kyrgyz and would
 * count as the computer's own language does, with forms that Kyrgyz has not.
 */
export function teachKyrgyzPlurals(resolver: PluralResolver): void {
  const ruleOf = resolver.getRule.bind(resolver);
  resolver.getRule = (code, options) => ruleOf(code === 'ky' ? 'en' : code, options);
}
