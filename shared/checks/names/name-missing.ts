import { isCommonWord } from '../../align/lexicon';
import { perLanguage, type Language, type PerLanguage } from '../../model/language';
import type { ArticleCheck, CheckedRow } from '../engine/check';
import { sayingsOf, spanOf, type ReportOf } from '../engine/finding';
import { sentencesMissing } from '../sentences/omission';
import { otherNames } from './other-names';
import { roughKey, rowNames, type MissingName, type NamePair } from './missing-names';
import {
  nameLikeness,
  namesIn,
  ROWS_AROUND,
  SAME,
  smallWordsOf,
  sureNamesOf,
  type PlacedName,
} from './name-facts';

interface MissingAt extends MissingName {
  readonly row: CheckedRow;
}

/**
 * A name found by its sound in two versions of a row and not in the third. Nothing is said of abbreviations, of
 * names that stand in the row beside, and of names a version never has and calls something else: there is another name
 * in their place, or it lacks them several times.
 */
export const nameMissing: ArticleCheck<'nameMissing'> = {
  id: 'nameMissing',
  scope: 'article',
  severity: 'major',
  category: 'accuracy/omission',
  find: (rows) => {
    const found = rows.flatMap((row, n) => rowNames(row).missing.map((missing) => ({ ...missing, row, n })));
    const others = rows.flatMap(reportOthers);
    if (found.length === 0) return others;
    const missing = found.filter(({ language, pair, n, row }) => {
      if (
        otherNames(row).some(({ pair: told }) => told.some((name) => pair.some((own) => isPlace(own, name))))
      )
        return false;
      const near = rows.slice(Math.max(0, n - ROWS_AROUND), n + ROWS_AROUND);
      return (
        pair.some((name) => isSure(near, name)) &&
        // "The Internet" is said in many ways, and so are a senate and an act.
        !pair.every(({ text, language: of }) => isCommonWord(text, of)) &&
        !isInLostSentence(row, language, pair) &&
        !pair.some((name) => isCommon(near, name)) &&
        ![n - 1, n + 1].some((beside) => isOnlyIn(rows[beside], language, pair))
      );
    });
    const written = writtenElsewhere(rows, missing);
    const repeated = repeatedNames(missing);
    const together = new Map<string, MissingAt[]>();
    for (const each of missing) {
      const name = roughKey(each.pair);
      const renamed = each.replaced || repeated[each.language].has(name);
      if (renamed && !written[each.language].has(name)) continue;
      const key = `${each.language} ${each.row.rowId}`;
      together.set(key, [...(together.get(key) ?? []), each]);
    }
    return [...others, ...[...together.values()].flatMap(report)];
  },
};

/** Names that stand in the place of others: told as such, not as missing. */
function reportOthers(row: CheckedRow): readonly ReportOf<'nameMissing'>[] {
  return otherNames(row).map(({ odd, pair }) => ({
    message: 'other',
    params: { language: odd.language, name: odd.text, said: sayingsOf(pair) },
    spans: [odd, ...pair].map(spanOf),
  }));
}

/** Whether a name stands in sentences that the version lacks as a whole. */
function isInLostSentence(row: CheckedRow, language: Language, pair: NamePair): boolean {
  return sentencesMissing(row).some(
    ({ loss, spans }) =>
      loss === 'whole' &&
      spans[0]?.language === language &&
      pair.every((name) =>
        spans.some(
          ({ paragraphId, start, end }) =>
            paragraphId === name.paragraphId && start <= name.start && end >= name.end,
        ),
      ),
  );
}

function isPlace(a: PlacedName, b: PlacedName): boolean {
  return a.paragraphId === b.paragraphId && a.start === b.start;
}

/** Whether a word has a capital where none is forced, here or elsewhere. */
function isSure(near: readonly CheckedRow[], { forced, language, text }: PlacedName): boolean {
  if (!forced) return true;
  return near.some((row) =>
    row.compared[language].some((paragraph) => sureNamesOf(paragraph, language).has(text)),
  );
}

/** Whether a word is written without a capital too: "Hurricane Rosa" is a hurricane. */
function isCommon(near: readonly CheckedRow[], { language, text }: PlacedName): boolean {
  const word = text.toLowerCase();
  return near.some((row) =>
    row.compared[language].some((paragraph) => smallWordsOf(paragraph, language).has(word)),
  );
}

/** Whether one version alone has a name in this row: it moved over a paragraph break. */
function isOnlyIn(row: CheckedRow | undefined, language: Language, pair: NamePair): boolean {
  if (!row) return false;
  return hasName(row, language, pair) && pair.every((name) => !hasName(row, name.language, [name]));
}

function hasName(row: CheckedRow, language: Language, names: readonly PlacedName[]): boolean {
  return namesIn(row, language).some((other) => names.some((name) => nameLikeness(name, other) >= SAME));
}

/** Names a version lacks in one row and has in another: there it would have them too. */
function writtenElsewhere(
  rows: readonly CheckedRow[],
  missing: readonly MissingName[],
): PerLanguage<ReadonlySet<string>> {
  return perLanguage((language) => {
    const lacking = new Set(namesLacking(missing, language));
    return new Set(rows.flatMap((row) => rowNames(row).shared[language].filter((name) => lacking.has(name))));
  });
}

/** Names a version lacks several times. */
function repeatedNames(missing: readonly MissingName[]): PerLanguage<ReadonlySet<string>> {
  return perLanguage((language) => {
    const lacking = namesLacking(missing, language);
    return new Set(lacking.filter((name, n) => lacking.indexOf(name) !== n));
  });
}

function namesLacking(missing: readonly MissingName[], language: Language): readonly string[] {
  return missing.filter((each) => each.language === language).map(({ pair }) => roughKey(pair));
}

/** One finding for all names a version of a row lacks: mostly they stood together. */
function report(missing: readonly MissingAt[]): readonly ReportOf<'nameMissing'>[] {
  return missing.slice(0, 1).map(({ row, language }) => {
    const last = row.compared[language].at(-1);
    const end = last?.text.length ?? 0;
    return {
      message: 'missing',
      params: {
        language,
        names: listNames(missing.map(({ pair: [first, second] }) => (language === 'en' ? first : second))),
      },
      spans: [
        { language, paragraphId: last?.id ?? '', start: end, end },
        ...missing.flatMap(({ pair }) => pair.map(spanOf)),
      ],
    };
  });
}

/** "Almazbek Atambayev, Kant". */
function listNames(names: readonly PlacedName[]): string {
  let list = '';
  names.forEach(({ text, run, paragraphId }, n) => {
    const before = names[n - 1];
    if (before) list += before.run === run && before.paragraphId === paragraphId ? ' ' : ', ';
    list += text;
  });
  return list;
}
