import { DOMParser, Schema, type Mark as EditorMark, type Node, type TagParseRule } from 'prosemirror-model';
import { normaliseMarks, type Mark } from '../../../../shared/model/mark';
import type { RichText } from '../../../../shared/model/paragraph';

/** What a mark takes from the element that shows it, where that has the attribute. */
function readAttribute(name: 'href' | 'label'): NonNullable<TagParseRule['getAttrs']> {
  return (element) => ({ [name]: element.getAttribute(`data-${name}`) });
}

/**
 * One line of text with inline marks: a paragraph as the editor holds it. Where the browser itself changes what is shown,
 * as when a letter replaces marked words, all that is around the place is read anew: each mark is known by its element.
 */
export const editorSchema = new Schema({
  nodes: {
    doc: { content: 'text*' },
    text: {},
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: 'a[data-href]', getAttrs: readAttribute('href') }],
      toDOM: (mark) => ['a', { 'data-href': String(mark.attrs['href']), class: 'link' }, 0],
    },
    strong: { parseDOM: [{ tag: 'strong' }], toDOM: () => ['strong', 0] },
    emphasis: { parseDOM: [{ tag: 'em' }], toDOM: () => ['em', 0] },
    superscript: {
      inclusive: false,
      parseDOM: [{ tag: 'sup:not([data-label])' }],
      toDOM: () => ['sup', 0],
    },
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
    case 'strong':
    case 'emphasis':
    case 'superscript':
      return { type: mark.type.name, start, end };
    default:
      throw new Error(`unknown mark ${mark.type.name}`);
  }
}
