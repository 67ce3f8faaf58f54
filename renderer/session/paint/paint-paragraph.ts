import type { TFunction } from 'i18next';
import { formatTime } from '../../../shared/interface/format-time';
import type { Settings } from '../../../shared/contract/settings';
import { diffStretch } from '../../../shared/diff/diff-stretch';
import { cutText } from '../../../shared/model/cut-text';
import type { Finding } from '../../../shared/checks/engine/finding';
import type { Flag } from '../../../shared/model/flag';
import type { Mark } from '../../../shared/model/mark';
import type { Paragraph, RichText } from '../../../shared/model/paragraph';
import { suggestionsIn, type Suggestion } from '../../../shared/reconcile/suggestions';
import type { Span } from '../../../shared/text/sentences';
import {
  cutPieces,
  NO_FINDINGS,
  type PaintFindings,
  type PaintHit,
  type PaintSentence,
  type Piece,
} from './pieces';
import { piecesWithin } from './stretch';

/** A paragraph as it stands, and all that is to be seen in it. */
export interface Look {
  readonly paragraph: Paragraph;
  /** The text it is compared with: the paragraph itself where nothing has changed. */
  readonly baseline: RichText;
  readonly flags: readonly Flag[];
  readonly findings: PaintFindings;
  readonly hits: readonly PaintHit[];
  readonly sentences: readonly PaintSentence[];
  /** The sentence link that is lit, if it is in this row. */
  readonly lit: number | null;
  readonly textView: Settings['textView'];
}

/** What names things: the translation, and the language of the interface. */
export interface Naming {
  readonly t: TFunction;
}

/** What an element has, by the names of HTML. */
export type Attributes = Readonly<Record<string, string>>;

/** A stretch of text that looks the same from end to end, or what stands at a point of the text and is no part of it. */
export interface Painted {
  /** A stretch of the text, words that are gone, or the sign of a flag or a finding that something is missing. */
  readonly kind: 'text' | 'gone' | 'point';
  /** UTF-16 offset in the text that is shown. */
  readonly start: number;
  /** Empty for a sign. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** How a change is shown: by an element around the text and its marks. */
  readonly change: { readonly tag: 'ins' | 'span'; readonly attributes: Attributes } | null;
  readonly attributes: Attributes;
  /** What the checks find here. */
  readonly findings: readonly Finding[];
}

/**
 * What is to be seen of a stretch of a paragraph, in the order it is seen in: the one answer for the text that is read and
 * for the one that is open. In _Original_ it is the earlier text, in which nothing of the present one has a place.
 */
export function paintParagraph(look: Look, stretch: Span, naming: Naming): readonly Painted[] {
  const { paragraph, baseline, lit } = look;
  const original = look.textView === 'original' && baseline !== paragraph;
  const suggestions = original ? [] : suggestionsIn(paragraph);
  const pieces = original
    ? cutPieces({ ...baseline, id: paragraph.id }, [], [], [], [], NO_FINDINGS, stretch)
    : presentPieces(look, stretch);
  return piecesWithin(pieces, stretch).map((piece) =>
    paintPiece(piece, lit, suggestionAt(suggestions, piece), naming),
  );
}

function presentPieces(look: Look, stretch: Span): readonly Piece[] {
  const { paragraph, baseline, flags, findings, hits, sentences, textView } = look;
  // What is suggested is shown in every view, and alone: it waits for a decision, other changes have been made.
  const former = paragraph.pending?.settled ?? (textView === 'changes' ? baseline : paragraph);
  const isShown = ({ start, end }: Span) => start <= stretch.end && end >= stretch.start;
  return cutPieces(
    paragraph,
    flags.filter(({ spans }) => spans.some((span) => span.at === 'text' && isShown(span))),
    hits.filter(isShown),
    former === paragraph ? [] : diffStretch(former, paragraph, stretch),
    sentences,
    {
      found: findings.found.filter(({ spans: [first] }) => first && isShown(first)),
      compared: findings.compared.filter(isShown),
    },
    stretch,
  );
}

/** The suggestion a changed piece of the text belongs to. */
function suggestionAt(suggestions: readonly Suggestion[], { start, change }: Piece): Suggestion | null {
  if (change === 'same') return null;
  return suggestions.find(({ after }) => after.start <= start && start <= after.end) ?? null;
}

function paintPiece(piece: Piece, lit: number | null, suggestion: Suggestion | null, { t }: Naming): Painted {
  const { start, text, marks, change, moved, insertionFlag, insertionFinding } = piece;
  const painted = { kind: 'text', start, text, marks, change: null, attributes: {}, findings: [] } as const;
  if (insertionFlag) {
    const { id, severity, note } = insertionFlag;
    const attributes = {
      class: 'flag-point',
      'data-severity': severity,
      'data-flag': id,
      title: cutText(note) || t('flag.insertionPoint'),
    };
    return { ...painted, kind: 'point', text: '', attributes };
  }
  if (insertionFinding) {
    const attributes = {
      class: 'finding-point',
      'data-finding': insertionFinding.key,
      'aria-hidden': 'true',
    };
    return { ...painted, kind: 'point', text: '', attributes, findings: [insertionFinding] };
  }
  const changed = attributesOf({
    class: classes({ restyled: change === 'restyled', suggested: suggestion !== null, moved }),
    title: changeTitle(suggestion, moved, t),
  });
  if (change === 'deleted') return { ...painted, kind: 'gone', attributes: changed };
  return {
    ...painted,
    change: change === 'same' ? null : { tag: change === 'inserted' ? 'ins' : 'span', attributes: changed },
    attributes: textAttributes(piece, lit, t),
    findings: piece.findings,
  };
}

function changeTitle(suggestion: Suggestion | null, moved: boolean, t: TFunction): string | undefined {
  const by = suggestion?.by;
  if (by) return t('suggestion.by', { author: by.author, time: formatTime(by.time, t) });
  if (suggestion) return t('suggestion.some');
  return moved ? t('cell.moved') : undefined;
}

function textAttributes(piece: Piece, lit: number | null, t: TFunction): Attributes {
  const { sentence, hit, hidden } = piece;
  const flag = piece.flags.find(({ status }) => status === 'open');
  const [finding] = piece.findings;
  const unlinked = sentence?.linked === false;
  const sign = hidden === null ? undefined : t('cell.hidden', { code: hidden });
  return attributesOf({
    class: classes({
      flagged: flag !== undefined,
      found: finding !== undefined,
      compared: piece.compared,
      hit: hit !== 'none',
      current: hit === 'current',
      unlinked,
      lit: sentence !== null && sentence.link === lit,
      'hidden-character': hidden !== null,
    }),
    'data-severity': flag?.severity,
    'data-flag': flag?.id,
    'data-finding': finding?.key,
    'data-link': sentence?.link.toString(),
    'data-sentence': sentence?.start.toString(),
    role: sign && 'img',
    'aria-label': sign,
    title: sign ?? (cutText(flag?.note ?? '') || (unlinked && !finding ? t('cell.unlinked') : undefined)),
  });
}

function classes(said: Readonly<Record<string, boolean>>): string {
  return Object.keys(said)
    .filter((name) => said[name])
    .join(' ');
}

/** Those that say something. */
function attributesOf(all: Readonly<Record<string, string | undefined>>): Attributes {
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
