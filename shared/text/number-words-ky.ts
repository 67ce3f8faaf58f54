import type { NumberPlace, NumberWord } from './number-word';

const ROOTS = new Map<string, { readonly value: number; readonly place: NumberPlace }>([
  ...'бир эки үч төрт беш алты жети сегиз тогуз'
    .split(' ')
    .map((root, n): [string, { value: number; place: NumberPlace }] => [
      root,
      { value: n + 1, place: 'unit' },
    ]),
  ...'он жыйырма отуз кырк элүү алтымыш жетимиш сексен токсон'
    .split(' ')
    .map((root, n): [string, { value: number; place: NumberPlace }] => [
      root,
      { value: 10 * (n + 1), place: 'ten' },
    ]),
  ['жүз', { value: 100, place: 'times' }],
  ['миң', { value: 1e3, place: 'times' }],
  ['миллион', { value: 1e6, place: 'times' }],
  ['млн', { value: 1e6, place: 'times' }],
  ['миллиард', { value: 1e9, place: 'times' }],
  ['млрд', { value: 1e9, place: 'times' }],
  ['триллион', { value: 1e12, place: 'times' }],
  ['трлн', { value: 1e12, place: 'times' }],
  ['дюжина', { value: 12, place: 'times' }],
]);

/** Words that begin otherwise need not be looked at further. */
const BEGINNINGS = new Set([...ROOTS.keys()].map((root) => root.slice(0, 2)));

const LONGEST = Math.max(...[...ROOTS.keys()].map(({ length }) => length));

/** "миңдик", "142 миллиондук": of so many. "Бирдик" is unity. */
const OF_MANY = /^[лдт][ыиуү]к$/;

/** "-ынчы", then plural, possessive and case, all of which follow the vowels of the root. */
const ENDING =
  /^(?:[ыиуү]?нч[ыиуү])?(?:[лдт][аеоө]р)?(?:с?[ыиуү])?(?:н?[ыиуү]н|[ндт][ыиуү]н?|н?[гкдтн]?[аеоө]н?|н?[дт][аеоө]г[ыиуү])?$/;
const ORDINAL = /^[ыиуү]?нч[ыиуү]/;
const ABLATIVE = /^[дтн][аеоө]н$/;

/** "ондогон", "миңдеген": some such number. */
const MANY = /^[лдт][аеоө](?:г[аеоө]н|п)/;

/** Look like a number with an ending, and hardly ever are: "for", "gold", "one another". */
const OTHER_WORDS = new Set(['үчүн', 'алтын', 'алтынын', 'онун', 'ону']);

const IMPLIED: Readonly<Record<string, readonly number[]>> = {
  ...{
    нөл: [0],
    бирөө: [1],
    экөө: [2],
    үчөө: [3],
    төртөө: [4],
    бешөө: [5],
    алтоо: [6],
    жетөө: [7],
    сегизөө: [8],
  },
  ...{
    экөөнү: [2],
    экөөнүн: [2],
    экөөнө: [2],
    экөөнөн: [2],
    экөөбүз: [2],
    экөөлөп: [2],
    үчөөнүн: [3],
    үчөөнү: [3],
  },
  ...{
    жарым: [0.5, 50, 30],
    жарымы: [0.5, 50],
    жарымын: [0.5, 50],
    жарымына: [0.5, 50],
    жарымынан: [0.5, 50],
  },
  ...{
    жарымында: [0.5, 50],
    чейрек: [0.25, 25, 15],
    чейреги: [0.25, 25],
    эгиз: [2],
    жуп: [2],
    кош: [2],
    эки: [2],
  },
  ...{ кылым: [100], сутка: [24, 1], жумада: [7, 1], экилик: [2], үчтүк: [3], жубайлар: [2], пара: [2] },
};

export function readKyrgyzNumber(word: string): NumberWord | null {
  const implied = IMPLIED[word];
  if (implied && !ROOTS.has(word)) {
    const [value = 0, ...others] = implied;
    return { value, place: null, loose: true, others };
  }
  if (!BEGINNINGS.has(word.slice(0, 2)) || OTHER_WORDS.has(word)) return null;
  for (let length = Math.min(word.length, LONGEST); length > 1; length -= 1) {
    const root = ROOTS.get(word.slice(0, length));
    if (!root) continue;
    const read = withEnding(root, word.slice(length));
    if (read) return read;
  }
  return null;
}

function withEnding(
  { value, place }: { readonly value: number; readonly place: NumberPlace },
  ending: string,
): NumberWord | null {
  if (ending === '') return { value, place, ...(value === 1 && { loose: true }) };
  if (MANY.test(ending)) return { value, place, closed: true, loose: true };
  if (place === 'times' && OF_MANY.test(ending)) return { value, place, closed: true };
  if (!ENDING.test(ending)) return null;
  const ordinal = ORDINAL.test(ending);
  // "жүзү" is its face, "дүйнө жүзүндө" all over the world.
  const loose = (ordinal && value <= 3) || value === 1 || value === 100 || value === 40;
  return {
    value,
    place,
    closed: true,
    ...(ordinal && { ordinal }),
    ...(loose && { loose }),
    ...(ABLATIVE.test(ending) && !ordinal && { outOf: true }),
  };
}
