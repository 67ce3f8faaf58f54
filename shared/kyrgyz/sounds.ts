/** What suffixes need to know of the sound before them. */
export interface Sound {
  /** The vowels that suffixes have behind this word: open (а, е, о, ө) and closed (ы, и, у, ү). */
  readonly open: string;
  readonly closed: string;
  readonly end: 'vowel' | 'glide' | 'voiced' | 'voiceless';
}

const VOWELS = 'аеёиоуыэюяөү';
const VOICELESS = 'пфктшщсчхц';

/** Vowel harmony: the last vowel of a word decides those behind it. After у the open vowel is а: сууга. */
const HARMONY: Readonly<Record<string, readonly [open: string, closed: string]>> = {
  а: ['а', 'ы'],
  я: ['а', 'ы'],
  ы: ['а', 'ы'],
  о: ['о', 'у'],
  ё: ['о', 'у'],
  у: ['а', 'у'],
  ю: ['а', 'у'],
  е: ['е', 'и'],
  э: ['е', 'и'],
  и: ['е', 'и'],
  ө: ['ө', 'ү'],
  ү: ['ө', 'ү'],
};

export function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && letter !== '' && VOWELS.includes(letter);
}

/** How a word, or a word with suffixes, ends; null where it has no vowel. */
export function soundOf(word: string): Sound | null {
  for (let at = word.length - 1; at >= 0; at -= 1) {
    const vowels = HARMONY[word.charAt(at)];
    if (vowels) return { open: vowels[0], closed: vowels[1], end: endOf(word.charAt(word.length - 1)) };
  }
  return null;
}

/** The same sound once letters of a suffix follow it. */
export function soundAfter(sound: Sound, suffix: string): Sound {
  const own = soundOf(suffix);
  return own ?? { ...sound, end: endOf(suffix.charAt(suffix.length - 1)) };
}

function endOf(letter: string): Sound['end'] {
  if (VOWELS.includes(letter)) return 'vowel';
  if (letter === 'й' || letter === 'р') return 'glide';
  return VOICELESS.includes(letter) ? 'voiceless' : 'voiced';
}

/** A word as it sounds where one letter stands for й and a vowel: коёт is койот, so that its stem is кой. */
export function spellOut(word: string): string {
  if (!/[яюё]/u.test(word)) return word;
  return word.replaceAll(/(?<=[аеёиоуыэюяөү])[яюё]/gu, (letter) =>
    letter === 'я' ? 'йа' : letter === 'ю' ? 'йу' : 'йо',
  );
}
