import type { RichText } from '../../../shared/model/paragraph';
import type { PlannedNote } from '../docx/note-plan';
import { nestMarks, type Inline } from '../nest-marks';
import { escapeXml } from '../original/docx/escape-xml';
import { OdtLooks, odtText, type OdtLook } from './looks';

/** Writes marked texts of one version as spans, links and notes. */
export class OdtInline {
  private readonly looks = new OdtLooks('T');
  private readonly referred = new Set<string>();

  constructor(private readonly notes: ReadonlyMap<string, PlannedNote>) {}

  /** Whether something refers to the note of a label, so that it stands there. */
  isNote(label: string): boolean {
    return this.notes.has(label);
  }

  write(rich: RichText): string {
    return this.writeAll(nestMarks(rich), {});
  }

  /** The styles of all that was written. */
  styles(): string {
    return this.looks.write();
  }

  private writeAll(nodes: readonly Inline[], look: OdtLook): string {
    return nodes
      .map((node) => {
        if ('text' in node) return this.span(odtText(node.text), look);
        const { mark, children } = node;
        if (mark.type === 'link')
          return `<text:a xlink:type="simple" xlink:href="${escapeXml(mark.href)}">${this.writeAll(children, look)}</text:a>`;
        if (mark.type === 'footnoteReference') return this.writeReference(mark.label, children, look);
        return this.writeAll(children, { ...look, [mark.type]: true });
      })
      .join('');
  }

  private writeReference(label: string, children: readonly Inline[], look: OdtLook): string {
    const note = this.notes.get(label);
    if (!note) return this.writeAll(children, { ...look, superscript: true });
    const name = `ftn${note.id}`;
    const styled = { ...firstLook(children, look) };
    if (this.referred.has(label)) {
      const repeated = `<text:note-ref text:note-class="footnote" text:reference-format="text" text:ref-name="${name}">${escapeXml(label)}</text:note-ref>`;
      return this.span(repeated, { ...styled, superscript: true });
    }
    this.referred.add(label);
    return this.span(this.writeNote(note, name), styled);
  }

  private writeNote({ label, counted, blocks }: PlannedNote, name: string): string {
    const shown = escapeXml(label);
    const own = counted ? '' : ` text:label="${shown}"`;
    const paragraphs = blocks.map(
      (block) => `<text:p text:style-name="Footnote">${this.write(block)}</text:p>`,
    );
    return `<text:note text:id="${name}" text:note-class="footnote"><text:note-citation${own}>${shown}</text:note-citation><text:note-body>${paragraphs.join('')}</text:note-body></text:note>`;
  }

  private span(content: string, look: OdtLook): string {
    const name = this.looks.nameOf(look);
    return name === null ? content : `<text:span text:style-name="${name}">${content}</text:span>`;
  }
}

/** A reference looks the same throughout: as it does at its first letter. */
function firstLook(nodes: readonly Inline[], look: OdtLook): OdtLook {
  const [first] = nodes;
  if (!first || 'text' in first || first.mark.type === 'link' || first.mark.type === 'footnoteReference')
    return look;
  return firstLook(first.children, { ...look, [first.mark.type]: true });
}
