import { countryOf, withProperties, type Translation } from '../translation';
import type { Package } from './package';

const PROPERTIES = {
  name: 'docProps/core.xml',
  contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
  relationship: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  empty: '',
};

const STYLES = {
  name: 'word/styles.xml',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml',
  relationship: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles',
  empty: '',
};

/**
 * Says in a document in which a text in another language stands what that is, wherever it said what it was, and what it is
 * called: else Word looks for slips of spelling by the wrong dictionary.
 *
 * @param main the part of the text
 * @param others parts with words beside it
 */
export async function tellLanguage(
  parts: Package,
  main: string,
  others: readonly string[],
  translation: Translation,
): Promise<void> {
  const tag = `${translation.language}-${countryOf(translation.language)}`;
  const styles = await parts.find(main, STYLES);
  for (const name of [main, ...others, ...(styles === undefined ? [] : [styles])])
    await change(parts, name, (xml) =>
      xml.replace(/<(?:[^\s/>:]+:)?lang\s[^>]*>/g, (element) =>
        element.replace(/(\s(?:[^\s=:]+:)?val\s*=\s*)(?:"[^"]*"|'[^']*')/, `$1"${tag}"`),
      ),
    );
  const properties = await parts.find('', PROPERTIES);
  if (properties !== undefined) await change(parts, properties, (xml) => withProperties(xml, translation));
}

async function change(parts: Package, name: string, into: (xml: string) => string): Promise<void> {
  const xml = await parts.text(name);
  const changed = xml === null ? null : into(xml);
  if (changed !== null && changed !== xml) await parts.write(name, changed);
}
