import type { TFunction } from 'i18next';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cutText } from '../../../../shared/model/cut-text';
import type { Mark } from '../../../../shared/model/mark';
import { STYLE_TAGS } from '../../../../shared/text/element-styles';
import { bridge } from '../../../session/bridge';
import {
  paintParagraph,
  type Attributes,
  type Look,
  type Painted,
} from '../../../session/paint/paint-paragraph';

/** The static text of a paragraph: its marks, flags, search hits, and what changed against the baseline. */
export const ParagraphText = memo(function ParagraphText({
  look,
  from,
  to,
}: {
  readonly look: Look;
  /** The stretch of the text that is shown, UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
}) {
  // Once for all pieces: asked for in each, it takes longer than all the rest.
  const { t } = useTranslation();
  return paintParagraph(look, { start: from, end: to }, t).map((piece, i) => (
    <PieceView key={i} piece={piece} t={t} />
  ));
});

function PieceView({ piece, t }: { readonly piece: Painted; readonly t: TFunction }) {
  const { kind, start, text, marks, change, attributes } = piece;
  if (kind === 'point') return <span {...inReact(attributes)} />;
  if (kind === 'gone')
    return (
      <del data-deleted="" {...inReact(attributes)}>
        {text}
      </del>
    );
  const marked = marks.reduceRight<ReactNode>(
    (inner, mark) => (
      <MarkView mark={mark} t={t}>
        {inner}
      </MarkView>
    ),
    <span data-start={start} {...inReact(attributes)}>
      {text}
    </span>,
  );
  if (!change) return marked;
  return <change.tag {...inReact(change.attributes)}>{marked}</change.tag>;
}

/** React has a name of its own for the class. */
function inReact({ class: className, ...attributes }: Attributes) {
  return className === undefined ? attributes : { ...attributes, className };
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
    case 'smallCaps':
      return <span className="small-caps">{children}</span>;
    case 'footnoteReference':
      return <sup className="footnote-reference">{children}</sup>;
    case 'link':
      return (
        <LinkView href={mark.href} t={t}>
          {children}
        </LinkView>
      );
    default: {
      const Tag = STYLE_TAGS[mark.type];
      return <Tag>{children}</Tag>;
    }
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
