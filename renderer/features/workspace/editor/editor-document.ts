import {
  DOMParser,
  DOMSerializer,
  Schema,
  type Mark as EditorMark,
  type MarkSpec,
  type Node,
  type TagParseRule,
} from 'prosemirror-model';
import { normaliseMarks, styleSchema, type Mark, type Style } from '../../../../shared/model/mark';
import type { RichText } from '../../../../shared/model/paragraph';
import { SMALL_CAPS_CSS, STYLE_TAGS } from '../../../../shared/text/element-styles';

/** What a mark takes from the element that shows it, where that has the attribute. */
function readAttribute(name: 'href' | 'label'): NonNullable<TagParseRule['getAttrs']> {
  return (element) => ({ [name]: element.getAttribute(`data-${name}`) });
}

/** A style that an element stands for by itself. */
function styled(style: Exclude<Style, 'smallCaps'>, more: MarkSpec = {}): MarkSpec {
  const tag = STYLE_TAGS[style];
  return { parseDOM: [{ tag }], toDOM: () => [tag, 0], ...more };
}

/**
 * A text with inline marks, its line breaks as U+000A: a paragraph as the editor holds it. Where the browser itself changes what is shown,
 * as when a letter replaces marked words, all that is around the place is read anew: each mark is known by its element.
 */
export const editorSchema = new Schema({
  nodes: {
    // So that line breaks are read as such where the browser changed what is shown.
    doc: { content: 'text*', whitespace: 'pre' },
    text: {},
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: 'a[data-href]', getAttrs: readAttribute('href') }],
      toDOM: (mark) => ['a', { 'data-href': String(mark.attrs['href']), class: 'link' }, 0],
    },
    strong: styled('strong'),
    emphasis: styled('emphasis'),
    underline: styled('underline'),
    strike: styled('strike'),
    highlight: styled('highlight'),
    smallCaps: { parseDOM: [{ tag: 'span.small-caps' }], toDOM: () => ['span', { class: 'small-caps' }, 0] },
    superscript: styled('superscript', {
      inclusive: false,
      excludes: 'superscript subscript',
      parseDOM: [{ tag: 'sup:not([data-label])' }],
    }),
    subscript: styled('subscript', { inclusive: false, excludes: 'superscript subscript' }),
    footnoteReference: {
      attrs: { label: {} },
      inclusive: false,
      parseDOM: [{ tag: 'sup[data-label]', getAttrs: readAttribute('label') }],
      toDOM: (mark) => ['sup', { class: 'footnote-reference', 'data-label': String(mark.attrs['label']) }, 0],
    },
  },
});

/** Reads what is dropped from elsewhere, as what is pasted: its words, and nothing of how they look. */
export const PLAIN_PARSER = new DOMParser(editorSchema, []);

/** Writes line breaks as elements, as other programs read them. */
class LineSerializer extends DOMSerializer {
  override serializeFragment(
    ...[fragment, options, target]: Parameters<DOMSerializer['serializeFragment']>
  ): HTMLElement | DocumentFragment {
    const written = super.serializeFragment(fragment, options, target);
    const texts = document.createTreeWalker(written, NodeFilter.SHOW_TEXT);
    const broken: Text[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      if (text instanceof Text && text.data.includes('\n')) broken.push(text);
    for (const text of broken) text.replaceWith(linesOf(text.data, document));
    return written;
  }
}

/** Writes what is copied. */
export const COPY_SERIALIZER = new LineSerializer(DOMSerializer.nodesFromSchema(editorSchema), {
  ...DOMSerializer.marksFromSchema(editorSchema),
  smallCaps: () => ['span', { style: SMALL_CAPS_CSS }, 0],
});

/** A text as a page shows it, its line breaks as elements. */
export function linesOf(text: string, page: Document): DocumentFragment {
  const lines = page.createDocumentFragment();
  for (const [n, line] of text.split('\n').entries())
    lines.append(...(n === 0 ? [] : [page.createElement('br')]), line);
  return lines;
}

/** The editor's document for a text; offsets are the same in both. */
export function documentOf(content: RichText): Node {
  const edges = new Set([0, content.text.length]);
  for (const mark of content.marks) edges.add(mark.start).add(mark.end);
  const sorted = [...edges].sort((a, b) => a - b);
  const pieces = sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? content.text.length;
    const marks = content.marks.filter((mark) => mark.start <= start && mark.end >= end).map(toEditorMark);
    return editorSchema.text(content.text.slice(start, end), marks);
  });
  return editorSchema.node('doc', null, pieces);
}

/** The text an editor's document holds. */
export function contentOf(document: Node): RichText {
  const marks: Mark[] = [];
  document.forEach((node, start) => {
    const end = start + node.nodeSize;
    for (const mark of node.marks) marks.push(toMark(mark, start, end));
  });
  return { text: document.textContent, marks: normaliseMarks(marks, document.textContent.length) };
}

function toEditorMark(mark: Mark): EditorMark {
  const type = editorSchema.marks[mark.type];
  if (mark.type === 'link') return type.create({ href: mark.href });
  if (mark.type === 'footnoteReference') return type.create({ label: mark.label });
  return type.create();
}

function toMark(mark: EditorMark, start: number, end: number): Mark {
  switch (mark.type.name) {
    case 'link':
      return { type: 'link', href: String(mark.attrs['href']), start, end };
    case 'footnoteReference':
      return { type: 'footnoteReference', label: String(mark.attrs['label']), start, end };
    default:
      return { type: styleSchema.parse(mark.type.name), start, end };
  }
}
