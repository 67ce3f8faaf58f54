/**
 * Leaves out what XML 1.0 forbids even when escaped: a single such character and Word calls the whole file
 * damaged.
 */
export function toXmlText(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
}
