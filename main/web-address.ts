/**
 * The address of a link as far as a paragraph may carry it: of the web or of a mailbox. Null for all else: files,
 * scripts and places inside the document.
 */
export function webAddress(target: string): string | null {
  const address = target.trim();
  return /^(?:https?:\/\/|mailto:)./i.test(address) ? address : null;
}
