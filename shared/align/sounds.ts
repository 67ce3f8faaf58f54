import { remember } from '../text/remember';

/** Spellings that stand for one consonant class, most of them romanisations; `c` is left for ч, ш, щ, ц. */
const CLUSTERS: readonly (readonly [RegExp, string])[] = [
  [/sch|tch|ch|sh|ts/g, 'ч'],
  [/dzh|zh|дж/g, 'j'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
];

const CLASSES: Readonly<Record<string, string>> = {
  ...classOf('b', 'bб'),
  ...classOf('c', 'цчшщ'),
  ...classOf('f', 'fф'),
  ...classOf('g', 'gгғ'),
  ...classOf('h', 'hх'),
  ...classOf('j', 'jж'),
  ...classOf('k', 'kcqкқ'),
  ...classOf('l', 'lл'),
  ...classOf('m', 'mм'),
  ...classOf('n', 'nнң'),
  ...classOf('p', 'pп'),
  ...classOf('r', 'rр'),
  ...classOf('s', 'szсз'),
  ...classOf('t', 'tdтд'),
  ...classOf('v', 'vwв'),
};

const LENGTH = 4;

const MOST_WORDS = 20_000;

/**
 * The first four consonant classes of a Latin or Cyrillic word, with `a` for a leading vowel, so that names and
 * international words are found again in another script and under other endings: Жээнбеков, Jeenbekov and
 * Zheenbekov are all `jnbk`; президенттин and president are `prst`. In the manner of Soundex.
 */
export const soundsOf = remember(MOST_WORDS, (word) => {
  const spelled = CLUSTERS.reduce(
    (letters, [cluster, sound]) => letters.replace(cluster, sound),
    word.toLowerCase().replaceAll('x', 'ks'),
  );
  let sounds = '';
  let before = '';
  for (const letter of spelled) {
    const sound = CLASSES[letter] ?? '';
    if (sound === '' && sounds === '') sounds = 'a';
    else if (sound !== before) sounds += sound;
    if (sounds.length === LENGTH) break;
    before = sound;
  }
  return sounds;
});

function classOf(sound: string, letters: string): Record<string, string> {
  return Object.fromEntries(Array.from(letters, (letter) => [letter, sound]));
}
