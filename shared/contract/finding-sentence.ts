import type { Finding } from '../checks/engine/finding';
import { cutParams } from '../model/cut-text';

/** i18next's translate function, as far as it is needed here. */
type Translate = (key: string, params: Readonly<Record<string, string | number>>) => string;

/** The sentence that tells a person what a check found. */
export function findingSentence({ check, message, params }: Finding, t: Translate): string {
  const { language, others, said, is, elsewhere } = params;
  const version = language === undefined ? '' : t(`version.${language}`, {});
  const named = {
    ...(language === undefined ? {} : { language: t(`language.${language}`, {}), version }),
    ...(others === undefined ? {} : namesOfOthers(String(others).split(' '), t)),
    ...(is === undefined ? {} : { is: t(`role.${is}`, {}), elsewhere: t(`role.${elsewhere}`, {}) }),
    ...(said === undefined ? {} : { said: listSayings(String(said), t) }),
  };
  const sentence = t(`check.${check}.message.${message}`, cutParams({ ...params, ...named }));
  // In some languages the name of a version begins the sentence, in others it stands within.
  const starts = version !== '' && sentence.startsWith(version);
  return starts ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
}

/** The other languages as versions in which something is, and as what a text is written in. */
function namesOfOthers(
  codes: readonly string[],
  t: Translate,
): { readonly others: string; readonly writtenIn: string } {
  return {
    others: listVersions(codes, t),
    writtenIn: codes.map((code) => t(`writtenIn.${code}`, {})).join(', '),
  };
}

/** "ru ky" as these versions are named where others were named before. */
function listVersions(codes: readonly string[], t: Translate): string {
  return codes
    .map((code) => t(`otherVersion.${code}`, {}))
    .reduce((first, second) => t('stale.and', { first, second }));
}

/** "ru 25 млн", "en 25 million" in lines: versions that say the same, spaces apart, are named together. */
function listSayings(lines: string, t: Translate): string {
  const byText = new Map<string, { readonly text: string; readonly codes: string[] }>();
  for (const line of lines.split('\n')) {
    const [code = ''] = line.split(' ', 1);
    const text = line.slice(code.length + 1);
    const alike = text.replace(/\s/g, '');
    const saying = byText.get(alike);
    if (saying) saying.codes.push(code);
    else byText.set(alike, { text, codes: [code] });
  }
  return [...byText.values()]
    .map(({ text, codes }) => t('finding.said', { versions: listVersions(codes, t), text }))
    .join('; ');
}
