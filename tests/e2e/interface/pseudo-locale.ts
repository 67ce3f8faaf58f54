const ACCENTED: Readonly<Record<string, string>> = {
  ...{
    a: 'å',
    c: 'ç',
    d: 'ð',
    e: 'é',
    g: 'ğ',
    h: 'ħ',
    i: 'î',
    l: 'ļ',
    n: 'ñ',
    o: 'ö',
    r: 'ŕ',
    s: 'š',
    t: 'ţ',
    u: 'û',
  },
  ...{
    w: 'ŵ',
    y: 'ý',
    z: 'ž',
    A: 'Å',
    C: 'Ç',
    D: 'Ð',
    E: 'É',
    G: 'Ğ',
    H: 'Ħ',
    I: 'Î',
    N: 'Ñ',
    O: 'Ö',
    R: 'Ŕ',
    S: 'Š',
  },
  ...{ T: 'Ţ', U: 'Û', W: 'Ŵ', Y: 'Ý', Z: 'Ž' },
};

/** What stands before and after each sentence of the pseudo-locale: some are shown without those that follow. */
export const [OPEN, CLOSE] = ['⟦', '⟧'];

/**
 * A locale that can be read and belongs to no language: each string of another one accented, its words longer by two
 * fifths, its sentences in brackets: "Undo: {{command}}" -> "⟦ÛÛññðöö: {{command}}⟧". A string without brackets on the screen never
 * came from a locale; one without its last bracket does not fit.
 */
export function makePseudoLocale(strings: object): object {
  return Object.fromEntries(
    Object.entries(strings).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'object' && value !== null ? makePseudoLocale(value) : disguise(String(value)),
    ]),
  );
}

function disguise(text: string): string {
  const parts = text.split(/(\{\{.*?\}\})/);
  const long = parts.map((part, i) => (i % 2 === 1 ? part : part.replace(/\p{L}+/gu, lengthen))).join('');
  return `${OPEN}${long.replace(/(?<=[.!?]) /g, `${CLOSE} ${OPEN}`)}${CLOSE}`;
}

function lengthen(word: string): string {
  const letters = [...word].map((letter) => ACCENTED[letter] ?? letter);
  const longer = Math.ceil(letters.length * 0.4);
  return letters.map((letter, i) => (i < longer ? letter + letter.toLowerCase() : letter)).join('');
}
