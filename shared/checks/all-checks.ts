import type { Check } from './engine/check';
import type { CheckId } from './engine/strings';
import { hiddenCharacter } from './letters/hidden-character';
import { kyrgyzLetter } from './letters/kyrgyz-letter';
import { mixedScript } from './letters/mixed-script';
import { bracket } from './marks/bracket';
import { quotation } from './marks/quotation';
import { contrast } from './meaning/contrast';
import { falseFriend } from './meaning/false-friend';
import { gender } from './meaning/gender';
import { nameMissing } from './names/name-missing';
import { nameVariant } from './names/name-variant';
import { countVariant } from './numbers/count-variant';
import { date } from './numbers/date';
import { number } from './numbers/number';
import { length } from './sentences/length';
import { negation } from './sentences/negation';
import { omission } from './sentences/omission';
import { untranslated } from './sentences/untranslated';
import { footnote } from './structure/footnote';
import { link } from './structure/link';
import { listNumber } from './structure/list-number';
import { order } from './sentences/order';
import { role } from './structure/role';
import { term } from './terms/term';
import { termVariant } from './terms/term-variant';
import { typography } from './typography/typography';
import { doubledWord } from './words/doubled-word';
import { spelling } from './words/spelling';

/**
 * Where a check is registered. One that has strings and does not stand here, or stands here and has none, does not
 * compile.
 */
const CHECKS: { readonly [Id in CheckId]: Check<Id> } = {
  number,
  countVariant,
  date,
  nameMissing,
  nameVariant,
  omission,
  untranslated,
  length,
  negation,
  contrast,
  falseFriend,
  gender,
  quotation,
  bracket,
  footnote,
  listNumber,
  link,
  order,
  role,
  term,
  termVariant,
  typography,
  doubledWord,
  mixedScript,
  kyrgyzLetter,
  spelling,
  hiddenCharacter,
};

/** The checks in the order in which they are listed for people. */
export const ALL_CHECKS: readonly Check[] = Object.values(CHECKS);
