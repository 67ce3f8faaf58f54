import { normaliseMarks, sameMarks, type Mark } from '../../shared/model/mark';
import type { RichText } from '../../shared/model/paragraph';
import { SMALL_CAPS_CSS, STYLE_TAGS } from '../../shared/text/element-styles';
import { gatherInline, NOTE_FRAGMENT } from '../import/md/inline';
import { parseMdInline } from '../import/md/parse-md';
import { nestMarks, type Inline } from './nest-marks';

/** What surrounds a text: the labels of all footnotes, and whether it stands in the brackets of a picture. */
interface Surroundings {
  readonly notes: ReadonlySet<string>;
  readonly inBrackets: boolean;
}

type Wrap = (mark: Mark, inside: string) => string;

/**
 * Writes a text with its marks as one line of Markdown. Asterisks and underscores mark only between words; where
 * they would be read otherwise ("при**каз**ом", a mark that ends in punctuation before a letter), tags do it.
 */
export function writeMdInline(rich: RichText, surroundings: Surroundings): string {
  const signs = write(rich, surroundings, wrapInSigns);
  return readsBack(signs, rich, surroundings) ? signs : write(rich, surroundings, wrapInTags);
}

const SIGNS = /[\\`*_<]|~(?=~)|&(?=#|\w)|!(?=\[|$)|\[(?=\^)|\](?=[([])/g;

const SIGNS_AND_BRACKETS = /[\\`*_<[\]]|~(?=~)|&(?=#|\w)|!$/g;

/** A text without marks, kept from being read as markup; in brackets, brackets have to balance as well. */
export function escapeMdText(text: string, inBrackets = false): string {
  return text.replace(inBrackets ? SIGNS_AND_BRACKETS : SIGNS, '\\$&');
}

/** The name of a footnote: its label, with what may not stand in a name percent-encoded. */
export function noteName(label: string): string {
  return label.replace(/[\s[\]%^\\`]/g, encodeURIComponent);
}

function readsBack(line: string, { text, marks }: RichText, { notes }: Surroundings): boolean {
  const referred = marks.flatMap((mark) =>
    mark.type === 'footnoteReference' && notes.has(mark.label) ? noteName(mark.label) : [],
  );
  const read = gatherInline(parseMdInline(line, referred));
  return read.text === text && sameMarks(normaliseMarks(read.marks, text.length), marks);
}

function write(rich: RichText, surroundings: Surroundings, wrap: Wrap): string {
  // White space at the ends of a line is layout to Markdown; a text may begin with a thin space all the same.
  return writeNodes(nestMarks(rich), surroundings, wrap).replace(
    /^\s|\s$/g,
    (space) => `&#${space.charCodeAt(0)};`,
  );
}

function writeNodes(nodes: readonly Inline[], surroundings: Surroundings, wrap: Wrap): string {
  return nodes
    .map((node, i) => {
      if (!('text' in node)) return writeMarked(node, surroundings, wrap);
      const text = escapeMdText(node.text, surroundings.inBrackets).replaceAll('\n', '<br>');
      // "[^1](" would be a link.
      return i > 0 && text.startsWith('(') ? `\\${text}` : text;
    })
    .join('');
}

function writeMarked(
  { mark, children }: Extract<Inline, { readonly mark: Mark }>,
  surroundings: Surroundings,
  wrap: Wrap,
): string {
  if (mark.type === 'footnoteReference') {
    const [child, ...others] = children;
    const printsLabel =
      child !== undefined && 'text' in child && child.text === mark.label && others.length === 0;
    if (printsLabel && surroundings.notes.has(mark.label)) return `[^${noteName(mark.label)}]`;
  }
  const isLink = mark.type === 'link' || mark.type === 'footnoteReference';
  return wrap(
    mark,
    writeNodes(children, isLink ? { ...surroundings, inBrackets: true } : surroundings, wrap),
  );
}

function wrapInSigns(mark: Mark, inside: string): string {
  if (mark.type === 'strong') return `**${inside}**`;
  if (mark.type === 'strike') return `~~${inside}~~`;
  return mark.type === 'emphasis' ? `_${inside}_` : wrapInTags(mark, inside);
}

function wrapInTags(mark: Mark, inside: string): string {
  switch (mark.type) {
    case 'link':
      return `[${inside}](${writeHref(mark.href)})`;
    case 'footnoteReference':
      return `[${inside}](${NOTE_FRAGMENT}${encodeURIComponent(mark.label)})`;
    case 'smallCaps':
      return `<span style="${SMALL_CAPS_CSS}">${inside}</span>`;
    default: {
      const tag = STYLE_TAGS[mark.type];
      return `<${tag}>${inside}</${tag}>`;
    }
  }
}

function writeHref(href: string): string {
  const escaped = href.replace(/[\\<>]|&(?=#|\w+;)/g, '\\$&');
  return /[\s()<>]/.test(href) ? `<${escaped}>` : escaped;
}
