import { toXmlText } from '../../docx/xml-text';

/** A text as it stands in XML. */
export function escapeXml(text: string): string {
  return toXmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
