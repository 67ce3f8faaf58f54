import { diffTexts } from '../diff/diff-words';
import { mapSpan } from '../diff/map-offset';
import { withinLimits } from '../model/excess';
import type { Language } from '../model/language';
import { sliceMarks, withoutOverlaps } from '../model/mark';
import type { Block, Paragraph, RichText } from '../model/paragraph';
import { partText } from '../text/part-text';
import type { Span } from '../text/sentences';

/** One part of a parted paragraph, and where its text stood in the whole. */
export interface ParagraphPart extends Span {
  readonly paragraph: Paragraph;
}

/**
 * A paragraph as parts that are within the limits; one part where it is within them. Each has its part of what the
 * paragraph remembers; a former text of which a part would be too long itself is forgotten. Later parts are named after
 * the first ("p7~2").
 */
export function partParagraph(whole: Paragraph, language: Language): readonly ParagraphPart[] {
  const paragraph = { ...whole, marks: withoutOverlaps(whole.marks) };
  const parts = partText(paragraph.text, paragraph.marks, language);
  const { imported, draft, agreed, pending, checked, ...rest } = paragraph;
  const former = (other: RichText | null | undefined) => other && cutAlike(paragraph.text, parts, other);
  const formerImported = former(imported);
  const formerDraft = former(draft);
  const formerAgreed = former(agreed);
  const formerSettled = former(pending?.settled);
  const formerChecked = Object.entries(checked ?? {}).map(
    ([other, text]) =>
      [other, text === null ? null : former(text === undefined ? null : { text, marks: [] })] as const,
  );
  return parts.map((part, n) => {
    const settled = kept(formerSettled?.[n]);
    const by = partSpans(pending?.by ?? [], parts, n);
    const checkedParts = formerChecked.map(
      ([other, texts]) => [other, texts ? (kept(texts[n])?.text ?? null) : null] as const,
    );
    const draftPart = kept(formerDraft?.[n]);
    const agreedPart = kept(formerAgreed?.[n]);
    return {
      ...part,
      paragraph: {
        ...(n === 0 ? rest : continued({ ...rest, id: `${rest.id}~${n + 1}` })),
        ...slice(paragraph, part),
        imported: kept(formerImported?.[n]) ?? null,
        ...(draftPart && { draft: draftPart }),
        ...(agreedPart && { agreed: agreedPart }),
        ...(pending && settled && { pending: { settled, by } }),
        ...(checked && { checked: Object.fromEntries(checkedParts) }),
      },
    };
  });
}

/** What the later parts of a parted block are: the title and the number of a list stay with the first. */
export function continued<B extends Block>(block: B): B {
  const stays = ['quotation', 'caption', 'tableCell'].includes(block.role);
  return { ...block, role: stays ? block.role : 'paragraph', label: '', depth: 0 };
}

/** Another text of a paragraph cut where the present one is cut: a part of it for each of those. */
export function cutAlike(text: string, parts: readonly Span[], other: RichText): readonly RichText[] {
  if (parts.length < 2) return [other];
  const runs = diffTexts(text, other.text);
  const starts = parts.map(({ start }, n) => (n === 0 ? 0 : mapSpan({ start, end: start }, runs).start));
  return starts.map((from, n) => {
    const to = starts[n + 1] ?? other.text.length;
    const end = from + other.text.slice(from, to).trimEnd().length;
    return slice(other, { start: end - other.text.slice(from, end).trimStart().length, end });
  });
}

/** The spans that begin in the part `n`, as far as it goes, counted from its start. */
export function partSpans<S extends Span>(
  spans: readonly S[],
  parts: readonly Span[],
  n: number,
): readonly S[] {
  const part = parts[n];
  if (!part) return [];
  const next = parts[n + 1]?.start ?? Infinity;
  return spans
    .filter(({ start }) => (n === 0 || start >= part.start) && start < next)
    .map((span) => ({ ...span, ...within(span, part) }));
}

/** A stretch of a text with its marks. */
export function slice({ text, marks }: RichText, { start, end }: Span): RichText {
  return { text: text.slice(start, end), marks: sliceMarks(marks, start, end) };
}

/** A stretch that begins in a part, as far as the part goes, counted from its start. */
export function within({ start, end }: Span, part: Span): Span {
  const length = part.end - part.start;
  const from = Math.min(Math.max(0, start - part.start), length);
  return { start: from, end: Math.min(Math.max(from, end - part.start), length) };
}

function kept(rich: RichText | undefined): RichText | null {
  return rich && withinLimits(rich) ? rich : null;
}
