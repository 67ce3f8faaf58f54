import type { Check } from './engine/check';
import { bracket } from './marks/bracket';
import { countVariant } from './numbers/count-variant';
import { date } from './numbers/date';
import { doubledWord } from './words/doubled-word';
import { footnote } from './structure/footnote';
import { hiddenCharacter } from './letters/hidden-character';
import { kyrgyzLetter } from './letters/kyrgyz-letter';
import { length } from './sentences/length';
import { link } from './structure/link';
import { listNumber } from './structure/list-number';
import { mixedScript } from './letters/mixed-script';
import { nameMissing } from './names/name-missing';
import { nameVariant } from './names/name-variant';
import { negation } from './sentences/negation';
import { number } from './numbers/number';
import { omission } from './sentences/omission';
import { quotation } from './marks/quotation';
import { role } from './structure/role';
import { term } from './terms/term';
import { termVariant } from './terms/term-variant';
import { spelling } from './words/spelling';
import { typography } from './typography/typography';
import { untranslated } from './sentences/untranslated';

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
