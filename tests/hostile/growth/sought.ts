import { LONGEST_PARAGRAPH } from '../../../shared/model/limits';
import { findInText } from '../../../shared/text/find';
import type { Growing } from './growing';

/** What is looked for in a text. */
export const SOUGHT: readonly Growing[] = [
  {
    kind: 'find',
    what: 'half of a text of one letter',
    n: 6000,
    most: LONGEST_PARAGRAPH / 2,
    make: (size) => () =>
      findInText('а'.repeat(size), 'а'.repeat(size / 2), {
        matchCase: false,
        wholeWord: true,
        exactMarks: false,
      }),
  },
  {
    kind: 'find',
    what: 'what is nearly there everywhere',
    n: 6000,
    most: LONGEST_PARAGRAPH / 2,
    make: (size) => () =>
      findInText(`${'а'.repeat(size)} ${'а'.repeat(size / 2)}б`, `${'а'.repeat(size / 2)}б`, {
        matchCase: false,
        wholeWord: true,
        exactMarks: false,
      }),
  },
  {
    kind: 'find',
    what: 'one letter, with what is not seen',
    n: 6000,
    most: LONGEST_PARAGRAPH / 2,
    make: (size) => () =>
      findInText('а\u00ad'.repeat(size), 'а', { matchCase: false, wholeWord: false, exactMarks: false }),
  },
];
