import type { Mark } from '../../../../shared/model/mark';
import type { Paragraph, RichText } from '../../../../shared/model/paragraph';
import { SMALL_CAPS_CSS, STYLE_TAGS } from '../../../../shared/text/element-styles';
import { baselineText } from '../../../../shared/reconcile/baseline';
import { baselineRuleNow } from '../../../session/matters/baseline';
import { textsBetween } from '../../../session/place/marked-texts';
import { settingsStore } from '../../../session/settings/settings-store';
import { shownRowsNow } from '../../../session/rows/shown-rows';
import { unkeptText } from '../../../session/typing/unkept-store';
import { linesOf } from '../editor/editor-document';
import { readMarked } from './text-selection';

/**
 * Puts what is marked in read texts on the clipboard: the words of that version, as text and with how they are set and where
 * they lead. The page itself would take along all that stands between, the other versions too. Leaves to
 * the browser what is marked anywhere else.
 */
export function copyMarked(event: ClipboardEvent): void {
  if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"]'))
    return;
  const marked = readMarked(document.getSelection());
  const [first, last] = [marked[0], marked.at(-1)];
  if (!first || !last || !event.clipboardData) return;
  const rows = shownRowsNow().map(({ row }) => row);
  const from = { paragraphId: first.paragraphId, offset: first.start };
  const to = { paragraphId: last.paragraphId, offset: last.end };
  const texts = textsBetween(rows, first.language, from, to, shownText());
  if (texts.length === 0) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', texts.map(({ text }) => text).join('\n'));
  event.clipboardData.setData('text/html', htmlOf(texts));
}

function shownText(): (paragraph: Paragraph) => RichText {
  const isOriginal = settingsStore.getState().settings.textView === 'original';
  const rule = baselineRuleNow();
  return (paragraph) =>
    unkeptText(paragraph.id)?.content ?? (isOriginal ? baselineText(rule, paragraph) : paragraph);
}

/** One text goes into a line where it is pasted, several are paragraphs of their own. */
function htmlOf(texts: readonly RichText[]): string {
  const page = document.implementation.createHTMLDocument();
  for (const text of texts) {
    const host = texts.length > 1 ? page.body.appendChild(page.createElement('p')) : page.body;
    host.append(...piecesOf(text, page));
  }
  return page.body.innerHTML;
}

function piecesOf({ text, marks }: RichText, page: Document): readonly Node[] {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])];
  const sorted = edges.sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? text.length;
    return marks
      .filter((mark) => mark.start <= start && mark.end >= end)
      .reduceRight<Node>(
        (inner, mark) => {
          const around = elementOf(mark, page);
          around.append(inner);
          return around;
        },
        linesOf(text.slice(start, end), page),
      );
  });
}

function elementOf(mark: Mark, page: Document): HTMLElement {
  if (mark.type === 'footnoteReference') return page.createElement('sup');
  if (mark.type === 'smallCaps') {
    const around = page.createElement('span');
    around.setAttribute('style', SMALL_CAPS_CSS);
    return around;
  }
  if (mark.type !== 'link') return page.createElement(STYLE_TAGS[mark.type]);
  const link = page.createElement('a');
  link.setAttribute('href', mark.href);
  return link;
}
