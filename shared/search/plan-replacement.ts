import type { Put } from '../commands/put-words';
import { inCaseOf } from '../text/in-case-of';
import { keepEnding } from '../text/keep-ending';
import type { Asked } from './asked';
import type { Groups } from './find-pattern';
import type { Hit } from './search-rows';

/** What is to stand at a hit, what stands there as it is planned, and whether the ending of what is put in is certain. */
export interface Replacement {
  readonly rowId: string;
  readonly put: Put;
  readonly isSure: boolean;
}

/**
 * What is to stand at a hit: with the ending of what stands there where all forms are searched for, and with its capital unless
 * case is matched. After a regular expression it is as it says, with what the groups found for $1, $2, $& and $<name>.
 *
 * @param text of the paragraph the hit is in
 */
export function planReplacement(hit: Hit, text: string, asked: Asked, replacement: string): Replacement {
  const { rowId, language, paragraphId, start, end } = hit;
  const was = text.slice(start, end);
  const put = (words: string) => ({ language, paragraphId, start, end, was, text: words });
  if (asked.by === 'pattern') {
    const words = expandGroups(replacement, was, hit.groups ?? {}, text);
    return { rowId, put: put(words), isSure: true };
  }
  const ended =
    asked.by === 'forms'
      ? keepEnding(asked.query, was, replacement, language)
      : { text: replacement, isSure: true };
  const cased = asked.matchCase ? ended.text : inCaseOf(was, ended.text);
  return { rowId, put: put(cased), isSure: ended.isSure };
}

/** What stands for a group that is not there stays as it is written. */
function expandGroups(template: string, was: string, groups: Groups, text: string): string {
  const said = (name: string): string | null => {
    if (!Object.hasOwn(groups, name)) return null;
    const span = groups[name];
    return span ? text.slice(span.start, span.end) : '';
  };
  return template.replace(/\$(?:\$|&|0(?!\d)|(\d\d?)|<([^>]*)>)/g, (part, digits?: string, name?: string) => {
    if (part === '$$') return '$';
    if (name !== undefined) return said(name) ?? part;
    if (digits === undefined) return was;
    // "$12" is the twelfth group or, where there are fewer, the first and a 2.
    const first = said(digits.slice(0, 1));
    return said(digits) ?? (first === null ? part : first + digits.slice(1));
  });
}
