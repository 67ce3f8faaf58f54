import { timeSchema } from '../../../shared/model/time';
import { normaliseRich } from '../../../shared/text/normalise-rich';
import type { Authorship } from '../docx/revisions';
import { child, childElements, textOf, type XmlElement } from '../docx/xml';

/** A tracked change of an OpenDocument text, kept beside it: who made it, and what was taken out. */
export interface Region {
  readonly by: Authorship;
  readonly kind: 'insertion' | 'deletion' | 'other';
  /** The paragraphs that were taken out, the first and the last of which may be parts. */
  readonly taken: readonly XmlElement[];
}

/** Longer names are cut: no person has one, and every change repeats it. */
const LONGEST_AUTHOR = 200;

/** Who made something, as `dc:creator` and `dc:date` beside it tell. */
export function readOdtAuthorship(element: XmlElement | undefined): Authorship {
  const told = (name: string) => textOf(child(element, name) ?? EMPTY);
  const time = Date.parse(
    told('dc:date')
      .replace(/(\.\d{3})\d*/, '$1')
      .replace(/(T[\d:.]+)$/, '$1Z'),
  );
  return {
    author: normaliseRich(told('dc:creator').slice(0, LONGEST_AUTHOR), []).text,
    time: time > 0 ? timeSchema.nullable().catch(null).parse(time) : null,
  };
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [], inner: 0, end: 0 };

/** Reads a `text:changed-region` (OpenDocument 1.3 part 3, 5.5). */
export function readRegion(element: XmlElement): readonly [id: string, region: Region] {
  const { attributes } = element;
  const id = attributes['text:id'] ?? attributes['xml:id'] ?? '';
  const [change] = childElements(element);
  const kind =
    change?.name === 'text:insertion' ? 'insertion' : change?.name === 'text:deletion' ? 'deletion' : 'other';
  return [
    id,
    {
      by: readOdtAuthorship(child(change, 'office:change-info')),
      kind,
      taken: change && kind === 'deletion' ? paragraphsIn(change) : [],
    },
  ];
}

/** The paragraphs inside an element, outermost ones. */
export function paragraphsIn(element: XmlElement): readonly XmlElement[] {
  return childElements(element).flatMap((inner) =>
    inner.name === 'text:p' || inner.name === 'text:h' ? [inner] : paragraphsIn(inner),
  );
}
