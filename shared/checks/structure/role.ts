import { LANGUAGES, type Language } from '../../model/language';
import { headingLevel, type Paragraph, type Role } from '../../model/paragraph';
import type { RowCheck } from '../engine/check';
import type { ReportOf } from '../engine/finding';

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
      const stop = agreed === 'heading' ? stopOfHeading(odd, others) : null;
      if (stop) return [stop];
      return [tell(agreed, odd, others)];
    }
    return [];
  },
};

/** What each is, and what would make the odd one like the others. A cell of a table stays one. */
function tell(message: Kind, odd: Side, others: readonly Side[]): ReportOf<'role'> {
  const { language } = odd;
  const [is, elsewhere] = [odd, others[0]].map((side) => side?.paragraphs[0]);
  const isGiven = is && elsewhere && is.role !== 'tableCell' && elsewhere.role !== 'tableCell';
  return {
    message,
    params: {
      language,
      others: others.map((other) => other.language).join(' '),
      is: is?.role ?? '',
      elsewhere: elsewhere?.role ?? '',
    },
    spans: [odd, ...others].flatMap((side) => whole(side.language, side.paragraphs)),
    ...(isGiven && {
      role: { paragraphId: is.id, role: elsewhere.role, like: others[0]?.language ?? language },
    }),
  };
}

interface Side {
  readonly language: Language;
  readonly paragraphs: readonly Paragraph[];
}

/** A text longer by so much than the longest of the others is no heading. */
const MUCH_LONGER = 1.7;

/** A full stop behind a heading, for which it is taken for text, where the others' headings have none. */
function stopOfHeading(
  { language, paragraphs: [odd] }: Side,
  others: readonly Side[],
): ReportOf<'role'> | null {
  const headings = others.flatMap(({ paragraphs }) => paragraphs);
  const longest = Math.max(...headings.map(({ text }) => text.length));
  if (!odd || !/[^.\s]\.\s*$/u.test(odd.text) || odd.text.length > longest * MUCH_LONGER) return null;
  if (headings.some(({ text }) => /\.\s*$/u.test(text)) || /[.!?…]\s/u.test(odd.text.trimEnd())) return null;
  const start = odd.text.lastIndexOf('.');
  const place = { language, paragraphId: odd.id, start, end: start + 1 };
  return {
    message: 'stop',
    params: { language },
    spans: [place, ...others.flatMap((other) => whole(other.language, other.paragraphs))],
    fixes: [{ ...place, text: '' }],
  };
}

function soleKind(paragraphs: readonly Paragraph[]): Kind | null {
  const [only, ...more] = paragraphs;
  return only && more.length === 0 && !only.picture ? kindOf(only.role) : null;
}

function whole(language: Language, paragraphs: readonly Paragraph[]) {
  return paragraphs.map(({ id: paragraphId, text }) => ({
    language,
    paragraphId,
    start: 0,
    end: text.length,
  }));
}
