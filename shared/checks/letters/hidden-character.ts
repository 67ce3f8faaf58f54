import { LANGUAGES } from '../../model/language';
import { hiddenCharacters } from '../../text/hidden-characters';
import type { RowCheck } from '../engine/check';
import { readOnce } from '../engine/read-once';
import type { ReportOf } from '../engine/finding';

const reportsOf = readOnce((paragraph, language): readonly ReportOf<'hiddenCharacter'>[] => {
  const hidden = hiddenCharacters(paragraph.text);
  if (hidden.length === 0) return [];
  const spans = hidden.map(({ start, end }) => ({ language, paragraphId: paragraph.id, start, end }));
  return [
    {
      message: hidden.some(({ turns }) => turns) ? 'turns' : 'hidden',
      params: { codes: [...new Set(hidden.map(({ code }) => code))].join(', ') },
      spans,
      fixes: spans.map((span) => ({ ...span, text: '' })),
    },
  ];
});

/** Characters nobody sees: one finding for each paragraph that has any. */
export const hiddenCharacter: RowCheck<'hiddenCharacter'> = {
  id: 'hiddenCharacter',
  scope: 'row',
  severity: 'major',
  category: 'linguisticConventions/characterEncoding',
  find: ({ all }) =>
    LANGUAGES.flatMap((language) => all[language].flatMap((paragraph) => reportsOf(paragraph, language))),
};
