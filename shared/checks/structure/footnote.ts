import { LANGUAGES, type Language } from '../../model/language';
import type { CheckedRow, RowCheck } from '../engine/check';
import { readOnce } from '../engine/read-once';
import type { FindingSpan, ReportOf } from '../engine/finding';

interface Marker extends FindingSpan {
  readonly label: string;
}

/** Footnote references as marked by the importer, and as typed: "[3]". */
const markersOf = readOnce((paragraph, language): readonly Marker[] => {
  const { id: paragraphId, text, marks } = paragraph;
  const marked = marks.flatMap((mark) =>
    mark.type === 'footnoteReference'
      ? [{ language, paragraphId, start: mark.start, end: mark.end, label: mark.label }]
      : [],
  );
  const typed = [...text.matchAll(/\[(\d{1,3})\]/g)].map(({ 0: found, 1: label = '', index }) => ({
    language,
    paragraphId,
    start: index,
    end: index + found.length,
    label,
  }));
  return [
    ...marked,
    ...typed.filter(({ start }) => !marked.some((mark) => mark.start <= start && start < mark.end)),
  ];
});

/** A footnote marker that one version has and another lacks, or has more often. */
export const footnote: RowCheck<'footnote'> = {
  id: 'footnote',
  scope: 'row',
  severity: 'major',
  category: 'designAndMarkup/linkOrCrossReference',
  find: (row) => {
    const versions = LANGUAGES.filter((language) => row.compared[language].length > 0);
    const markers = new Map(
      versions.map((language) => [
        language,
        row.compared[language].flatMap((paragraph) => markersOf(paragraph, language)),
      ]),
    );
    const labels = new Set([...markers.values()].flatMap((all) => all.map(({ label }) => label)));
    return [...labels].flatMap((label) => {
      const places = (language: Language): readonly Marker[] =>
        markers.get(language)?.filter((marker) => marker.label === label) ?? [];
      const most = Math.max(...versions.map((language) => places(language).length));
      const lacking = versions.filter((language) => places(language).length < most);
      return lacking.map((language) =>
        missing(
          row,
          language,
          label,
          versions.flatMap((other) => places(other)),
        ),
      );
    });
  },
};

function missing(
  row: CheckedRow,
  language: Language,
  label: string,
  others: readonly Marker[],
): ReportOf<'footnote'> {
  const last = row.compared[language].at(-1);
  const end = last?.text.length ?? 0;
  return {
    message: 'missing',
    params: { label, language },
    spans: [
      { language, paragraphId: last?.id ?? '', start: end, end },
      ...others
        .filter((other) => other.language !== language)
        .map(({ language: other, paragraphId, start, end: to }) => ({
          language: other,
          paragraphId,
          start,
          end: to,
        })),
    ],
  };
}
