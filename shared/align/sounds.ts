/**
 * Consonant classes of Latin and Cyrillic spellings, so that a name or an international word is found again
 * across the three languages: Жээнбеков, Jeenbekov and Zheenbekov are all `jnbk`; президенттин and president
 * are `prst`. Classes join what the usual romanisations of Russian and Kyrgyz confuse (ж j zh, ц ч ch, в w v).
 * In the manner of Soundex: vowels fall away except at the start, and only the first four classes count,
 * which also drops most endings.
 */
const CYRILLIC: Readonly<Record<string, string>> = {
  б: 'b', в: 'v', г: 'g', ғ: 'g', д: 't', ж: 'j', з: 's', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', п: 'p',
  р: 'r', с: 's', т: 't', ф: 'f', х: 'h', ц: 'c', ч: 'c', ш: 'c', щ: 'c', ъ: '', ь: '',
};

const LATIN: Readonly<Record<string, string>> = {
  b: 'b', c: 'k', d: 't', f: 'f', g: 'g', h: 'h', j: 'j', k: 'k', l: 'l', m: 'm', n: 'n', p: 'p', q: 'k', r: 'r',
  s: 's', t: 't', v: 'v', w: 'v', x: 'ks', z: 's',
};

const CLUSTERS: readonly (readonly [RegExp, string])[] = [
  [/sch|tch|ch|sh/g, '1'],
  [/zh|dzh|дж/g, 'j'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/ts/g, '1'],
];

/** The first four consonant classes of a word, a leading vowel shown as `a`. */
export function soundsOf(word: string): string {
  let spelled = word.toLowerCase();
  for (const [cluster, by] of CLUSTERS) spelled = spelled.replace(cluster, by);
  let sounds = '';
  let before = '';
  for (const letter of spelled) {
    const sound = letter === '1' ? 'c' : (CYRILLIC[letter] ?? LATIN[letter] ?? '');
    if (sound === '' && sounds === '') sounds = 'a';
    else if (sound !== before) sounds += sound;
    before = sound;
    if (sounds.length >= 4) break;
  }
  return sounds.slice(0, 4);
}
