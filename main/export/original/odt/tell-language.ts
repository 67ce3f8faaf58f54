import { CONTENT } from '../../../import/odt/story';
import type { Package } from '../docx/package';
import { countryOf, withProperties, type Translation } from '../translation';

/** Says in an OpenDocument text in which a text in another language stands what that is, wherever it said what it was, and what it is called. */
export async function tellOdtLanguage(parts: Package, translation: Translation): Promise<void> {
  const { language } = translation;
  const written: Readonly<Record<string, string>> = { language, country: countryOf(language) };
  const retagged = (xml: string): string =>
    // What has no language is no word: "zxx", or "none" with LibreOffice.
    xml.replace(
      /(\sfo:)(language|country)="(?!zxx|none|")[^"]*"/g,
      (_, before: string, name: string) => `${before}${name}="${written[name]}"`,
    );
  for (const [name, into] of [
    [CONTENT, retagged],
    ['styles.xml', retagged],
    ['meta.xml', (xml: string) => withProperties(xml, translation)],
  ] as const) {
    const xml = await parts.text(name);
    const changed = xml === null ? null : into(xml);
    if (changed !== null && changed !== xml) await parts.write(name, changed);
  }
}
