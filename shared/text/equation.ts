/** A part of an equation, whatever it was written in. */
export type MathPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'row'; readonly parts: readonly MathPart[] }
  | {
      readonly kind: 'fraction';
      readonly above: MathPart;
      readonly below: MathPart;
      readonly hasBar: boolean;
    }
  | {
      readonly kind: 'script';
      readonly base: MathPart;
      readonly below: MathPart | null;
      readonly above: MathPart | null;
    }
  | { readonly kind: 'root'; readonly of: MathPart; readonly degree: MathPart | null }
  | {
      readonly kind: 'fence';
      readonly open: string;
      readonly close: string;
      readonly between: string;
      readonly parts: readonly MathPart[];
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly MathPart[])[] };

export const NO_MATH: MathPart = { kind: 'text', text: '' };

/** Fractions that have a sign. */
const FRACTIONS: ReadonlyMap<string, string> = new Map(
  '½1/2 ⅓1/3 ⅔2/3 ¼1/4 ¾3/4 ⅕1/5 ⅖2/5 ⅗3/5 ⅘4/5 ⅙1/6 ⅚5/6 ⅛1/8 ⅜3/8 ⅝5/8 ⅞7/8'
    .split(' ')
    .map((each) => [each.slice(1), each.slice(0, 1)]),
);

const RAISED = signs('0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ');
const LOWERED = signs('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

function signs(plain: string, set: string): ReadonlyMap<string, string> {
  const all = [...set];
  return new Map([...plain].map((sign, n) => [sign, all[n] ?? sign]));
}

/** Operators nobody sees: applied to, times, separator, plus. */
const INVISIBLE = /[\u2061-\u2064]/g;

/** An equation as one would write it in a line of text: "½", "10⁶", "(a + b)/c", "√(x + 1)". */
export function writeEquation(part: MathPart): string {
  switch (part.kind) {
    case 'text':
      return part.text.replace(INVISIBLE, '').replaceAll('\u2212', '−');
    case 'row':
      return part.parts.map(writeEquation).join('');
    case 'fraction': {
      const [above, below] = [writeEquation(part.above), writeEquation(part.below)];
      if (!part.hasBar) return `(${above}; ${below})`;
      return FRACTIONS.get(`${above}/${below}`) ?? `${grouped(above)}/${grouped(below)}`;
    }
    case 'script': {
      const base = writeEquation(part.base);
      const below = part.below ? writeScript(writeEquation(part.below), LOWERED, '_') : '';
      const above = part.above ? writeScript(writeEquation(part.above), RAISED, '^') : '';
      return `${below + above === '' ? base : grouped(base)}${below}${above}`;
    }
    case 'root': {
      const of = writeEquation(part.of);
      const degree = part.degree ? writeEquation(part.degree) : '';
      const sign =
        degree === '3'
          ? '∛'
          : degree === '4'
            ? '∜'
            : `${degree === '' || degree === '2' ? '' : writeScript(degree, RAISED, '^')}√`;
      return `${sign}${grouped(of)}`;
    }
    case 'fence':
      return part.open + part.parts.map(writeEquation).join(part.between) + part.close;
    case 'table':
      return part.rows.map((row) => row.map(writeEquation).join(', ')).join('; ');
  }
}

/**
 * What is longer is no number or name, and is not looked at letter by letter: that is done again at each of the levels around it,
 * in UTF-16 units.
 */
const LONGEST_NAME = 200;

function writeScript(text: string, set: ReadonlyMap<string, string>, sign: string): string {
  if (text.length > LONGEST_NAME) return `${sign}${grouped(text)}`;
  const plain = text.replaceAll('−', '-');
  if (plain === '') return '';
  const all = [...plain].map((letter) => set.get(letter));
  if (/^[′″‴°]+$/.test(plain)) return plain;
  return all.every((letter) => letter !== undefined) ? all.join('') : `${sign}${grouped(text)}`;
}

/** In brackets where it is more than one number or name. */
function grouped(text: string): string {
  if (text.length > LONGEST_NAME) return `(${text})`;
  return [...text].length < 2 || /^[\p{L}\p{N}\p{M}.,′]*$/u.test(text) || /^\([^()]*\)$/.test(text)
    ? text
    : `(${text})`;
}
