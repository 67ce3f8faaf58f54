import type { CheckContext } from '../shared/checks/check';

/** What the app tells the checks beside the texts, as plain values that can be sent to another process. */
export interface KnownToChecks {
  /** The newsroom's terms as they were written. */
  readonly glossary: string;
  /** Words people added to the dictionaries. */
  readonly words: readonly string[];
}

/** What checks are told before anything is open. */
export const NOTHING_KNOWN: KnownToChecks = { glossary: '', words: [] };

/** What checks know beside the text, in the window as on the command line. */
export function checkContext({ glossary }: Pick<KnownToChecks, 'glossary'>): CheckContext {
  return { glossary };
}
