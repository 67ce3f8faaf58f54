import { LANGUAGES, type Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import { TO_CYRILLIC, TO_KYRGYZ, TO_LATIN, vowelHarmony } from '../../text/look-alikes';
import type { RowCheck } from '../engine/check';
import { readOnce } from '../engine/read-once';
import type { Fix, ReportOf } from '../engine/finding';

/** Words without what is joined to them by a hyphen or an apostrophe: those parts may differ in script. */
const WORD = /\p{L}[\p{L}\p{M}]*/gu;

const MIXTURE =
  /\p{Script=Cyrillic}\p{M}*[\p{Script=Latin}\p{Script=Greek}]|[\p{Script=Latin}\p{Script=Greek}]\p{M}*\p{Script=Cyrillic}|\p{Script=Latin}\p{M}*\p{Script=Greek}|\p{Script=Greek}\p{M}*\p{Script=Latin}/u;

/** One letter alone: the Russian "с", "а", "о", "у", and what the Irish O' became. */
const LONE_LATIN =
  /(?<=^|\p{Script=Cyrillic}[,;:]? |[.!?…] )[aocyACOY](?= \p{Script=Cyrillic}\p{Ll})|(?<![\p{L}\p{M}\p{N}'’-])O(?=['’]\p{Script=Cyrillic})/gu;

const LONE_CYRILLIC =
  /(?<![\p{L}\p{M}\p{N}])(?:[ехЕХ](?=-\p{Script=Latin}{2})|(?<=^|\p{Script=Latin}[,;:]? |[.!?…] )[аА](?= \p{Script=Latin}))/gu;

type Script = 'cyrillic' | 'latin';

const OWN: Readonly<Record<Language, Script>> = { ru: 'cyrillic', ky: 'cyrillic', en: 'latin' };

const reportsOf = readOnce((paragraph, language): readonly ReportOf<'mixedScript'>[] => {
  const { text } = paragraph;
  if (!/\p{Script=Cyrillic}/u.test(text) || !/[\p{Script=Latin}\p{Script=Greek}]/u.test(text)) return [];
  const mixed = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const script = MIXTURE.test(word) ? meantScript(word, language) : null;
    return script === null ? [] : [reportOf(paragraph, language, index, word, script)];
  });
  const alone = (pattern: RegExp, script: Script): readonly ReportOf<'mixedScript'>[] =>
    [...text.matchAll(pattern)].map(({ 0: letter, index }) =>
      reportOf(paragraph, language, index, letter, script),
    );
  return [
    ...mixed,
    ...(language === 'en' ? [] : alone(LONE_LATIN, 'cyrillic')),
    ...alone(LONE_CYRILLIC, 'latin'),
  ];
});

/** Letters of another alphabet that look like the right ones ("сaмолёт" with a Latin a). */
export const mixedScript: RowCheck<'mixedScript'> = {
  id: 'mixedScript',
  scope: 'row',
  severity: 'minor',
  category: 'linguisticConventions/characterEncoding',
  find: ({ all }) =>
    LANGUAGES.flatMap((language) => all[language].flatMap((paragraph) => reportsOf(paragraph, language))),
};

/** The script a word of mixed letters was meant in; null where both scripts are meant (UNESCOнун) or none fits. */
function meantScript(word: string, language: Language): Script | null {
  // What stands for ө, ү and ң in Kyrgyz is the business of another check.
  const letters = [...word].filter(
    (letter) => /\p{L}/u.test(letter) && !(language === 'ky' && TO_KYRGYZ.has(letter)),
  );
  const cyrillic = letters.filter((letter) => /\p{Script=Cyrillic}/u.test(letter));
  const foreign = letters.filter((letter) => !/\p{Script=Cyrillic}/u.test(letter));
  const toCyrillic = cyrillic.length > 0 && foreign.every((letter) => TO_CYRILLIC.has(letter));
  const toLatin = letters.every((letter) => TO_LATIN.has(letter) || /\p{Script=Latin}/u.test(letter));
  if (foreign.length === 0 || (!toCyrillic && !toLatin)) return null;
  if (language !== 'en' && isStemWithEnding(word)) return null;
  if (toCyrillic && toLatin) {
    const latin = letters.map((letter) => TO_LATIN.get(letter) ?? letter).join('');
    if (/^[IVXLCM]*[XI][IVXLCM]*$/.test(latin)) return 'latin';
    if (cyrillic.length !== foreign.length) return cyrillic.length > foreign.length ? 'cyrillic' : 'latin';
    return OWN[language];
  }
  return toCyrillic ? 'cyrillic' : 'latin';
}

/** "UNESCOнун", "Netflixтин": a Latin name that takes the endings of the language it stands in; "НТВPlus". */
function isStemWithEnding(word: string): boolean {
  if (/^\p{Script=Cyrillic}{2,}\p{Lu}\p{Ll}+$/u.test(word) && /\p{Script=Latin}{2}$/u.test(word)) return true;
  const [, stem = '', ending = ''] =
    /^([\p{Script=Latin}\p{M}]{2,})(\p{Script=Cyrillic}+)$/u.exec(word) ?? [];
  if (ending === '' || ending !== ending.toLowerCase()) return false;
  if (stem === stem.toUpperCase()) return true;
  const isAlike = [...stem].every((letter) => TO_CYRILLIC.has(letter));
  return !isAlike && (ending.length > 1 || !/[аеорсх]/u.test(ending));
}

function reportOf(
  { id: paragraphId }: Paragraph,
  language: Language,
  at: number,
  word: string,
  script: Script,
): ReportOf<'mixedScript'> {
  const wrong =
    script === 'cyrillic'
      ? /[\p{Script=Latin}\p{Script=Greek}]/gu
      : /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
  const letters = [...word.matchAll(wrong)].filter(
    ([letter]) => !(language === 'ky' && TO_KYRGYZ.has(letter)),
  );
  const fixes = letters.flatMap(({ 0: letter, index }): readonly Fix[] => {
    const right = rightLetter(letter, word, language, script);
    const start = at + index;
    return right === null ? [] : [{ language, paragraphId, start, end: start + letter.length, text: right }];
  });
  return {
    message: script === 'cyrillic' ? 'notCyrillic' : 'notLatin',
    params: { word, letters: [...new Set(letters.map(([letter]) => letter))].join(', ') },
    spans: [{ language, paragraphId, start: at, end: at + word.length }],
    ...(fixes.length === letters.length ? { fixes } : {}),
  };
}

/** In Kyrgyz a "y" may stand for у and for ү, which the other vowels of the word tell apart. */
function rightLetter(letter: string, word: string, language: Language, script: Script): string | null {
  if (script === 'latin') return TO_LATIN.get(letter) ?? null;
  if (language !== 'ky' || !/[yY]/.test(letter)) return TO_CYRILLIC.get(letter) ?? null;
  const plain = [...word]
    .map((other) => (/y/i.test(other) ? '' : (TO_CYRILLIC.get(other) ?? TO_KYRGYZ.get(other) ?? other)))
    .join('');
  const harmony = vowelHarmony(plain);
  if (harmony === null) return null;
  const [lower, upper] = harmony === 'front' ? ['ү', 'Ү'] : ['у', 'У'];
  return letter === 'y' ? lower : upper;
}
