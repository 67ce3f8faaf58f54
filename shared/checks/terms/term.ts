import type { Term } from '../../glossary/term';
import { LANGUAGES, type Language } from '../../model/language';
import type { CheckedRow, RowCheck } from '../engine/check';
import { spanOf, type ReportOf } from '../engine/finding';
import { glossaryTerms, termsIn, type TermPlace } from './terms';

/** A term of the glossary that one version of a row has, and another has none of the words agreed for it. */
export const term: RowCheck<'term'> = {
  id: 'term',
  scope: 'row',
  severity: 'major',
  category: 'terminology/inconsistentWithResource',
  find: (row, context) => {
    const terms = glossaryTerms(context);
    if (terms.list.length === 0) return [];
    const versions = LANGUAGES.filter((language) => row.compared[language].length > 0);
    const places = new Map<number, TermPlace[]>();
    for (const place of versions.flatMap((language) => termsIn(terms, row, language))) {
      const others = places.get(place.term);
      if (others) others.push(place);
      else places.set(place.term, [place]);
    }
    return [...places].flatMap(([n, found]) => {
      const agreed = terms.list[n];
      return agreed ? judgeTerm(row, versions, agreed, found) : [];
    });
  },
};

function judgeTerm(
  row: CheckedRow,
  versions: readonly Language[],
  agreed: Term,
  places: readonly TermPlace[],
): readonly ReportOf<'term'>[] {
  const asked = versions.filter((language) => agreed[language].length > 0);
  const lacking = asked.filter((language) => !places.some((place) => place.language === language));
  const meant = places.filter(({ sure, nested }) => sure && !nested);
  const having = asked.filter((language) => meant.some((place) => place.language === language));
  const [first] = meant;
  if (lacking.length === 0 || !first) return [];
  const name = agreed[first.language][first.equivalent] ?? '';
  // Where two versions of three lack it, the third may well mean something else by the word.
  if (lacking.length > having.length) {
    const params = { language: first.language, term: name, others: lacking.join(' ') };
    return [{ message: 'alone', params, severity: 'minor', spans: meant.map(spanOf) }];
  }
  return lacking.map((language) => {
    const last = row.compared[language].at(-1);
    const end = last?.text.length ?? 0;
    return {
      message: 'missing',
      params: { language, term: name, agreed: agreed[language].join(', ') },
      spans: [{ language, paragraphId: last?.id ?? '', start: end, end }, ...meant.map(spanOf)],
    };
  });
}
