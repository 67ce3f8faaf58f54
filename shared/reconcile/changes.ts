import { LANGUAGES, type Language } from '../model/language';
import type { RichText } from '../model/paragraph';
import type { Row } from '../model/row';
import { baselineText, goneTexts, NO_TEXT, type BaselineRule } from './baseline';

/** A paragraph that says something else than in the baseline. */
export interface TextChange {
  readonly kind: 'edited' | 'added' | 'removed';
  /** The row it stands in; where it is gone, the row it stood in, which may be gone as well. */
  readonly rowId: string;
  readonly language: Language;
  readonly paragraphId: string;
  readonly before: RichText;
  readonly after: RichText;
}

/** Everything that differs from the baseline, row by row; what stood in rows that are gone comes last. */
export function findChanges(rows: readonly Row[], rule: BaselineRule): readonly TextChange[] {
  const gone = new Map<string, readonly TextChange[]>();
  for (const { content, ...place } of goneTexts(rule, rows)) {
    const removed = { ...place, kind: 'removed', before: content, after: NO_TEXT } as const;
    gone.set(place.rowId, [...(gone.get(place.rowId) ?? []), removed]);
  }
  const inRows = rows.flatMap((row) => {
    const left = gone.get(row.id) ?? [];
    gone.delete(row.id);
    return [...changesIn(row, rule), ...left];
  });
  return [...inRows, ...[...gone.values()].flat()];
}

function changesIn({ id: rowId, cells }: Row, rule: BaselineRule): readonly TextChange[] {
  return LANGUAGES.flatMap((language) =>
    cells[language].paragraphs.flatMap((paragraph): TextChange[] => {
      const before = baselineText(rule, paragraph);
      if (before === paragraph) return [];
      const { id: paragraphId, text, marks } = paragraph;
      const kind = before.text === '' ? 'added' : text === '' ? 'removed' : 'edited';
      return [{ kind, rowId, language, paragraphId, before, after: { text, marks } }];
    }),
  );
}
