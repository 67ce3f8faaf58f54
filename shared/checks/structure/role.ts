import { LANGUAGES, type Language } from '../../model/language';
import { headingLevel, type Paragraph, type Role } from '../../model/paragraph';
import type { RowCheck } from '../engine/check';

/** What a reader tells apart at a glance; lists and quotations are set differently by every newsroom. */
type Kind = 'heading' | 'caption' | 'body';

function kindOf(role: Role): Kind {
  if (role === 'title' || headingLevel(role) !== null) return 'heading';
  return role === 'caption' ? 'caption' : 'body';
}

/** A heading or a caption in two versions that is something else in the third, or the other way round. */
export const role: RowCheck<'role'> = {
  id: 'role',
  scope: 'row',
  severity: 'minor',
  category: 'designAndMarkup/layout',
  find: ({ compared }) => {
    const [first, second, third] = LANGUAGES.map((language) => ({
      language,
      paragraphs: compared[language],
    }));
    if (!first || !second || !third) return [];
    for (const [odd, ...others] of [
      [first, second, third],
      [second, first, third],
      [third, first, second],
    ] as const) {
      const [kind, ...kinds] = [odd, ...others].map(({ paragraphs }) => soleKind(paragraphs));
      const [agreed] = kinds;
      if (!kind || !agreed || kind === agreed || kinds.some((each) => each !== agreed)) continue;
      return [
        {
          message: agreed,
          params: { language: odd.language },
          spans: [odd, ...others].flatMap(({ language, paragraphs }) => whole(language, paragraphs)),
        },
      ];
    }
    return [];
  },
};

function soleKind(paragraphs: readonly Paragraph[]): Kind | null {
  const [only, ...more] = paragraphs;
  return only && more.length === 0 ? kindOf(only.role) : null;
}

function whole(language: Language, paragraphs: readonly Paragraph[]) {
  return paragraphs.map(({ id: paragraphId, text }) => ({
    language,
    paragraphId,
    start: 0,
    end: text.length,
  }));
}
