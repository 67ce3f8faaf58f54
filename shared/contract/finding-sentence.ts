import type { Finding } from '../checks/engine/finding';
import { cutParams } from '../model/cut-text';

/** i18next's translate function, as far as it is needed here. */
type Translate = (key: string, params: Readonly<Record<string, string | number>>) => string;

/** The sentence that tells a person what a check found. */
export function findingSentence({ check, message, params }: Finding, t: Translate): string {
  const { language, others, said } = params;
  const version = language === undefined ? '' : t(`version.${language}`, {});
  const named = {
    ...(language === undefined ? {} : { language: t(`language.${language}`, {}), version }),
    ...(others === undefined ? {} : { others: listLanguages(String(others), t) }),
    ...(said === undefined ? {} : { said: listSayings(String(said), t) }),
  };
  const sentence = t(`check.${check}.message.${message}`, cutParams({ ...params, ...named }));
  // In some languages the name of a version begins the sentence, in others it stands within.
  const starts = version !== '' && sentence.startsWith(version);
  return starts ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
}

/** "ru ky" as the names of these languages. */
function listLanguages(codes: string, t: Translate): string {
  return codes
    .split(' ')
    .map((code) => t(`language.${code}`, {}))
    .join(', ');
}

/** "ru 25 млн", "en 25 million" in lines, with the names of these languages. */
function listSayings(lines: string, t: Translate): string {
  return lines
    .split('\n')
    .map((line) => {
      const [code = ''] = line.split(' ', 1);
      return t('finding.said', { language: t(`language.${code}`, {}), text: line.slice(code.length + 1) });
    })
    .join('; ');
}
