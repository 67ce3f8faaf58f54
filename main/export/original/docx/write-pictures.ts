import type { TracedBlock } from '../../../import/docx/blocks';
import type { XmlElement } from '../../../import/docx/xml';
import { fatesOf } from '../match-pictures';
import type { PresentText } from '../present-text';
import { escapeXml } from './escape-xml';
import { fallbackFinder } from './fallbacks';
import type { WrittenPart } from './part';

/**
 * Writes the alternative texts of the pictures of a part, and takes out the pictures that are gone; where changes are
 * told these stay, for nothing tells of a picture that went.
 */
export function writePictures(
  blocks: readonly TracedBlock[],
  texts: readonly PresentText[],
  part: WrittenPart,
): void {
  const held = blocks.filter(({ picture }) => picture);
  const fates = fatesOf(
    held.map(({ block }) => block),
    texts,
  );
  const findFallback = fallbackFinder(part);
  const gone = new Map<XmlElement, number>();
  held.forEach(({ block, picture }, n) => {
    const fate = fates[n];
    if (!picture || fate === undefined) return;
    const { host, inHost, described } = picture;
    if (fate !== 'gone') {
      if (fate.alternative === block.text) return;
      setAttribute(part, described.element, described.attribute, fate.alternative);
      const shape = findFallback(host)?.shape;
      if (shape) setInTag(part, shape, 'alt', fate.alternative);
      return;
    }
    gone.set(host, (gone.get(host) ?? 0) + 1);
    if (gone.get(host) !== inHost || part.tracking) return;
    const fallback = findFallback(host);
    const { both, picture: other } = fallback ?? { both: null, picture: null };
    if (both) part.splices.replace(both.start, both.end, '');
    else part.remove(host);
    if (other && !both) part.splices.replace(other.start, other.end, '');
  });
}

/** Gives an attribute of an element another value, or one it had not. */
export function setAttribute(part: WrittenPart, element: XmlElement, name: string, value: string): void {
  setInTag(part, { start: part.startOf(element), end: element.inner }, name, value);
}

function setInTag(
  part: WrittenPart,
  { start, end }: { readonly start: number; readonly end: number },
  name: string,
  value: string,
): void {
  const tag = part.text.slice(start, end);
  const written = `${name}="${escapeXml(value)}"`;
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`).exec(tag);
  if (found) part.splices.replace(start + found.index + 1, start + found.index + found[0].length, written);
  else part.splices.insert(start + tag.search(/[\s/>]/), ` ${written}`);
}
