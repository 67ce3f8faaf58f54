import type { Put } from '../commands/put-words';
import { inCaseOf } from '../text/in-case-of';
import { keepEnding } from '../text/keep-ending';
import type { Asked } from './asked';
import type { Hit } from './search-rows';

/** What is to stand at a hit, what stands there as it is planned, and whether the ending of what is put in is certain. */
export interface Replacement {
  readonly rowId: string;
  readonly put: Put;
  readonly isSure: boolean;
}

/**
 * What is to stand at a hit: with the ending of what stands there where all forms are searched for, and with its capital unless
 * case is matched.
 *
 * @param text of the paragraph the hit is in
 */
export function planReplacement(
  { rowId, language, paragraphId, start, end }: Hit,
  text: string,
  asked: Asked,
  replacement: string,
): Replacement {
  const was = text.slice(start, end);
  const ended = asked.forms
    ? keepEnding(asked.query, was, replacement, language)
    : { text: replacement, isSure: true };
  const cased = asked.matchCase ? ended.text : inCaseOf(was, ended.text);
  return { rowId, put: { language, paragraphId, start, end, was, text: cased }, isSure: ended.isSure };
}
