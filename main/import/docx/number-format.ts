/**
 * Letters of Russian lists as Word counts them, without ё, й, ъ and ь (ECMA-376 part 1, 17.18.59
 * ST_NumberFormat, russianLower).
 */
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщыэюя';

const LATIN = 'abcdefghijklmnopqrstuvwxyz';

const ROMAN: readonly (readonly [string, number])[] = [
  ...([
    ['m', 1000],
    ['cm', 900],
    ['d', 500],
    ['cd', 400],
  ] as const),
  ...([
    ['c', 100],
    ['xc', 90],
    ['l', 50],
    ['xl', 40],
  ] as const),
  ...([
    ['x', 10],
    ['ix', 9],
    ['v', 5],
    ['iv', 4],
    ['i', 1],
  ] as const),
];

/**
 * A number as a list prints it.
 *
 * @param value counted from 1
 * @param format a `w:numFmt`; one not known here prints decimal digits
 */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
      return repeatLetter(value, LATIN);
    case 'upperLetter':
      return repeatLetter(value, LATIN).toUpperCase();
    case 'russianLower':
      return repeatLetter(value, RUSSIAN);
    case 'russianUpper':
      return repeatLetter(value, RUSSIAN).toUpperCase();
    case 'lowerRoman':
      return toRoman(value);
    case 'upperRoman':
      return toRoman(value).toUpperCase();
    default:
      return String(value);
  }
}

/** a, b ... z, aa, bb ... as Word goes on after the last letter. */
function repeatLetter(value: number, letters: string): string {
  if (value < 1 || value > letters.length * 30) return String(value);
  return (letters[(value - 1) % letters.length] ?? '').repeat(Math.ceil(value / letters.length));
}

function toRoman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let roman = '';
  for (const [letters, worth] of ROMAN) for (; rest >= worth; rest -= worth) roman += letters;
  return roman;
}
