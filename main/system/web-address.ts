/**
 * The address of a link as far as a paragraph may carry it: of the web or of a mailbox. Null for all else: files,
 * scripts and places inside the document.
 */
export function webAddress(target: string): string | null {
  // As a browser does: the rest of a line and the beginning of the next are one address.
  const address = target.trim().replace(/[\t\n\r]/g, '');
  return /^(?:https?:\/\/|mailto:)./i.test(address) ? address : null;
}

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
