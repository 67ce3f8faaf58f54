import type { SentenceLink } from '../../align/link-sentences';
import { LANGUAGES, type Language } from '../../model/language';
import type { CheckedRow, RowCheck } from '../engine/check';
import { sayingsOf, spanOf, type FindingSpan, type ReportOf } from '../engine/finding';
import { readOnce } from '../engine/read-once';
import { isSaidAgain } from '../sentences/said-again';
import { linksOf } from '../sentences/sentence-links';
import { traitsOf, valuesIn, type Said, type SetTraits } from './read-contrasts';

/** How sure it has to be, 0 to 1, that sentences belong together. */
const SURE = 0.8;

const valuesOf = readOnce((paragraph, language): readonly Said[] => valuesIn(paragraph.text, language));

/** A value where it stands. */
interface Placed extends FindingSpan {
  readonly set: number;
  readonly value: number;
  readonly certain: boolean;
  readonly text: string;
}

/**
 * Words of which a text says one, as north or south, judge or lawyer, may or must: where two versions of a sentence say
 * one of them and the third another, and not theirs; and words that two versions have and that are lost in the third,
 * as "allegedly". Words of closed lists only: what stands in no list is not compared.
 */
export const contrast: RowCheck<'contrast'> = {
  id: 'contrast',
  scope: 'row',
  severity: 'major',
  category: 'accuracy/mistranslation',
  find: (row) => {
    if (LANGUAGES.some((language) => row.compared[language].length === 0)) return [];
    return linksOf(row).flatMap((link) => oddIn(row, link));
  },
};

function oddIn(row: CheckedRow, link: SentenceLink): readonly ReportOf<'contrast'>[] {
  if (link.confidence < SURE || LANGUAGES.some((language) => link[language].length === 0)) return [];
  const said = LANGUAGES.map((language) => ({ language, values: placedIn(row, link, language) }));
  const sets = new Set(
    said.flatMap(({ values }) => values.filter(({ certain }) => certain).map(({ set }) => set)),
  );
  const told = new Set<string>();
  return [...sets].flatMap((set) =>
    LANGUAGES.flatMap((language): readonly ReportOf<'contrast'>[] => {
      const of = said.map((each) => ({
        language: each.language,
        values: each.values.filter((value) => value.set === set),
      }));
      const odd = of.find((each) => each.language === language);
      const others = of.filter((each) => each.language !== language);
      const report = odd && reportOf(row, link, odd, others, traitsOf(set));
      // A word may belong to several sets.
      const place = report?.spans.map(({ paragraphId, start }) => `${paragraphId}:${start}`).join(' ') ?? '';
      if (!report || told.has(place)) return [];
      told.add(place);
      return [report];
    }),
  );
}

interface SaidIn {
  readonly language: Language;
  readonly values: readonly Placed[];
}

function reportOf(
  row: CheckedRow,
  link: SentenceLink,
  odd: SaidIn,
  others: readonly SaidIn[],
  { losable, excludes }: SetTraits,
): ReportOf<'contrast'> | null {
  const agreed = (others[0]?.values ?? []).find(
    ({ value, certain }) =>
      certain &&
      others.every(({ values }) => values.some((other) => other.certain && other.value === value)) &&
      odd.values.every((other) => other.value !== value),
  );
  if (!agreed) return losable || !excludes ? null : reportOfTwo(row, link, odd, others);
  const theirs = others.flatMap(({ values }) =>
    values.filter(({ value, certain }) => certain && value === agreed.value).slice(0, 1),
  );
  if (losable) {
    // Another word says it too: "apparently" here, "seems to" there.
    if (theirs.some((word) => isSaidAgain(row, word, link, odd.language))) return null;
    const end = link[odd.language].at(-1)?.end ?? 0;
    const paragraphId = row.compared[odd.language][link[odd.language].at(-1)?.paragraph ?? 0]?.id ?? '';
    return odd.values.length > 0
      ? null
      : {
          message: 'lost',
          severity: 'minor',
          params: { language: odd.language, said: sayingsOf(theirs) },
          spans: [{ language: odd.language, paragraphId, start: end, end }, ...theirs.map(spanOf)],
        };
  }
  const instead = odd.values.find(
    ({ value, certain }) =>
      certain && others.every(({ values }) => values.every((other) => other.value !== value)),
  );
  if (!instead) return null;
  // What the odd version says stands in another as well, beside what they agree on.
  if (others.some(({ language }) => isSaidAgain(row, instead, link, language, theirs))) return null;
  return {
    message: 'changed',
    params: { language: odd.language, word: instead.text, said: sayingsOf(theirs) },
    spans: [instead, ...theirs].map(spanOf),
  };
}

/**
 * Where only one other version says a word of the set. If the last has a word for it, as the lexicon knows, two agree;
 * if it says neither, nobody can tell which of the two is wrong.
 */
function reportOfTwo(
  row: CheckedRow,
  link: SentenceLink,
  odd: SaidIn,
  others: readonly SaidIn[],
): ReportOf<'contrast'> | null {
  const [speaking, ...more] = others.filter(({ values }) => values.length > 0);
  const silent = others.find(({ values }) => values.length === 0)?.language;
  if (!speaking || silent === undefined || more.length > 0) return null;
  const [theirs, instead] = [onlyOf(speaking), onlyOf(odd)];
  if (!theirs || !instead || instead.value === theirs.value) return null;
  const isSaid = (word: Placed, language: Language, but: readonly Placed[] = []) =>
    isSaidAgain(row, word, link, language, but);
  if (isSaid(instead, silent) || isSaid(instead, speaking.language, [theirs])) return null;
  if (isSaid(theirs, odd.language, [instead])) return null;
  const agrees = isSaid(theirs, silent);
  // Told once, not from both sides.
  if (!agrees && LANGUAGES.indexOf(odd.language) < LANGUAGES.indexOf(speaking.language)) return null;
  return {
    message: agrees ? 'changed' : 'differ',
    severity: agrees ? 'major' : 'minor',
    params: { language: odd.language, word: instead.text, said: sayingsOf([theirs]) },
    spans: [instead, theirs].map(spanOf),
  };
}

/** The value that a version says, if it is one only and certain. */
function onlyOf({ values }: SaidIn): Placed | undefined {
  const [first] = values;
  return values.every(({ value, certain }) => certain && value === first?.value) ? first : undefined;
}

function placedIn(row: CheckedRow, link: SentenceLink, language: Language): readonly Placed[] {
  return link[language].flatMap(({ paragraph: position, start, end }) => {
    const paragraph = row.compared[language][position];
    if (!paragraph) return [];
    return valuesOf(paragraph, language)
      .filter((each) => each.start >= start && each.end <= end)
      .map(({ set, value, certain, ...span }) => ({
        ...{ language, paragraphId: paragraph.id, start: span.start, end: span.end, set, value, certain },
        text: paragraph.text.slice(span.start, span.end),
      }));
  });
}
