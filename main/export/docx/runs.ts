import {
  Bookmark,
  BuilderElement,
  ExternalHyperlink,
  TextRun,
  XmlComponent,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import type { InterfaceLanguage } from '../../../shared/interface/languages';
import type { Language } from '../../../shared/model/language';
import { isStyle, type Mark, type Style } from '../../../shared/model/mark';
import type { RichText } from '../../../shared/model/paragraph';
import { nestMarks, type Inline } from '../nest-marks';
import type { PlannedNote } from './note-plan';
import { toXmlText } from './xml-text';

/** Style of the raised number of a note, in the text and before the note; `docx` brings it along. */
export const NOTE_MARK_STYLE = 'FootnoteReference';

const LANGUAGE_TAGS: Readonly<Record<string, string>> = { ru: 'ru-RU', ky: 'ky-KG', en: 'en-US' };

/** The tag Word knows a language by: it picks spelling and hyphenation. */
export function languageTag(language: Language | InterfaceLanguage): { readonly value: string } {
  return { value: LANGUAGE_TAGS[language] ?? language };
}

/** How a run is set that has a style. */
const LOOKS: Readonly<Record<Style, IRunOptions>> = {
  strong: { bold: true },
  emphasis: { italics: true },
  underline: { underline: {} },
  strike: { strike: true },
  highlight: { highlight: 'yellow' },
  smallCaps: { smallCaps: true },
  superscript: { superScript: true },
  subscript: { subScript: true },
};

/** What a run holds for a text: its lines, with breaks between them. */
function writeLines(text: string): readonly (XmlComponent | string)[] {
  return text
    .split('\n')
    .flatMap((line, n) =>
      n === 0 ? [toXmlText(line)] : [new BuilderElement({ name: 'w:br' }), toXmlText(line)],
    );
}

/** Writes marked texts of one version as runs, links and note references. */
export class RunWriter {
  private readonly bookmarked = new Set<string>();

  constructor(
    private readonly language: Language,
    private readonly notes: ReadonlyMap<string, PlannedNote>,
  ) {}

  write(rich: RichText): readonly ParagraphChild[] {
    return this.writeAll(nestMarks(rich), {});
  }

  /** A run of the version's language. */
  run(look: IRunOptions): TextRun {
    return new TextRun({ ...look, language: languageTag(this.language) });
  }

  private writeAll(nodes: readonly Inline[], look: IRunOptions): readonly ParagraphChild[] {
    return nodes.flatMap((node) => {
      if ('text' in node) return [this.run({ ...look, children: writeLines(node.text) })];
      const { mark, children } = node;
      switch (mark.type) {
        case 'link':
          return this.writeLink(mark.href, children, look);
        case 'footnoteReference':
          return this.writeReference(mark, children, look);
        default:
          return this.writeAll(children, { ...look, ...LOOKS[mark.type] });
      }
    });
  }

  private writeLink(href: string, children: readonly Inline[], look: IRunOptions): readonly ParagraphChild[] {
    // Word refuses a file with an address it cannot parse.
    if (!URL.canParse(href)) return this.writeAll(children, look);
    const runs = this.writeAll(children, { ...look, style: 'Hyperlink' });
    return [new ExternalHyperlink({ link: toXmlText(href), children: runs })];
  }

  /** A reference stands in one run, so it looks the same throughout: as it does at its first letter. */
  private writeReference(
    mark: Extract<Mark, { type: 'footnoteReference' }>,
    children: readonly Inline[],
    look: IRunOptions,
  ): readonly ParagraphChild[] {
    const shown = toXmlText(textOf(children));
    const styled = { ...firstLook(children, look), style: NOTE_MARK_STYLE };
    const note = this.notes.get(mark.label);
    if (!note) return [this.run({ ...look, superScript: true, text: shown })];
    const bookmark = `_RefNote${note.id}`;
    if (this.bookmarked.has(bookmark))
      return repeatNote(bookmark, shown).map((part) => this.run({ ...styled, children: [part] }));
    const run = this.run({ ...styled, children: referToNote(note, shown) });
    if (!note.repeated) return [run];
    this.bookmarked.add(bookmark);
    return [new Bookmark({ id: bookmark, children: [run] })];
  }
}

function referToNote(note: PlannedNote, shown: string): readonly (XmlComponent | string)[] {
  const id = { key: 'w:id', value: note.id };
  if (note.counted) return [new BuilderElement({ name: 'w:footnoteReference', attributes: { id } })];
  const own = { key: 'w:customMarkFollows', value: '1' };
  return [new BuilderElement({ name: 'w:footnoteReference', attributes: { id, own } }), shown];
}

/** Word has one reference for each note; others repeat its number by a field, whose parts stand in runs of their own. */
function repeatNote(bookmark: string, shown: string): readonly (XmlComponent | string)[] {
  const mark = (type: string): XmlComponent =>
    new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } });
  const instruction = new FieldInstruction(` NOTEREF ${bookmark} \\f \\h `);
  return [mark('begin'), instruction, mark('separate'), shown, mark('end')];
}

class FieldInstruction extends XmlComponent {
  constructor(instruction: string) {
    super('w:instrText');
    this.root.push(instruction);
  }
}

function textOf(nodes: readonly Inline[]): string {
  return nodes.map((node) => ('text' in node ? node.text : textOf(node.children))).join('');
}

function firstLook(nodes: readonly Inline[], look: IRunOptions): IRunOptions {
  const [first] = nodes;
  if (!first || 'text' in first) return look;
  const { type } = first.mark;
  return firstLook(first.children, isStyle(type) ? { ...look, ...LOOKS[type] } : look);
}
