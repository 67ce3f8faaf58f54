import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { diffRich } from '../../../shared/diff/diff-rich';
import type { Flag } from '../../../shared/model/flag';
import type { Mark } from '../../../shared/model/mark';
import type { Paragraph } from '../../../shared/model/paragraph';
import type { Settings } from '../../../shared/contract/settings';
import { paintPieces, type PaintHit, type Piece } from './paint';
import type { LinkedSentence } from '../../store/sentence-links';

/** The static text of a paragraph: its marks, flags, search hits, and what changed since the import. */
export const ParagraphText = memo(function ParagraphText({
  paragraph,
  flags,
  hits,
  textView,
  sentences,
  lit,
}: {
  readonly paragraph: Paragraph;
  readonly flags: readonly Flag[];
  readonly hits: readonly PaintHit[];
  readonly textView: Settings['textView'];
  readonly sentences: readonly LinkedSentence[];
  /** The sentence link that is lit, if it is in this row. */
  readonly lit: number | null;
}) {
  const { imported } = paragraph;
  const original = textView === 'original' && imported !== null;
  const shown = original ? { ...imported, id: paragraph.id } : paragraph;
  const changes = textView === 'changes' && imported ? diffRich(imported, paragraph) : [];
  // Flags and hits are placed in the present text: they have no place in the original one.
  const pieces = paintPieces(
    shown,
    original ? [] : flags,
    original ? [] : hits,
    changes,
    original ? [] : sentences,
  );
  return pieces.map((piece, i) => <PieceView key={i} piece={piece} lit={lit} />);
});

function PieceView({ piece, lit }: { readonly piece: Piece; readonly lit: number | null }) {
  const { t } = useTranslation();
  if (piece.insertionFlag) {
    return (
      <span
        className="flag-point"
        data-severity={piece.insertionFlag.severity}
        data-flag={piece.insertionFlag.id}
        title={piece.insertionFlag.note || t('flag.insertionPoint')}
      />
    );
  }
  if (piece.change === 'deleted') return <del data-deleted="">{piece.text}</del>;
  const open = piece.flags.filter((flag) => flag.status === 'open');
  const [flag] = open;
  const { sentence } = piece;
  const classes = [
    flag ? 'flagged' : '',
    piece.hit === 'none' ? '' : 'hit',
    piece.hit === 'current' ? 'current' : '',
    sentence && !sentence.linked ? 'unlinked' : '',
    sentence && sentence.link === lit ? 'lit' : '',
  ];
  const text = (
    <span
      data-start={piece.start}
      className={classes.filter(Boolean).join(' ') || undefined}
      data-severity={flag?.severity}
      data-flag={flag?.id}
      data-link={sentence?.link}
      data-sentence={sentence?.start}
      title={flag?.note || (sentence && !sentence.linked ? t('cell.unlinked') : undefined)}
    >
      {piece.text}
    </span>
  );
  const marked = piece.marks.reduceRight<ReactNode>(
    (inner, mark) => <MarkView mark={mark}>{inner}</MarkView>,
    text,
  );
  if (piece.change === 'restyled') return <span className="restyled">{marked}</span>;
  return piece.change === 'inserted' ? <ins>{marked}</ins> : marked;
}

function MarkView({ mark, children }: { readonly mark: Mark; readonly children: ReactNode }) {
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
        <span className="link" title={mark.href} data-href={mark.href}>
          {children}
        </span>
      );
  }
}
