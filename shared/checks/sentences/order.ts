import { LANGUAGES, type Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import type { ArticleCheck } from '../engine/check';
import type { FindingSpan } from '../engine/finding';
import { findOutOfOrder } from './out-of-order';

/** Paragraphs that one version has in another order than the two others. */
export const order: ArticleCheck<'order'> = {
  id: 'order',
  scope: 'article',
  severity: 'minor',
  category: 'designAndMarkup/layout',
  outOfOrder: (rows) =>
    new Map(
      findOutOfOrder(rows).flatMap(({ language, from, to }) =>
        [from, to].map(({ rowId }) => [rowId, language] as const),
      ),
    ),
  find: (rows) =>
    findOutOfOrder(rows).map(({ language, paragraph, to, between }) => {
      const [other] = to.all[language];
      const pair = other ? [other] : between;
      const isSwapped = pair.length === 1;
      return {
        message: isSwapped ? 'swapped' : 'moved',
        params: { language },
        spans: [
          ...whole(language, [paragraph, ...(isSwapped ? pair : [])]),
          ...LANGUAGES.filter((each) => each !== language).flatMap((each) => whole(each, to.all[each])),
        ],
        order: {
          paragraphId: paragraph.id,
          to: other ? { placeOf: other.id } : { rowId: to.rowId },
        },
      };
    }),
};

function whole(language: Language, paragraphs: readonly Paragraph[]): readonly FindingSpan[] {
  return paragraphs.map(({ id, text }) => ({ language, paragraphId: id, start: 0, end: text.length }));
}
