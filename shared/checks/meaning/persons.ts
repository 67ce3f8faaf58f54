import { isCommonWord } from '../../align/lexicon';
import { LANGUAGES, perLanguage, type Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import { segmentSentences } from '../../text/sentences';
import type { CheckedRow } from '../engine/check';
import { spanOf, type FindingSpan } from '../engine/finding';
import { readOnce } from '../engine/read-once';
import { nameLikeness, namesOf, SAME, type PlacedName } from '../names/name-facts';
import givenNames from './given-names.txt?raw';

export type Gender = 'she' | 'he';

/** What a place says of the gender of a person. */
export interface Sign extends FindingSpan {
  /** The surname, or what a person is called by. */
  readonly name: PlacedName;
  readonly gender: Gender;
  /** How much it counts; a `direct` one is written right beside the name. */
  readonly weight: number;
  readonly direct: boolean;
  /** Whether it is a pronoun somewhere in the sentence. */
  readonly isPronoun: boolean;
  readonly text: string;
}

/** What a whole article says of a person. */
export interface Person {
  readonly signs: readonly Sign[];
}

/** Two names are one person's from this likeness up, 0 to 1; what is SAME between versions may be two within one. */
const ONE_SPELLING = 0.95;

/** Of articles with more names that tell a gender the rest is left. */
const MOST_PERSONS = 150;

const GIVEN = readGivenNames(givenNames);

const TITLES = {
  ru: {
    she: /(?<!\p{L})(?:г-жа|госпожа|мисс|миссис|королева|принцесса)\s+$/iu,
    he: /(?<!\p{L})(?:г-н|господин|мистер|король|принц)\s+$/iu,
  },
  ky: { she: /(?!)/u, he: /(?!)/u },
  en: {
    she: /(?<!\p{L})(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess)\.?\s+$/u,
    he: /(?<!\p{L})(?:Mr|Sir|Lord|King|Prince)\.?\s+$/u,
  },
} as const;

const PRONOUN = /(?<![\p{L}'’-])(?:(she|her|hers|herself)|(?:he|him|his|himself))(?!\p{L})/giu;

/** Russian verbs that a name follows as their subject: «сказала Смит». */
const SPEECH =
  /^(?:сказал|рассказал|заявил|отметил|добавил|сообщил|написал|ответил|объяснил|пояснил|подчеркнул|вспомнил|признал|утверждал|уточнил|говорил|спросил|заключил|предупредил|пошутил|настаивал)а?$/u;

/** A Russian past verb. */
const PAST = /^(?!была?$|стала?$)\p{Ll}{2,}[аеёиоуыяю]л(?:(а(?:сь)?)|ся)?$/u;

/** The persons of an article. */
export interface Persons {
  readonly all: readonly Person[];
  /** Who is called so; undefined for names that say nothing anywhere. */
  readonly named: (name: PlacedName) => Person | undefined;
}

/** What each person of an article is said to be, told apart by how the surname sounds. */
export function personsOf(rows: readonly CheckedRow[]): Persons {
  const all: { readonly names: PlacedName[]; readonly signs: Sign[] }[] = [];
  const known = new Map<string, { readonly names: PlacedName[]; readonly signs: Sign[] }>();
  for (const row of rows)
    for (const language of LANGUAGES)
      for (const paragraph of row.compared[language])
        for (const sign of signsOf(paragraph, language)) {
          const key = keyOf(sign.name);
          let person =
            known.get(key) ?? all.find(({ names }) => names.some((name) => isOne(name, sign.name)));
          if (!person) {
            if (all.length >= MOST_PERSONS) continue;
            person = { names: [], signs: [] };
            all.push(person);
          }
          if (!known.has(key)) person.names.push(sign.name);
          known.set(key, person);
          person.signs.push(sign);
        }
  return { all, named: (name) => known.get(keyOf(name)) };
}

function keyOf({ language, text }: PlacedName): string {
  return `${language} ${text}`;
}

function isOne(a: PlacedName, b: PlacedName): boolean {
  // A double name may be a couple's.
  if (a.text.includes('-') !== b.text.includes('-')) return false;
  return nameLikeness(a, b) >= (a.language === b.language ? ONE_SPELLING : SAME);
}

/** The gender that the signs which count give a person together; null where they do not agree or weigh too little. */
export function genderOf({ signs }: Person, least: number, counts: (sign: Sign) => boolean): Gender | null {
  const sum = { she: 0, he: 0 };
  for (const sign of signs) if (counts(sign)) sum[sign.gender] += sign.weight;
  const gender = sum.she > sum.he ? 'she' : 'he';
  const other = gender === 'she' ? 'he' : 'she';
  return sum[gender] >= least && sum[gender] > 4 * sum[other] ? gender : null;
}

/** What a paragraph says of the gender of those it names. */
export const signsOf = readOnce((paragraph, language): readonly Sign[] => {
  const runs = new Map<number, PlacedName[]>();
  for (const name of namesOf(paragraph, language))
    if (!name.abbreviation) runs.set(name.run, [...(runs.get(name.run) ?? []), name]);
  const signs = [...runs.values()].flatMap((run) => signsOfRun(paragraph, language, run));
  return language === 'en' ? [...signs, ...signsOfPronouns(paragraph)] : signs;
});

function signsOfRun(paragraph: Paragraph, language: Language, run: readonly PlacedName[]): readonly Sign[] {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  const signs: Sign[] = [];
  const add = (gender: Gender, place: FindingSpan, weight: number, direct: boolean): void => {
    signs.push({
      ...spanOf(place),
      name: last,
      gender,
      weight,
      direct,
      isPronoun: false,
      text: paragraph.text.slice(place.start, place.end),
    });
  };
  const given = GIVEN[language](first.text);
  if (given && (run.length > 1 || !first.forced)) add(given, first, 3, false);
  const before = paragraph.text.slice(Math.max(0, first.start - 14), first.start);
  for (const gender of ['she', 'he'] as const) {
    const title = TITLES[language][gender].exec(before)?.[0];
    if (title !== undefined)
      add(gender, { ...first, start: first.start - title.length, end: first.start - 1 }, 2, true);
  }
  if (language === 'ru') {
    const verb = verbBeside(paragraph, first, last);
    if (verb) add(verb.gender, verb, 2, true);
  }
  return signs;
}

/** «сказал Смит» and, where a sentence or a part of one begins with the name, «Смит сказал». */
function verbBeside(
  { text, id }: Paragraph,
  first: PlacedName,
  last: PlacedName,
): (FindingSpan & { readonly gender: Gender }) | null {
  const place = (word: string, end: number) => {
    const past = PAST.exec(word);
    if (!past) return null;
    const gender = past[1] === undefined ? ('he' as const) : ('she' as const);
    return { language: 'ru' as const, paragraphId: id, start: end - word.length, end, gender };
  };
  const ahead = /(?<!\p{L})(\p{Ll}+)\s$/u.exec(text.slice(Math.max(0, first.start - 24), first.start))?.[1];
  if (ahead !== undefined && SPEECH.test(ahead)) return place(ahead, first.start - 1);
  // «Команда Холта пыталась» says nothing of Холт.
  if (first.forced && isCommonWord(first.text, 'ru')) return null;
  if (
    !/(?:^|[.!?…;:–—«»“”]\s*|(?<!\p{L})(?:но|что|как|когда)\s)$/u.test(
      text.slice(Math.max(0, first.start - 8), first.start),
    )
  )
    return null;
  const behind = /^\s(?:(?:не|также|уже|ранее|лично|тоже)\s)?(\p{Ll}+)(?!\p{L})/u.exec(
    text.slice(last.end, last.end + 32),
  );
  return behind?.[1] === undefined ? null : place(behind[1], last.end + behind[0].length);
}

/** A sentence that names one person and has pronouns of one gender. */
function signsOfPronouns(paragraph: Paragraph): readonly Sign[] {
  const names = namesOf(paragraph, 'en').filter(({ abbreviation }) => !abbreviation);
  if (names.length === 0) return [];
  return segmentSentences(paragraph.text, 'en').flatMap(({ start, end }) => {
    const inside = names.filter((name) => name.start >= start && name.end <= end);
    const free = inside.filter(({ forced }) => !forced);
    const runs = new Set((free.length > 0 ? free : inside).map(({ run }) => run));
    const name = inside.findLast(({ run }) => runs.has(run));
    if (!name || runs.size !== 1) return [];
    const found = [...paragraph.text.slice(start, end).matchAll(PRONOUN)];
    const [pronoun] = found;
    const genders = new Set(found.map(([, she]) => (she === undefined ? 'he' : 'she')));
    const [gender] = genders;
    if (!pronoun || !gender || genders.size !== 1 || pronoun.index + start < name.start) return [];
    const at = start + pronoun.index;
    const place = {
      language: 'en' as const,
      paragraphId: paragraph.id,
      start: at,
      end: at + pronoun[0].length,
    };
    return [{ ...place, name, gender, weight: 1, direct: false, isPronoun: true, text: pronoun[0] }];
  });
}

function readGivenNames(text: string) {
  const genders = new Map<string, Gender>();
  let gender: Gender | null = null;
  for (const line of text.split('\n')) {
    if (line === '= she' || line === '= he') gender = line === '= she' ? 'she' : 'he';
    else if (gender && !line.startsWith('#'))
      for (const name of line.split(' ')) if (name !== '') genders.set(name.toLowerCase(), gender);
  }
  return perLanguage(
    () =>
      (name: string): Gender | null =>
        genders.get(name.toLowerCase()) ?? null,
  );
}
