import type { SentenceLink } from '../../align/link-sentences';
import type { Language } from '../../model/language';
import { nameKey } from '../../text/name-key';
import type { CheckedRow, RowCheck } from '../engine/check';
import { sayingsOf, spanOf, type FindingSpan, type ReportOf } from '../engine/finding';
import { linksOf } from '../sentences/sentence-links';

/** How sure it has to be, 0 to 1, that sentences belong together. */
const SURE = 0.8;

type Gender = 'she' | 'he';

/** Words of one gender in a version of a sentence. */
type Words = Readonly<Record<Gender, readonly Word[]>>;

interface Word extends FindingSpan {
  readonly text: string;
}

const PRONOUNS = {
  ru: {
    she: /(?<![\p{L}-])(?:она|её|ее|ей|неё|нее|ней|нею)(?![\p{L}-])/giu,
    he: /(?<![\p{L}-])(?:он|его|ему|него|нему|нём|нем)(?![\p{L}-])/giu,
  },
  en: {
    she: /(?<![\p{L}-])(?:she|her|hers|herself)(?![\p{L}-])/giu,
    he: /(?<![\p{L}-])(?:he|him|his|himself)(?![\p{L}-])/giu,
  },
} as const;

/** Surnames of the region as English writes them, always in the nominative. */
const SURNAMES = {
  she: /(?<!\p{L})\p{Lu}\p{L}+(?:[eo]va|skaya|[ky]yzy)(?!\p{L})/gu,
  he: /(?<!\p{L})\p{Lu}\p{L}+(?:[eo]v|sky|skiy|uulu)(?!\p{L})/gu,
} as const;

/** «Айнура Каримова провёл»: a verb right behind a name, with its gender and the surname. */
const VERB = {
  he: /(?<!\p{L})\p{Lu}\p{L}+\s(\p{Lu}\p{L}+(?:[оеё]ва|ская))\s(?:(?:не|также|уже|ранее|лично|тоже)\s)?(\p{Ll}{2,}[аеёиоуыя]л(?:ся)?)(?!\p{L})/gu,
  she: /(?<!\p{L})\p{Lu}\p{L}+\s(\p{Lu}\p{L}+(?:[оеё]в|ский))\s(?:(?:не|также|уже|ранее|лично|тоже)\s)?(\p{Ll}{2,}[аеёиоуыя]ла(?:сь)?)(?!\p{L})/gu,
} as const;

/**
 * A person who is a woman in one version and a man in another: Kyrgyz has no gender, so that translators have to know
 * it. A surname tells which it is; where none does, nothing is said.
 */
export const gender: RowCheck<'gender'> = {
  id: 'gender',
  scope: 'row',
  severity: 'major',
  category: 'accuracy/mistranslation',
  find: (row) => {
    if (row.compared.ru.length === 0 || row.compared.en.length === 0) return [];
    return linksOf(row).flatMap((link) =>
      link.confidence < SURE ? [] : [...pronounsOf(row, link), ...verbsOf(row, link)],
    );
  },
};

function pronounsOf(row: CheckedRow, link: SentenceLink): readonly ReportOf<'gender'>[] {
  const said = { ru: wordsIn(row, link, 'ru', PRONOUNS.ru), en: wordsIn(row, link, 'en', PRONOUNS.en) };
  const surnames = wordsIn(row, link, 'en', SURNAMES);
  const person = onlyGender(surnames);
  const [ru, en] = [onlyGender(said.ru), onlyGender(said.en)];
  if (!person || !ru || !en || ru === en) return [];
  const odd = ru === person ? 'en' : 'ru';
  const [word] = said[odd][odd === 'en' ? en : ru];
  const [other] = said[odd === 'en' ? 'ru' : 'en'][person];
  return word && other ? [reportOf(word, [other])] : [];
}

function verbsOf(row: CheckedRow, link: SentenceLink): readonly ReportOf<'gender'>[] {
  const surnames = wordsIn(row, link, 'en', SURNAMES);
  return (['he', 'she'] as const).flatMap((verb) =>
    sentencesIn(row, link, 'ru').flatMap(({ paragraphId, start, text }) =>
      [...text.matchAll(VERB[verb])].flatMap(({ 0: found, 1: surname = '', 2: word = '', index }) => {
        const same = surnames[verb === 'he' ? 'she' : 'he'].find(
          (other) => nameKey(other.text) === nameKey(surname),
        );
        const end = start + index + found.length;
        const place = { language: 'ru' as const, paragraphId, start: end - word.length, end, text: word };
        return same ? [reportOf(place, [same])] : [];
      }),
    ),
  );
}

function reportOf(odd: Word, others: readonly Word[]): ReportOf<'gender'> {
  return {
    message: 'changed',
    params: { language: odd.language, word: odd.text, said: sayingsOf(others) },
    spans: [odd, ...others].map(spanOf),
  };
}

function onlyGender({ she, he }: Words): Gender | null {
  if (she.length > 0) return he.length > 0 ? null : 'she';
  return he.length > 0 ? 'he' : null;
}

function wordsIn(
  row: CheckedRow,
  link: SentenceLink,
  language: 'ru' | 'en',
  patterns: Readonly<Record<Gender, RegExp>>,
): Words {
  const find = (pattern: RegExp): readonly Word[] =>
    sentencesIn(row, link, language).flatMap(({ paragraphId, start, text }) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
        ...{ language, paragraphId, text: found },
        start: start + index,
        end: start + index + found.length,
      })),
    );
  return { she: find(patterns.she), he: find(patterns.he) };
}

function sentencesIn(
  row: CheckedRow,
  link: SentenceLink,
  language: Language,
): readonly { readonly paragraphId: string; readonly start: number; readonly text: string }[] {
  return link[language].flatMap(({ paragraph: position, start, end }) => {
    const paragraph = row.compared[language][position];
    return paragraph ? [{ paragraphId: paragraph.id, start, text: paragraph.text.slice(start, end) }] : [];
  });
}
