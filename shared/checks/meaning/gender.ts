import type { SentenceLink } from '../../align/link-sentences';
import { LANGUAGES, type Language } from '../../model/language';
import { nameKey } from '../../text/name-key';
import type { ArticleCheck, CheckedRow } from '../engine/check';
import { sayingsOf, spanOf, type FindingSpan, type ReportOf } from '../engine/finding';
import { readRowOnce } from '../engine/read-once';
import { linksOf } from '../sentences/sentence-links';
import { namesIn } from '../names/name-facts';
import { genderOf, personsOf, signsOf, type Gender, type Persons } from './persons';

/** How sure it has to be, 0 to 1, that sentences belong together. */
const SURE = 0.8;

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
export const gender: ArticleCheck<'gender'> = {
  id: 'gender',
  scope: 'article',
  severity: 'major',
  category: 'accuracy/mistranslation',
  find: (rows) => {
    const persons = personsOf(rows);
    const inRows = rows.flatMap((row, n) => {
      const { conflicts, verbs } = inRow(row);
      const told = conflicts.map((conflict) =>
        tellConflict(
          conflict,
          conflict.named ?? genderOfNamed(row, conflict.link, persons) ?? genderAround(rows, n),
        ),
      );
      return [...told, ...verbs];
    });
    const told = new Set(inRows.flatMap(({ spans }) => spans.map(({ paragraphId }) => paragraphId)));
    return [
      ...inRows,
      ...ofPersons(persons).filter(({ spans: [first] }) => !told.has(first?.paragraphId ?? '')),
    ];
  },
};

/** What a row says of people: where Russian and English do not agree, and where they do. */
const inRow = readRowOnce(
  (
    row,
  ): {
    readonly conflicts: readonly Conflict[];
    readonly verbs: readonly ReportOf<'gender'>[];
    readonly agreed: readonly Gender[];
  } => {
    const links =
      row.compared.ru.length === 0 || row.compared.en.length === 0
        ? []
        : linksOf(row).filter(({ confidence }) => confidence >= SURE);
    return {
      conflicts: links.flatMap((link) => [...pronounsOf(row, link), ...speechOf(row, link)].slice(0, 1)),
      verbs: links.flatMap((link) => verbsOf(row, link)),
      agreed: links.flatMap((link) => agreedIn(row, link) ?? []),
    };
  },
);

/** Words of Russian and of English that speak of one person as a man and as a woman. */
interface Conflict {
  readonly ru: Word;
  readonly en: Word;
  readonly genders: { readonly ru: Gender; readonly en: Gender };
  /** What the names in the sentences say; null where they tell nothing. */
  readonly named: Gender | null;
  readonly link: SentenceLink;
}

/** How many rows before and behind are asked whom it is about. */
const AROUND = 5;

/** The gender of whom the text speaks of around a row, as far as Russian and English agree; null where nothing says. */
function genderAround(rows: readonly CheckedRow[], n: number): Gender | null {
  const near = [
    ...rows.slice(Math.max(0, n - AROUND), n + 1).toReversed(),
    ...rows.slice(n + 1, n + 1 + AROUND),
  ];
  for (const row of near) {
    const agreed = inRow(row).agreed.at(-1);
    if (agreed) return agreed;
  }
  return null;
}

/** The gender of those named in linked sentences as the rest of the article tells it, where it is one. */
function genderOfNamed(row: CheckedRow, link: SentenceLink, persons: Persons): Gender | null {
  const here = new Set(LANGUAGES.flatMap((language) => row.compared[language].map(({ id }) => id)));
  const genders = new Set(
    LANGUAGES.flatMap((language) =>
      namesIn(row, language)
        .filter((name) =>
          link[language].some(
            ({ paragraph, start, end }) =>
              row.compared[language][paragraph]?.id === name.paragraphId &&
              name.start >= start &&
              name.end <= end,
          ),
        )
        .flatMap((name) => {
          const person = persons.named(name);
          return (person && genderOf(person, 2, (sign) => !here.has(sign.paragraphId))) ?? [];
        }),
    ),
  );
  const [only] = genders;
  return only && genders.size === 1 ? only : null;
}

function tellConflict({ ru, en, genders }: Conflict, person: Gender | null): ReportOf<'gender'> {
  return person === genders.en ? reportOf(ru, [en]) : reportOf(en, [ru]);
}

function agreedIn(row: CheckedRow, link: SentenceLink): Gender | null {
  const ru =
    onlyGender(wordsIn(row, link, 'ru', PRONOUNS.ru)) ?? onlyGender(wordsIn(row, link, 'ru', SPEAKS.ru));
  return ru !== null && ru === onlyGender(wordsIn(row, link, 'en', PRONOUNS.en)) ? ru : null;
}

/** Nouns that say a person's gender. */
const NOUNS = {
  ru: {
    she: /(?<!\p{L})(?:женщин|девушк|девочк|мать|матер[иь]|мам[аеуы](?!\p{L})|дочь|дочер|сестр|бабушк|вдов[аеуы](?!\p{L})|супруга|актрис|певиц|королев|невест|хозяйк)\p{L}*/giu,
    he: /(?<!\p{L})(?:мужчин|мальчик|юнош|пар(?:ень|ня|ню)|отец|отц[аеу]|сын(?:а|у|ом|ок|овья)?(?!\p{L})|брат(?:а|у|ом)?(?!\p{L})|дедушк|муж(?:а|у|ем)?(?!\p{L})|супруг(?!а)|актёр|актер|король|короля|жених)\p{L}*/giu,
  },
  ky: {
    she: /(?<!\p{L})(?:аял|айым|кыз[ыа]?(?!ы?л)|эне|апа(?:сы)?|карындаш|сиңди|эже|келин)\p{L}*/giu,
    he: /(?<!\p{L})(?:эркек|мырза|уулу?(?!\p{L})|атасы|агасы|иниси|байке|жигит|күйөөсү|ханзаада)\p{L}*/giu,
  },
  en: {
    she: /(?<!\p{L})(?:wom[ae]n|girls?|mother|mom|mum|daughter|sister|wife|widow|grandmother|actress|queen|lady|aunt|bride)(?!\p{L})/giu,
    he: /(?<!\p{L})(?:m[ae]n|boys?|father|dad|son|brother|husband|grandfather|king|uncle|widower|groom)(?!\p{L})/giu,
  },
} as const;

/** Nobody in particular is "he" in both languages. */
const ANYBODY = /(?<!\p{L})(?:every(?:one|body)|no ?(?:one|body)|any(?:one|body)|a person)(?!\p{L})/iu;

/** The gender that the names and nouns of linked sentences tell, where all tell one. */
function namedIn(row: CheckedRow, link: SentenceLink): Gender | null {
  const surname = onlyGender(wordsIn(row, link, 'en', SURNAMES));
  if (surname) return surname;
  const nouns = (gender: Gender) =>
    LANGUAGES.some((language) => wordsIn(row, link, language, NOUNS[language])[gender].length > 0);
  const [she, he] = [nouns('she'), nouns('he')];
  if (she !== he) return she ? 'she' : 'he';
  if (sentencesIn(row, link, 'en').some(({ text }) => ANYBODY.test(text))) return 'he';
  const genders = new Set(
    LANGUAGES.flatMap((language) =>
      link[language].flatMap(({ paragraph: position, start, end }) => {
        const paragraph = row.compared[language][position];
        return paragraph
          ? signsOf(paragraph, language)
              .filter((sign) => !sign.isPronoun && sign.start >= start && sign.end <= end)
              .map(({ gender: told }) => told)
          : [];
      }),
    ),
  );
  const [only] = genders;
  return only && genders.size === 1 ? only : null;
}

/** How much the rest of an article has to say of a person's gender before a word of the other one is told. */
const ENOUGH = 4;

/** A verb or title beside a name that the rest of the article, in another version too, gives the other gender. */
function ofPersons(persons: Persons): readonly ReportOf<'gender'>[] {
  return persons.all.flatMap((person) =>
    person.signs.flatMap((sign) => {
      if (!sign.direct) return [];
      const is = genderOf(person, ENOUGH, (other) => other !== sign);
      if (!is || is === sign.gender) return [];
      const others = person.signs.filter(
        ({ gender, language }) => gender === is && language !== sign.language,
      );
      const [other] = others;
      return other ? [reportOf(sign, [other])] : [];
    }),
  );
}

/** English words for what Russian calls он or она as it does people: the market, the company. */
const THINGS = /(?<!\p{L})(?:its|itself)(?!\p{L})/iu;

/** How far apart words that say the same may stand in their sentences, as a share of these. */
const NEAR = 0.2;

const POSSESSIVE = /^(?:его|её|ее|his|hers?)$/iu;

/**
 * Where English speaks of one gender only and Russian of the other. A surname tells who is right; without one the Kyrgyz
 * version cannot say, and nothing is told where the Russian word may mean a thing.
 */
function pronounsOf(row: CheckedRow, link: SentenceLink): readonly Conflict[] {
  const conflict = conflictOf(row, link, PRONOUNS);
  if (!conflict) return [];
  const { said } = conflict;
  const surnames = wordsIn(row, link, 'en', SURNAMES);
  if (surnames.she.length > 0 && surnames.he.length > 0) return [];
  if (!onlyGender(surnames)) {
    if (isOfThing(row, link, conflict.genders.ru, said.ru)) return [];
    if (sentencesIn(row, link, 'en').some(({ text }) => THINGS.test(text))) return [];
    // "His phone" and «её звонки» may be two people's.
    const isPossessive = [...said.ru, ...said.en].every(({ text }) => POSSESSIVE.test(text));
    if (isPossessive && !isSamePlace(row, link, said.ru, said.en)) return [];
  }
  return [conflict];
}

/** Words of Russian that are all of one gender, beside English ones of the other. */
function conflictOf(
  row: CheckedRow,
  link: SentenceLink,
  patterns: typeof PRONOUNS | typeof SPEAKS,
): (Conflict & { readonly said: { readonly ru: readonly Word[]; readonly en: readonly Word[] } }) | null {
  const words = { ru: wordsIn(row, link, 'ru', patterns.ru), en: wordsIn(row, link, 'en', patterns.en) };
  const [ru, en] = [onlyGender(words.ru), onlyGender(words.en)];
  if (!ru || !en || ru === en) return null;
  const said = { ru: words.ru[ru], en: words.en[en] };
  const [first, second] = [said.ru[0], said.en[0]];
  if (!first || !second) return null;
  return { ru: first, en: second, genders: { ru, en }, named: namedIn(row, link), link, said };
}

/** Russian nouns that are he or she whoever is meant, and things. */
const OWN_GENDER = {
  he: /(?<!\p{L})(?:реб[её]нок|человек|подросток|малыш|младенец)(?!\p{L})/iu,
  she: /(?<!\p{L})(?:жертва|персона|особа|знаменитость|звезда|фигура|глава|\p{L}{2,}(?:ия|ость|ика|тура|ба))(?!\p{L})/iu,
} as const;

/** «Комиссия уехала: она всё видела»: whether a noun comes before that a Russian pronoun may stand for. */
function isOfThing(row: CheckedRow, link: SentenceLink, gender: Gender, [pronoun]: readonly Word[]): boolean {
  return sentencesIn(row, link, 'ru').some(
    ({ paragraphId, start, text }) =>
      paragraphId === pronoun?.paragraphId &&
      OWN_GENDER[gender].test(text.slice(0, Math.max(0, pronoun.start - start))),
  );
}

/** Whether the first of these words stand about as far into their sentences. */
function isSamePlace(row: CheckedRow, link: SentenceLink, ru: readonly Word[], en: readonly Word[]): boolean {
  const [a, b] = (['ru', 'en'] as const).map((language) => {
    const [word] = language === 'ru' ? ru : en;
    let before = 0;
    let all = 1;
    for (const { paragraphId, start, text } of sentencesIn(row, link, language)) {
      if (word?.paragraphId === paragraphId && word.start >= start && word.start < start + text.length)
        before = all + word.start - start;
      all += text.length;
    }
    return before / all;
  });
  return Math.abs((a ?? 0) - (b ?? 0)) < NEAR;
}

/** Who speaks: "she said" beside «добавил». */
const SPEAKS = {
  en: {
    she: /(?<!\p{L})she(?: (?:also|later|then|has|had))? (?:said|told|added|noted|explained|wrote|replied|answered|stressed|recalled|admitted|concluded|stated|insisted|argued|claimed)(?!\p{L})/giu,
    he: /(?<!\p{L})he(?: (?:also|later|then|has|had))? (?:said|told|added|noted|explained|wrote|replied|answered|stressed|recalled|admitted|concluded|stated|insisted|argued|claimed)(?!\p{L})/giu,
  },
  ru: {
    she: /(?<!\p{L})(?:сказала|рассказала|заявила|отметила|добавила|сообщила|написала|ответила|объяснила|пояснила|подчеркнула|вспомнила|признала|признала?сь|утверждала|уточнила|говорила|спросила|настаивала|призналась)(?!\p{L})/giu,
    he: /(?<!\p{L})(?:сказал|рассказал|заявил|отметил|добавил|сообщил|написал|ответил|объяснил|пояснил|подчеркнул|вспомнил|признал|признался|утверждал|уточнил|говорил|спросил|настаивал)(?!\p{L})/giu,
  },
} as const;

function speechOf(row: CheckedRow, link: SentenceLink): readonly Conflict[] {
  const conflict = conflictOf(row, link, SPEAKS);
  return conflict ? [conflict] : [];
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
  language: Language,
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
