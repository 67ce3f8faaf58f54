import type { Check } from './check';
import { bracket } from './bracket';
import { countVariant } from './count-variant';
import { date } from './date';
import { doubledWord } from './doubled-word';
import { footnote } from './footnote';
import { hiddenCharacter } from './hidden-character';
import { kyrgyzLetter } from './kyrgyz-letter';
import { length } from './length';
import { link } from './link';
import { listNumber } from './list-number';
import { mixedScript } from './mixed-script';
import { nameMissing } from './name-missing';
import { nameVariant } from './name-variant';
import { negation } from './negation';
import { number } from './number';
import { omission } from './omission';
import { quotation } from './quotation';
import { role } from './role';
import { term } from './term';
import { termVariant } from './term-variant';
import { spelling } from './spelling';
import { typography } from './typography';
import { untranslated } from './untranslated';

/** The checks in the order in which they are listed. */
export const ALL_CHECKS: readonly Check[] = [
  number,
  countVariant,
  date,
  nameMissing,
  nameVariant,
  omission,
  untranslated,
  length,
  negation,
  quotation,
  bracket,
  footnote,
  listNumber,
  link,
  role,
  term,
  termVariant,
  typography,
  doubledWord,
  mixedScript,
  kyrgyzLetter,
  spelling,
  hiddenCharacter,
];
