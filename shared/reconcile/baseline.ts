import { LANGUAGES } from '../model/language';
import { sameMarks } from '../model/mark';
import type { Paragraph, RichText } from '../model/paragraph';
import type { PastText } from '../model/revision';
import type { Row } from '../model/row';

/** What the present texts are compared with: what each paragraph itself remembers, or all texts of some time. */
export type BaselineRule =
  | { readonly rule: 'imported' }
  | { readonly rule: 'agreed' }
  | {
      readonly rule: 'texts';
      /** By paragraph id, in the order of the rows of that time. */
      readonly texts: ReadonlyMap<string, PastText>;
    };

export const AS_IMPORTED: BaselineRule = { rule: 'imported' };

export const AS_AGREED: BaselineRule = { rule: 'agreed' };

/** One object, so that what is shown of it need not be shown anew. */
export const NO_TEXT: RichText = { text: '', marks: [] };

/** All texts of some rows, row by row. */
export function textsOf(rows: readonly Row[]): readonly PastText[] {
  return rows.flatMap(({ id, cells }) =>
    LANGUAGES.flatMap((language) =>
      cells[language].paragraphs.map(({ id: paragraphId, text, marks }): PastText => ({
        paragraphId,
        rowId: id,
        language,
        content: { text, marks },
      })),
    ),
  );
}

/** The comparison with these texts. */
export function asTexts(texts: readonly PastText[]): BaselineRule {
  return { rule: 'texts', texts: new Map(texts.map((text) => [text.paragraphId, text])) };
}

/**
 * What a paragraph is compared with: the paragraph itself where nothing has changed, an empty text where it was not
 * there. What was never agreed is compared with the imported text.
 */
export function baselineText(rule: BaselineRule, paragraph: Paragraph): RichText {
  const text = pastText(rule, paragraph);
  return text === null || isSameText(text, paragraph) ? paragraph : text;
}

/** What a newer draft changes this paragraph from: the text of the last draft, or of the import before there was one. */
export function draftText({ draft, imported, text, marks }: Paragraph): RichText {
  return draft ?? imported ?? { text, marks };
}

function pastText(rule: BaselineRule, { id, imported, agreed }: Paragraph): RichText | null {
  switch (rule.rule) {
    case 'imported':
      return imported;
    case 'agreed':
      return agreed ?? imported;
    case 'texts':
      return rule.texts.get(id)?.content ?? NO_TEXT;
  }
}

/** Whether two texts have the same words and marks. */
export function isSameText(a: RichText, b: RichText): boolean {
  return a.text === b.text && sameMarks(a.marks, b.marks);
}

/** Whether any text of a row differs from the baseline. */
export function differsFrom(rule: BaselineRule, row: Row): boolean {
  return LANGUAGES.some((language) =>
    row.cells[language].paragraphs.some((paragraph) => baselineText(rule, paragraph) !== paragraph),
  );
}
