/**
 * Letters per thousand letters in running text, Russian and Kyrgyz together: rough estimates. Only the order of
 * size matters: a wrong encoding turns common letters into rare ones.
 */
const LETTER_WEIGHT: ReadonlyMap<string, number> = new Map(
  Object.entries({
    а: 105,
    о: 80,
    е: 70,
    и: 60,
    н: 70,
    т: 60,
    р: 50,
    к: 45,
    с: 45,
    л: 42,
    в: 35,
    у: 35,
    д: 35,
    м: 30,
    ы: 30,
    п: 22,
    б: 20,
    г: 20,
    я: 15,
    з: 15,
    ч: 13,
    й: 12,
    ш: 11,
    ь: 11,
    ж: 11,
    х: 6,
    ю: 6,
    э: 6,
    ц: 4,
    щ: 3,
    ф: 3,
    ё: 1,
    ъ: 1,
    ү: 15,
    ө: 15,
    ң: 8,
  }).map(([letter, perThousand]) => [letter, Math.log((perThousand + 8) / 15)]),
);

/** Signs of typography that articles use and that lie above ASCII in the eight-bit encodings. */
const TYPOGRAPHY = new Set('«»“”„‘’–—…№§©®°•·\u00a0');

/**
 * How much a decoded text looks like Russian, Kyrgyz or English, as a mean over the characters above ASCII:
 * about 1 for right decodings of a sentence, below 0 for wrong ones; 0 when there are none. Judged by letter
 * frequencies, by capitals inside words, and by what never stands before a Cyrillic letter, so a few words are enough.
 */
export function decodingPlausibility(text: string): number {
  let sum = 0;
  let count = 0;
  let before = ' ';
  for (const character of text) {
    if (character > '\u007f') {
      sum += characterPlausibility(character, before);
      count += 1;
    } else if (/[a-z]/i.test(character) && /\p{Script=Cyrillic}/u.test(before)) {
      sum -= 1;
    }
    before = character;
  }
  if (count === 0) return 0;
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  // A stray Cyrillic letter in English is a misread quotation mark or ©.
  return sum / count - (cyrillic > 0 && cyrillic < latin / 10 ? 1.5 : 0);
}

function characterPlausibility(character: string, before: string): number {
  const weight = LETTER_WEIGHT.get(character.toLowerCase());
  if (weight !== undefined) {
    const capitalInside = character !== character.toLowerCase() && /\p{Ll}/u.test(before);
    return weight - (capitalInside ? 3 : 0) - (/[a-z‘’”»№§—]/i.test(before) ? 2 : 0);
  }
  // Read in other encodings a dash is a letter, and a single letter can be a word.
  if (/[—–]/.test(character) && before === ' ') return 1.5;
  if (TYPOGRAPHY.has(character)) return 0;
  if (/[À-ÖØ-öø-ÿ]/.test(character)) return /[a-z ]/i.test(before) ? 0.2 : -1;
  return -6;
}
