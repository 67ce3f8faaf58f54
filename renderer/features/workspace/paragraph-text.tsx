import type { TFunction } from 'i18next';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { diffStretch } from '../../../shared/diff/diff-stretch';
import type { Flag } from '../../../shared/model/flag';
import type { Mark } from '../../../shared/model/mark';
import type { Paragraph, RichText } from '../../../shared/model/paragraph';
import type { Settings } from '../../../shared/contract/settings';
import { cutText } from '../../../shared/model/cut-text';
import { NO_FINDINGS, paintPieces, type PaintFindings, type PaintHit, type Piece } from './paint';
import { piecesWithin } from './stretch';
import type { Span } from '../../../shared/text/sentences';
import { bridge } from '../../session/bridge';
import { suggestionsIn, type Suggestion } from '../../../shared/reconcile/suggestions';
import { formatTime } from '../../../shared/interface/format-time';
import type { LinkedSentence } from '../../session/sentence-links';

/** The static text of a paragraph: its marks, flags, search hits, and what changed against the baseline. */
export const ParagraphText = memo(function ParagraphText({
  paragraph,
  baseline,
  flags,
  findings,
  hits,
  textView,
  sentences,
  lit,
  from,
  to,
}: {
  readonly paragraph: Paragraph;
  /** The text it is compared with: the paragraph itself where nothing has changed. */
  readonly baseline: RichText;
  readonly flags: readonly Flag[];
  readonly findings: PaintFindings;
  readonly hits: readonly PaintHit[];
  readonly textView: Settings['textView'];
  readonly sentences: readonly LinkedSentence[];
  /** The sentence link that is lit, if it is in this row. */
  readonly lit: number | null;
  /** The stretch of the text that is shown, UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
}) {
  // Once for all pieces: asked for in each, it takes longer than all the rest.
  const { t } = useTranslation();
  const { pending } = paragraph;
  const changed = baseline !== paragraph;
  const original = textView === 'original' && changed;
  const shown = original ? { ...baseline, id: paragraph.id } : paragraph;
  // What is suggested is shown in every view, and alone: it waits for a decision, other changes have been made.
  const former = pending && !original ? pending.settled : textView === 'changes' && changed ? baseline : null;
  const changes = former ? diffStretch(former, paragraph, { start: from, end: to }) : [];
  const suggestions = original ? [] : suggestionsIn(paragraph);
  const isShown = ({ start, end }: Span) => start <= to && end >= from;
  // Flags and hits are placed in the present text: they have no place in the original one.
  const pieces = paintPieces(
    shown,
    original ? [] : flags.filter(({ spans }) => spans.some((span) => span.at === 'text' && isShown(span))),
    original ? [] : hits.filter(isShown),
    changes,
    original ? [] : sentences,
    original
      ? NO_FINDINGS
      : {
          found: findings.found.filter(({ spans: [first] }) => first && isShown(first)),
          compared: findings.compared.filter(isShown),
        },
    { start: from, end: to },
  );
  return piecesWithin(pieces, { start: from, end: to }).map((piece, i) => (
    <PieceView key={i} piece={piece} lit={lit} suggestion={suggestionAt(suggestions, piece)} t={t} />
  ));
});

/** The suggestion a changed piece of the text belongs to. */
function suggestionAt(suggestions: readonly Suggestion[], { start, change }: Piece): Suggestion | null {
  if (change === 'same') return null;
  return suggestions.find(({ after }) => after.start <= start && start <= after.end) ?? null;
}

function PieceView({
  piece,
  lit,
  suggestion,
  t,
}: {
  readonly piece: Piece;
  readonly lit: number | null;
  readonly suggestion: Suggestion | null;
  readonly t: TFunction;
}) {
  const by = suggestion?.by;
  const suggested =
    [suggestion ? 'suggested' : '', piece.moved ? 'moved' : ''].filter(Boolean).join(' ') || undefined;
  const title = by
    ? t('suggestion.by', { author: by.author, time: formatTime(by.time, t) })
    : suggestion
      ? t('suggestion.some')
      : piece.moved
        ? t('cell.moved')
        : undefined;
  if (piece.insertionFlag) {
    return (
      <span
        className="flag-point"
        data-severity={piece.insertionFlag.severity}
        data-flag={piece.insertionFlag.id}
        title={cutText(piece.insertionFlag.note) || t('flag.insertionPoint')}
      />
    );
  }
  if (piece.insertionFinding)
    return <span className="finding-point" data-finding={piece.insertionFinding.key} aria-hidden="true" />;
  if (piece.change === 'deleted')
    return (
      <del data-deleted="" className={suggested} title={title}>
        {piece.text}
      </del>
    );
  const open = piece.flags.filter((flag) => flag.status === 'open');
  const [flag] = open;
  const [finding] = piece.findings;
  const { sentence } = piece;
  const classes = [
    flag ? 'flagged' : '',
    finding ? 'found' : '',
    piece.compared ? 'compared' : '',
    piece.hit === 'none' ? '' : 'hit',
    piece.hit === 'current' ? 'current' : '',
    sentence && !sentence.linked ? 'unlinked' : '',
    sentence && sentence.link === lit ? 'lit' : '',
    piece.hidden ? 'hidden-character' : '',
  ];
  const hidden = piece.hidden && t('cell.hidden', { code: piece.hidden });
  const text = (
    <span
      data-start={piece.start}
      className={classes.filter(Boolean).join(' ') || undefined}
      data-severity={flag?.severity}
      data-flag={flag?.id}
      data-finding={finding?.key}
      data-link={sentence?.link}
      data-sentence={sentence?.start}
      {...(hidden ? { role: 'img', 'aria-label': hidden } : {})}
      title={
        hidden ||
        cutText(flag?.note ?? '') ||
        (sentence && !sentence.linked && !finding ? t('cell.unlinked') : undefined)
      }
    >
      {piece.text}
    </span>
  );
  const marked = piece.marks.reduceRight<ReactNode>(
    (inner, mark) => (
      <MarkView mark={mark} t={t}>
        {inner}
      </MarkView>
    ),
    text,
  );
  if (piece.change === 'restyled')
    return (
      <span className={suggestion ? 'restyled suggested' : 'restyled'} title={title}>
        {marked}
      </span>
    );
  if (piece.change !== 'inserted') return marked;
  return (
    <ins className={suggested} title={title}>
      {marked}
    </ins>
  );
}

function MarkView({
  mark,
  t,
  children,
}: {
  readonly mark: Mark;
  readonly t: TFunction;
  readonly children: ReactNode;
}) {
  switch (mark.type) {
    case 'strong':
      return <strong>{children}</strong>;
    case 'emphasis':
      return <em>{children}</em>;
    case 'superscript':
      return <sup>{children}</sup>;
    case 'footnoteReference':
      return <sup className="footnote-reference">{children}</sup>;
    case 'link':
      return (
        <LinkView href={mark.href} t={t}>
          {children}
        </LinkView>
      );
  }
}

/** A link is text to be worked on; with Ctrl or ⌘ held down a click leads where it leads, after asking. */
function LinkView({
  href,
  t,
  children,
}: {
  readonly href: string;
  readonly t: TFunction;
  readonly children: ReactNode;
}) {
  return (
    <span
      className="link"
      title={t('cell.link', { href: cutText(href) })}
      data-href={href}
      onClick={(event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.stopPropagation();
        void bridge.request('link/open', { href });
      }}
    >
      {children}
    </span>
  );
}
