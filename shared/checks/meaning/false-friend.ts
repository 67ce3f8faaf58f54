import type { SentenceLink } from '../../align/link-sentences';
import { LANGUAGES, type Language } from '../../model/language';
import type { CheckedRow, RowCheck } from '../engine/check';
import { spanOf, type FindingSpan, type ReportOf } from '../engine/finding';
import { readOnce } from '../engine/read-once';
import { isSaidAgain } from '../sentences/said-again';
import { linksOf } from '../sentences/sentence-links';
import { placeOf, suspectedIn, type Suspected } from './read-false-friends';
import { readWords, type ReadWord } from './word-patterns';

/** How sure it has to be, 0 to 1, that sentences belong together. */
const SURE = 0.8;

const suspectedOf = readOnce((paragraph, language): readonly Suspected[] =>
  suspectedIn(paragraph.text, language),
);

const wordsOf = readOnce((paragraph): readonly ReadWord[] => readWords(paragraph.text));

/**
 * Words that look like those of another version and mean something else ("magazine" for «магазин»), and phrases put over
 * word for word ("legal field" for «правовое поле»). Of closed lists only, with what is meant.
 */
export const falseFriend: RowCheck<'falseFriend'> = {
  id: 'falseFriend',
  scope: 'row',
  severity: 'minor',
  category: 'accuracy/mistranslation',
  find: (row) => {
    const suspected = LANGUAGES.filter((language) =>
      row.compared[language].some((paragraph) => suspectedOf(paragraph, language).length > 0),
    );
    if (suspected.length === 0) return [];
    return linksOf(row).flatMap((link) =>
      link.confidence < SURE ? [] : tellOnce(suspected.flatMap((language) => inLink(row, link, language))),
    );
  },
};

interface Found {
  readonly report: ReportOf<'falseFriend'>;
  /** Whether the third version says what the source says. */
  readonly isBacked: boolean;
}

/**
 * "Decade" and «декада» are each the other's false friend: told from the side that the third version speaks for, else as
 * a mistake in English, which is mostly translated into.
 */
function tellOnce(found: readonly Found[]): readonly ReportOf<'falseFriend'>[] {
  const told: ReportOf<'falseFriend'>[] = [];
  const inOrder = [...found].reverse().sort((a, b) => Number(b.isBacked) - Number(a.isBacked));
  for (const { report } of inOrder)
    if (!told.some(({ spans }) => spans.some((span) => report.spans.some((other) => touch(span, other)))))
      told.push(report);
  return told;
}

function touch(a: FindingSpan, b: FindingSpan): boolean {
  return a.paragraphId === b.paragraphId && a.start < b.end && b.start < a.end;
}

function inLink(row: CheckedRow, link: SentenceLink, language: Language): readonly Found[] {
  return link[language].flatMap(({ paragraph: position, start, end }) => {
    const paragraph = row.compared[language][position];
    if (!paragraph) return [];
    return suspectedOf(paragraph, language).flatMap((each): readonly Found[] => {
      if (each.start < start || each.end > end) return [];
      const place = { language, paragraphId: paragraph.id, start: each.start, end: each.end };
      const { source, right, excuses, sourceWords } = each.friend;
      const here = wordsOf(paragraph, language).filter((word) => word.start >= start && word.end <= end);
      if (placeOf(here, excuses, language)) return [];
      const from = sourceIn(row, link, source, sourceWords);
      if (!from) return [];
      // Another word of the source says it, or the third version agrees with it.
      const third = LANGUAGES.find((other) => other !== language && other !== source);
      if (isSaidAgain(row, place, link, source, [from])) return [];
      if (third && isSaidAgain(row, place, link, third)) return [];
      const word = paragraph.text.slice(each.start, each.end);
      const report: ReportOf<'falseFriend'> = {
        message: 'looksLike',
        params: { language, word, original: from.text, right },
        spans: [place, spanOf(from)],
      };
      return [{ report, isBacked: third !== undefined && isSaidAgain(row, from, link, third) }];
    });
  });
}

function sourceIn(
  row: CheckedRow,
  link: SentenceLink,
  source: Language,
  sourceWords: Suspected['friend']['sourceWords'],
): (FindingSpan & { readonly text: string }) | null {
  for (const { paragraph: position, start, end } of link[source]) {
    const paragraph = row.compared[source][position];
    if (!paragraph) continue;
    const words = wordsOf(paragraph, source).filter((word) => word.start >= start && word.end <= end);
    const place = placeOf(words, sourceWords, source);
    if (place)
      return {
        ...place,
        language: source,
        paragraphId: paragraph.id,
        text: paragraph.text.slice(place.start, place.end),
      };
  }
  return null;
}
