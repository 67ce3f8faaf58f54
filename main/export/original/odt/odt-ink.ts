import { STYLES, type Mark } from '../../../../shared/model/mark';
import type { XmlElement } from '../../../import/docx/xml';
import { odtText, type OdtLook, type OdtLooks } from '../../odt/looks';
import { escapeXml } from '../docx/escape-xml';
import { marksOf, type Ink, type PlacedLetter } from '../text/edit-letters';

/** A letter of an OpenDocument text. */
export interface OdtLetter extends PlacedLetter {
  readonly around: readonly XmlElement[];
  /** Whether it is written as text, and not as an element that stands for it. */
  readonly isSpelled: boolean;
}

/** What stands for a note until it is known whether that still stands where it stood. No XML holds such a sign. */
const noteSign = (key: string): string => `\u0001${key}\u0001`;

export const NOTE_SIGNS = /\u0001([^\u0001]*)\u0001/g;

/**
 * Writes words as spans within those they stand in, which keep all else those say.
 *
 * @param keyOf the note of a label
 */
export function odtInk(
  source: string,
  looks: OdtLooks,
  keyOf: (label: string) => string | null,
): Ink<OdtLetter> {
  const startTag = ({ inner }: XmlElement) => source.slice(source.lastIndexOf('<', inner - 1), inner);
  const tagName = (element: XmlElement) => /^<([^\s/>]+)/.exec(startTag(element))?.[1] ?? 'text:span';
  const write = (xml: string, look: string, had: string, around: readonly XmlElement[]): string => {
    const [now, before] = [marksOf(look), marksOf(had)];
    const name = looks.nameOf(difference(now, before));
    const styled = name === null ? xml : `<text:span text:style-name="${name}">${xml}</text:span>`;
    const [to, from] = [hrefOf(now), hrefOf(before)];
    if (to === from) return styled;
    const linked =
      to === null ? styled : `<text:a xlink:type="simple" xlink:href="${escapeXml(to)}">${styled}</text:a>`;
    // A link cannot stand in another, and is not left by a span: it is closed before, and goes on behind.
    const first = around.findIndex((element) => element.name === 'text:a');
    const inside = first < 0 ? [] : around.slice(first);
    const close = inside.toReversed().map((element) => `</${tagName(element)}>`);
    return `${close.join('')}${linked}${inside.map(startTag).join('')}`;
  };
  return {
    source,
    put: (text, look, had, { around }) => {
      const note = marksOf(look).find((mark) => mark.type === 'footnoteReference');
      const key = note?.type === 'footnoteReference' ? keyOf(note.label) : null;
      return write(key === null ? odtText(text) : noteSign(key), look, had, around);
    },
    restyle: (written, look, had, { around, isSpelled }) =>
      isSpelled || hrefOf(marksOf(look)) !== hrefOf(marksOf(had))
        ? write(written, look, had, around)
        : written,
  };
}

function hrefOf(marks: readonly Mark[]): string | null {
  const link = marks.find((mark) => mark.type === 'link');
  return link?.type === 'link' ? link.href : null;
}

function difference(now: readonly Mark[], before: readonly Mark[]): OdtLook {
  const has = (marks: readonly Mark[], type: string) => marks.some((mark) => mark.type === type);
  return Object.fromEntries(
    STYLES.flatMap((type) => (has(now, type) === has(before, type) ? [] : [[type, has(now, type)]])),
  );
}
