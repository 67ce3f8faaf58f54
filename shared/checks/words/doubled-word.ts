import { LANGUAGES, type Language } from '../../model/language';
import type { RowCheck } from '../engine/check';
import { readOnce } from '../engine/read-once';
import type { ReportOf } from '../engine/finding';

/** Two words with nothing but a space between them. */
const PAIR =
  /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}[\p{L}\p{M}]*)(\s+)(?=(\p{L}[\p{L}\p{M}]*)(?![\p{L}\p{M}\p{N}'’-]))/gu;

/** What may well stand twice: "he had had", "еле еле". */
const NORMAL: Readonly<Record<Exclude<Language, 'ky'>, ReadonlySet<string>>> = {
  ru: words('еле едва чуть так да ну нет очень много долго давно вот тише скоро'),
  en: words(
    'had that very so no yes bye ha knock blah do is her much many long never again really more there well',
  ),
};

/** What hardly ever stands twice in Kyrgyz, where doubling is grammar: "чоң чоң үйлөр", "түрдүү түрдүү". */
const NEVER_DOUBLED_KY = words(
  'жана менен үчүн бирок же болуп болгон деп деген бул ошол ушул анын алар мен биз эле да тууралуу боюнча катары чейин менин биздин эмес керек экен',
);

const reportsOf = readOnce((paragraph, language): readonly ReportOf<'doubledWord'>[] =>
  [...paragraph.text.matchAll(PAIR)].flatMap(({ 0: found, 1: first = '', 3: second = '', index }) => {
    if (first.toLowerCase() !== second.toLowerCase() || isNormal(first, second, language)) return [];
    const place = { language, paragraphId: paragraph.id };
    const from = index + found.length;
    return [
      {
        message: 'doubled',
        params: { word: second },
        spans: [{ ...place, start: index, end: from + second.length }],
        fixes: [{ ...place, start: index + first.length, end: from + second.length, text: '' }],
      },
    ];
  }),
);

/** A genitive: "китептин", "анын". */
const GENITIVE_KY = /\p{L}{2}[ндт][ыиуү]н$/u;

/** The same word twice in a row. */
export const doubledWord: RowCheck<'doubledWord'> = {
  id: 'doubledWord',
  scope: 'row',
  severity: 'minor',
  category: 'linguisticConventions/grammar',
  find: ({ all }) =>
    LANGUAGES.flatMap((language) => all[language].flatMap((paragraph) => reportsOf(paragraph, language))),
};

function isNormal(first: string, second: string, language: Language): boolean {
  // "Дюран Дюран", "New York, New York", "А а": names double, and letters stand for themselves.
  if (/^\p{Lu}/u.test(second)) return true;
  if (language === 'ky') return !NEVER_DOUBLED_KY.has(second) && !GENITIVE_KY.test(second);
  return NORMAL[language].has(second);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
