/** Latin and Greek letters by the Cyrillic letter nobody can tell them from; those with a stress mark keep it. */
const CYRILLIC_TWINS = `
a а, c с, e е, k к, o о, p р, x х, y у, ë ё, á а́, é е́, ó о́, ý у́,
A А, B В, C С, E Е, H Н, K К, M М, O О, P Р, T Т, X Х, Y У, Ë Ё,
ο о, ρ р, Α А, Β В, Ε Е, Η Н, Κ К, Μ М, Ο О, Ρ Р, Τ Т, Χ Х, Υ У`;

/** Cyrillic and Greek letters by their Latin twin. */
const LATIN_TWINS = `
а a, с c, е e, о o, р p, х x, у y, ё ë, і i, ј j, ѕ s,
А A, В B, С C, Е E, Н H, К K, М M, О O, Р P, Т T, Х X, У Y, Ё Ë, І I, Ј J, Ѕ S,
ο o, ν v, Α A, Β B, Ε E, Ζ Z, Η H, Ι I, Κ K, Μ M, Ν N, Ο O, Ρ P, Τ T, Χ X, Υ Y`;

/** What is typed, or comes out of old fonts, for the three letters Kyrgyz has and Russian has not. */
const KYRGYZ_TWINS = `
ѳ ө, ɵ ө, ӫ ө, ӧ ө, ö ө, ø ө, θ ө, Ѳ Ө, Ɵ Ө, Ӫ Ө, Ӧ Ө, Ö Ө, Ø Ө, Θ Ө,
ü ү, γ ү, ʏ ү, ӱ ү, Ü Ү, Ӱ Ү, ҥ ң, ӈ ң, ӊ ң, ŋ ң, ñ ң, Ҥ Ң, Ӈ Ң, Ӊ Ң, Ŋ Ң, Ñ Ң`;

export const TO_CYRILLIC = pairs(CYRILLIC_TWINS);

export const TO_LATIN = pairs(LATIN_TWINS);

export const TO_KYRGYZ = pairs(KYRGYZ_TWINS);

/** Whether a Kyrgyz word has front vowels only, back vowels only, or neither: then nothing can be told from it. */
export function vowelHarmony(word: string): 'front' | 'back' | null {
  const front = /[еиөүэ]/iu.test(word);
  const back = /[аоуы]/iu.test(word);
  if (front === back) return null;
  return front ? 'front' : 'back';
}

function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split(',').map((pair): [string, string] => {
      const [from = '', to = ''] = pair.trim().split(' ');
      return [from, to];
    }),
  );
}
