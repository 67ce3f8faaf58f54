const DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** Cyrillic letters that are typed for Roman digits: "ХХІ", "ІV". */
const LOOKALIKES: Readonly<Record<string, string>> = { Х: 'X', І: 'I', С: 'C', М: 'M', Ӏ: 'I' };

const ROMAN = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** The value of a Roman numeral in capitals, Latin or look-alike Cyrillic; null for other words. */
export function readRoman(word: string): number | null {
  if (word.length > 15 || !/^[IVXLCDMХІСМӀ]/.test(word)) return null;
  const plain = Array.from(word, (letter) => LOOKALIKES[letter] ?? letter).join('');
  if (!ROMAN.test(plain)) return null;
  const values = Array.from(plain, (letter) => DIGITS[letter] ?? 0);
  return values.reduce((sum, value, n) => sum + (value < (values[n + 1] ?? 0) ? -value : value), 0);
}
