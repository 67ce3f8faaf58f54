/**
 * What was written, without links of which no word is left; those that were empty before stay, for something may lead to them.
 *
 * @param tag the name of the element a link is: "a"
 */
export function withoutEmptiedLinks(written: string, source: string, tag: 'a' | 'text:a'): string {
  const empty = new RegExp(`<${tag}(?=[\\s>])[^<>]*>(?:<([\\w:]+)(?=[\\s>])[^<>]*></\\1>)*</${tag}>`, 'g');
  const before = new Set(source.match(empty));
  return written.replace(empty, (link) => (before.has(link) ? link : ''));
}
