/** Where an address leads, as a browser reads it. */
export interface LeadsTo {
  /** The address in full, with nothing around it. */
  readonly href: string;
  /** The computer it leads to, with its port; other letters than Latin in their coded form, as `xn--…`. */
  readonly host: string;
}

/**
 * Reads an address that is about to be opened. Null for all but pages of the web: what other schemes start is anybody's
 * guess. A name and password before the host are taken out: nobody writes them in an article, and "kloop.kg@" before
 * another host makes a stranger's page look like one that is trusted.
 */
export function readAddress(target: string): LeadsTo | null {
  if (!URL.canParse(target)) return null;
  const url = new URL(target);
  if (!['http:', 'https:'].includes(url.protocol) || url.hostname === '') return null;
  url.username = '';
  url.password = '';
  return { href: url.href, host: url.host };
}
