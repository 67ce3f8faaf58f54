import type { TFunction } from 'i18next';
import type { Settings } from '../../../shared/contract/settings';
import { diffStretch } from '../../../shared/diff/diff-stretch';
import { findingSentence } from '../../../shared/contract/finding-sentence';
import { cutText } from '../../../shared/model/cut-text';
import type { Finding } from '../../../shared/checks/engine/finding';
import { SEVERITIES, type Flag } from '../../../shared/model/flag';
import type { Mark } from '../../../shared/model/mark';
import type { Paragraph, RichText } from '../../../shared/model/paragraph';
import { suggestionsIn, type Suggestion } from '../../../shared/reconcile/suggestions';
import type { Span } from '../../../shared/text/sentences';
import { formerText } from '../matters/changes-in';
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
}

/**
 * What is to be seen of a stretch of a paragraph, in the order it is seen in: the one answer for the text that is read and
 * for the one that is open. In _Original_ it is the earlier text, in which nothing of the present one has a place.
 */
export function paintParagraph(look: Look, stretch: Span, t: TFunction): readonly Painted[] {
  const { paragraph, baseline, lit } = look;
  const original = look.textView === 'original' && baseline !== paragraph;
  const suggestions = original ? [] : suggestionsIn(paragraph);
  const pieces = original
    ? cutPieces({ ...baseline, id: paragraph.id }, [], [], [], [], NO_FINDINGS, stretch)
    : presentPieces(look, stretch);
  return piecesWithin(pieces, stretch).map((piece) =>
    paintPiece(piece, lit, suggestionAt(suggestions, piece), t),
  );
}

function presentPieces(look: Look, stretch: Span): readonly Piece[] {
  const { paragraph, baseline, flags, findings, hits, sentences, textView } = look;
  const former = formerText(paragraph, baseline, textView);
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

function paintPiece(piece: Piece, lit: number | null, suggestion: Suggestion | null, t: TFunction): Painted {
  const { start, text, marks, change, moved, insertionFlag, insertionFinding } = piece;
  const painted = { kind: 'text', start, text, marks, change: null, attributes: {} } as const;
  if (insertionFlag) {
    const { id, severity, note } = insertionFlag;
    const attributes = {
      class: 'flag-point',
      'data-severity': severity,
      'data-flag': id,
      role: 'img',
      'aria-label': cutText(note) || t('flag.insertionPoint'),
    };
    return { ...painted, kind: 'point', text: '', attributes };
  }
  if (insertionFinding) {
    const attributes = {
      class: 'finding-point',
      'data-severity': insertionFinding.severity,
      'data-finding': insertionFinding.key,
      role: 'img',
      'aria-label': findingSentence(insertionFinding, t),
    };
    return { ...painted, kind: 'point', text: '', attributes };
  }
  const changed = attributesOf({
    class: classes({
      restyled: change === 'restyled',
      suggested: suggestion !== null,
      moved,
      'new-line': change === 'inserted' && text.includes('\n'),
    }),
    'data-change': change === 'same' ? undefined : start.toString(),
  });
  // A line break that is gone breaks no line.
  if (change === 'deleted')
    return { ...painted, kind: 'gone', text: text.replaceAll('\n', '↵'), attributes: changed };
  return {
    ...painted,
    change: change === 'same' ? null : { tag: change === 'inserted' ? 'ins' : 'span', attributes: changed },
    attributes: textAttributes(piece, lit, t),
  };
}

function textAttributes(piece: Piece, lit: number | null, t: TFunction): Attributes {
  const { sentence, hit, hidden } = piece;
  const flag = piece.flags.find(({ status }) => status === 'open');
  const finding = gravest(piece.findings);
  const unlinked = sentence?.linked === false;
  const sign = hidden === null ? undefined : t('cell.hidden', { code: hidden });
  return attributesOf({
    class: classes({
      flagged: flag !== undefined,
      found: finding !== undefined,
      'from-here': piece.edges.includes('start'),
      'to-here': piece.edges.includes('end'),
      compared: piece.compared !== 'no',
      much: piece.compared === 'much',
      hit: hit !== 'none',
      current: hit === 'current',
      unlinked,
      lit: sentence !== null && sentence.link === lit,
      'hidden-character': hidden !== null,
    }),
    'data-severity': flag?.severity,
    'data-flag': flag?.id,
    'data-finding': finding?.key,
    'data-found': finding?.severity,
    'data-link': sentence?.link.toString(),
    'data-sentence': sentence?.start.toString(),
    role: sign && 'img',
    'aria-label': sign,
    title: sign ?? (unlinked && !finding && !flag ? t('cell.unlinked') : undefined),
  });
}

/** Of what is found in one place, what is most severe. */
function gravest(findings: readonly Finding[]): Finding | undefined {
  return findings.toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity))[0];
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
