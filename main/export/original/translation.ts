import type { Language } from '../../../shared/model/language';
import { escapeXml } from './docx/escape-xml';

/** What the layout of another version is to say of itself, once a text stands in it that is in another language. */
export interface Translation {
  readonly language: Language;
  /** What the version is called, in one line. */
  readonly headline: string;
}

const COUNTRIES: Readonly<Record<Language, string>> = { ru: 'RU', ky: 'KG', en: 'US' };

/** The country a language is tagged with in documents: "KG". */
export function countryOf(language: Language): string {
  return COUNTRIES[language];
}

/** The properties of a document with another title and language in them, as far as it tells these. */
export function withProperties(xml: string, { language, headline }: Translation): string {
  return [
    ['title', headline],
    ['language', `${language}-${countryOf(language)}`],
  ].reduce(
    (text, [name = '', value = '']) =>
      text.replace(
        new RegExp(`<(dc:${name})(?:\\s[^>]*)?(?:/>|>[^<]*</dc:${name}>)`),
        (_, tag: string) => `<${tag}>${escapeXml(value)}</${tag}>`,
      ),
    xml,
  );
}
