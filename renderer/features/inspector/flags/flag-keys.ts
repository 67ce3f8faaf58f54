import { SEVERITIES, type Severity } from '../../../../shared/model/flag';
import { categoriesIn, type Typology } from '../../../../shared/mqm/typology';

/** The keys below the digits, by their places from the left: a hand that has chosen a category is there already. */
export const SEVERITY_KEYS: Readonly<Record<Severity, string>> = {
  neutral: 'Q',
  minor: 'W',
  major: 'E',
  critical: 'R',
};

/** So many dimensions have a digit of their own. */
export const DIGITS = 9;

/** The severity a key stands for, by its place on the keyboard; null when it stands for none. */
export function severityByKey(code: string): Severity | null {
  return SEVERITIES.find((severity) => code === `Key${SEVERITY_KEYS[severity]}`) ?? null;
}

/**
 * The category a digit stands for: the dimension at that place, and with every further press its next type.
 *
 * @param pressed what the last press chose; null when nothing has been pressed yet
 */
export function categoryByKey(code: string, pressed: string | null, typology: Typology): string | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  const dimension = digit === undefined ? undefined : typology.dimensions[Number(digit) - 1];
  if (!dimension) return null;
  const categories = categoriesIn(dimension);
  // -1 for what is no category of this dimension: the dimension itself comes next.
  const at = pressed === null ? -1 : categories.indexOf(pressed);
  return categories[(at + 1) % categories.length] ?? null;
}
