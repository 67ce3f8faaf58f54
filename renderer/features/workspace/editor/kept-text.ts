import type { Node } from 'prosemirror-model';
import type { RichText } from '../../../../shared/model/paragraph';
import { normaliseRich, normaliseSpans } from '../../../../shared/text/normalise-rich';
import type { Span } from '../../../../shared/text/sentences';
import { contentOf } from './editor-document';

/** What an editor's document holds, as it is kept: without the spaces it does not need. */
export function keptText(doc: Node): RichText {
  const { text, marks } = contentOf(doc);
  return normaliseRich(text, marks);
}

/** A stretch of an editor's document, or a point in it, as UTF-16 offsets of the text as it is kept. */
export function keptSpan(doc: Node, span: Span): Span {
  return normaliseSpans(doc.textContent, [], [span]).spans[0] ?? span;
}
