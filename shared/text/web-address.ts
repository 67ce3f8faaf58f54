/**
 * The address of a link as far as a paragraph may carry it: of the web or of a mailbox. Null for all else: files,
 * scripts and places inside the document.
 */
export function webAddress(target: string): string | null {
  // As a browser does: the rest of a line and the beginning of the next are one address.
  const address = target.trim().replace(/[\t\n\r]/g, '');
  return /^(?:https?:\/\/|mailto:)./i.test(address) ? address : null;
}

/**
 * The address a person means by what they typed: "kloop.kg" is a page, "a@kloop.kg" a mailbox. Null where it is neither.
 */
export function addressOf(typed: string): string | null {
  const given = typed.trim();
  if (given === '' || /\s/.test(given)) return null;
  const full = webAddress(given);
  if (full !== null) return /^https?:\/\/[^/]/i.test(full) || /^mailto:.+@/i.test(full) ? full : null;
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(given)) return null;
  if (/^[^@/]+@[^@/]+\.[^@/.]+$/.test(given)) return `mailto:${given}`;
  return /^[^/?#@]+\.[\p{L}\d-]{2,}(?::\d+)?(?:[/?#].*)?$/u.test(given) ? `https://${given}` : null;
}
