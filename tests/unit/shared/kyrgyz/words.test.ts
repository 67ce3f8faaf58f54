import { expect, test } from 'vitest';
import { readWords } from '../../../../shared/kyrgyz/read-stems';
import text from '../../../../shared/kyrgyz/words.txt?raw';

const ALPHABET = 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя';
const FRONT = 'еиөүэ';
const BACK = 'аоуыяёю';

/** Words of two words, and words of Persian, whose vowels need not agree. */
const COMPOUNDS = new Set(
  (
    'азилкөй азык-түлүк айкөл айкөлдүк аксөөк амалкөй аскөк базбирөө басмасөз гүлдесте гүлчамбар дарыгер ' +
    'жандүйнө жөлөкпул жөлөкпулчу кадыресе кайдыгер кайынсиңди каржыгер кепсөз кылмышкер күйөөбала ' +
    'күнкарама күнтизме көз-караш көзкарандысыздык көйкашка мыйзамченемдүү намыскөй сүрөткер сөөлжан ' +
    'төрага төрайым чүчпара ысыккөлдүк үй-жай үстөкпул өзбекче өнөржай өнөрпоз'
  ).split(' '),
);

const stems = readWords(text);

test('writes stems in the letters of Kyrgyz', () => {
  const wrong = stems.filter(([stem]) => !/^[а-яёөүң]+(-[а-яёөүң]+)*$/u.test(stem));
  expect(wrong).toEqual([]);
  expect(stems.filter(([stem]) => !/[аеёиоуыэюяөү]/u.test(stem))).toEqual([]);
});

test('lists each stem once in a part of speech, in the order of the alphabet', () => {
  for (const part of ['fixed', 'noun', 'verb']) {
    const words = stems.filter(([, partOfSpeech]) => partOfSpeech === part).map(([stem]) => stem);
    const order = (word: string) =>
      [...word].map((letter) => String.fromCharCode(97 + ALPHABET.indexOf(letter))).join('');
    expect(words).toEqual([...new Set(words)].sort((a, b) => (order(a) < order(b) ? -1 : 1)));
  }
});

test('keeps the harmony of vowels beside those that only Kyrgyz words have', () => {
  expect(stems.map(([stem]) => stem).filter((stem) => !COMPOUNDS.has(stem) && !isHarmonic(stem))).toEqual([]);
  expect(['көлдар', 'ыде', 'ченө', 'көник'].filter(isHarmonic)).toEqual([]);
});

/** ө, ү and ы stand among vowels of their own kind; ө follows no е and и unless it is long, е and и no ө and ү. */
function isHarmonic(word: string): boolean {
  const vowels = word.match(/(.)\1|[аеёиоуыэюяөү]/gu)?.filter((one) => /[аеёиоуыэюяөү]/u.test(one)) ?? [];
  return vowels.slice(1).every((vowel, n) => {
    const before = vowels[n] ?? '';
    const [a, b] = [before.charAt(0), vowel.charAt(0)];
    if (![a, b].some((letter) => 'өүы'.includes(letter))) return true;
    if (FRONT.includes(a) ? BACK.includes(b) : FRONT.includes(b)) return false;
    if (b === 'ө' && 'еиэ'.includes(a)) return vowel.length > 1;
    return !('өү'.includes(a) && 'еи'.includes(b));
  });
}
