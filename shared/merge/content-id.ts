import { canonical } from './merge-fields';

/**
 * An id made of what something says: whoever merges the same copies gives it the same one, so that it is there once.
 * Two sums of 32 bits after FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), the second over the text backwards.
 */
export function contentId(value: unknown): string {
  const text = canonical(value);
  let [forth, back] = [0x811c9dc5, 0x811c9dc5];
  for (let at = 0; at < text.length; at += 1) {
    forth = Math.imul(forth ^ text.charCodeAt(at), 0x01000193);
    back = Math.imul(back ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
  }
  return `copies-${[forth, back].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('')}`;
}
