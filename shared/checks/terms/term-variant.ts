import nameLines from '../../align/lexicon/names.txt?raw';
import { LANGUAGES, perLanguage, type Language } from '../../model/language';
import type { ArticleCheck, CheckedRow } from '../engine/check';
import { spanOf, type ReportOf } from '../engine/finding';
import { termsOf, type Term } from '../../glossary/term';
import { glossaryTerms, makeTerms, termsIn, type TermPlace, type Terms } from './terms';

/** A name of one word: Кыргызстан and Киргизия, not Great Britain. */
const ONE_NAME = /^\p{Lu}\p{Ll}{3,}$/u;

let named: Terms | undefined;

/**
 * Names of the seed lexicon with several forms in a language. Its other words are no terms: which of them is right
 * depends on the sentence.
 */
function namedTwice(): Terms {
  named ??= makeTerms(
    termsOf(nameLines.split('\n').filter((line) => !line.startsWith('# ')))
      .map((term): Term => perLanguage((language) => term[language].filter((name) => ONE_NAME.test(name))))
      .filter(hasSeveral),
    true,
  );
  return named;
}

function hasSeveral(term: Term): boolean {
  return LANGUAGES.some((language) => term[language].length > 1);
}

/** One term that is called by different names within the article, where another version always calls it the same. */
export const termVariant: ArticleCheck<'termVariant'> = {
  id: 'termVariant',
  scope: 'article',
  severity: 'minor',
  category: 'terminology/inconsistentUse',
  find: (rows, context) =>
    [glossaryTerms(context), namedTwice()].flatMap((terms) =>
      terms.list.some(hasSeveral) ? findVariants(rows, terms) : [],
    ),
};

/** A row in which a version calls a term by one name only. */
interface Use {
  readonly places: readonly TermPlace[];
  readonly equivalent: number;
  /** The first place in each other version that has one name for it, too. */
  readonly others: readonly TermPlace[];
}

function findVariants(rows: readonly CheckedRow[], terms: Terms): readonly ReportOf<'termVariant'>[] {
  const uses = new Map<string, Use[]>();
  for (const row of rows) {
    for (const [key, use] of usesIn(row, terms)) {
      const others = uses.get(key);
      if (others) others.push(use);
      else uses.set(key, [use]);
    }
  }
  return [...uses.values()].flatMap((found) => {
    const [first] = found[0]?.places ?? [];
    const term = first && terms.list[first.term];
    return term ? judgeUses(first.language, term, found) : [];
  });
}

const known = new WeakMap<Terms, WeakMap<CheckedRow, ReadonlyMap<string, Use>>>();

/** The uses in a row by language and term, of terms with several names in that language. */
function usesIn(row: CheckedRow, terms: Terms): ReadonlyMap<string, Use> {
  const rows = known.get(terms) ?? new WeakMap<CheckedRow, ReadonlyMap<string, Use>>();
  known.set(terms, rows);
  const before = rows.get(row);
  if (before) return before;
  const uses = readUses(row, terms);
  rows.set(row, uses);
  return uses;
}

function readUses(row: CheckedRow, terms: Terms): ReadonlyMap<string, Use> {
  const all = new Map<string, TermPlace[]>();
  for (const place of LANGUAGES.flatMap((language) => termsIn(terms, row, language))) {
    if (!place.sure || place.nested) continue;
    const key = `${place.language} ${place.term}`;
    const others = all.get(key);
    if (others) others.push(place);
    else all.set(key, [place]);
  }
  const single = new Map(
    [...all].filter(([, places]) => new Set(places.map(({ equivalent }) => equivalent)).size === 1),
  );
  return new Map(
    [...single].flatMap(([key, places]): [string, Use][] => {
      const [first] = places;
      if (!first || (terms.list[first.term]?.[first.language].length ?? 0) < 2) return [];
      const others = LANGUAGES.filter((language) => language !== first.language).flatMap(
        (language) => single.get(`${language} ${first.term}`)?.slice(0, 1) ?? [],
      );
      return others.length === 0 ? [] : [[key, { places, equivalent: first.equivalent, others }]];
    }),
  );
}

/** Reports every name but the most frequent one, where another version has one name for both. */
function judgeUses(language: Language, term: Term, uses: readonly Use[]): readonly ReportOf<'termVariant'>[] {
  const times = new Map<number, number>();
  for (const { equivalent, places } of uses)
    times.set(equivalent, (times.get(equivalent) ?? 0) + places.length);
  const [mostly] = [...times].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (mostly === undefined || times.size < 2) return [];
  const usual = uses.filter(({ equivalent }) => equivalent === mostly);
  const elsewhere = new Map(
    usual.flatMap(({ others }) => others.map((place) => [nameOf(place), place] as const)),
  );
  const same = ({ others }: Use): TermPlace | undefined =>
    others.map((place) => elsewhere.get(nameOf(place))).find((place) => place !== undefined);
  return [...times.keys()].flatMap((equivalent): readonly ReportOf<'termVariant'>[] => {
    if (equivalent === mostly) return [];
    const odd = uses.filter((use) => use.equivalent === equivalent && same(use));
    const [first] = odd;
    const other = first && same(first);
    if (!other) return [];
    const model = usual[0]?.places.slice(0, 1) ?? [];
    return [
      {
        message: 'variant',
        params: {
          language,
          name: term[language][equivalent] ?? '',
          usual: term[language][mostly] ?? '',
        },
        spans: [...odd.flatMap(({ places }) => places), ...model, other].map(spanOf),
      },
    ];
  });
}

function nameOf({ language, equivalent }: TermPlace): string {
  return `${language} ${equivalent}`;
}
