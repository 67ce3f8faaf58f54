import type { Finding } from '../checks/finding';

/** i18next's translate function, as far as it is needed here. */
type Translate = (key: string, params: Readonly<Record<string, string | number>>) => string;

/** The sentence that tells a person what a check found. */
export function findingSentence({ check, message, params }: Finding, t: Translate): string {
  const { language, others } = params;
  const named = {
    ...(language === undefined ? {} : { language: t(`language.${language}`, {}) }),
    ...(others === undefined ? {} : { others: listLanguages(String(others), t) }),
  };
  return t(`check.${check}.message.${message}`, { ...params, ...named });
}

/** "ru ky" as the names of these languages. */
function listLanguages(codes: string, t: Translate): string {
  return codes
    .split(' ')
    .map((code) => t(`language.${code}`, {}))
    .join(', ');
}
