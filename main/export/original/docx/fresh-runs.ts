import { isEquation } from '../../../import/docx/equations';
import type { XmlElement } from '../../../import/docx/xml';
import type { Piece } from '../../../import/docx/paragraphs';
import type { WrittenPart } from './part';
import type { Segment } from './plan-text';
import type { RunXml } from './runs';

/** Runs for segments that stand by themselves; `usual` is what new words look like. */
export function freshRuns(
  part: WrittenPart,
  xml: RunXml,
  segments: readonly Segment[],
  usual: Piece | null,
): string {
  let model = usual;
  const written = new Set<XmlElement>();
  return segments
    .map(({ text, look, from, by, before, behind }) => {
      const piece = from?.held.piece;
      // What a note or a tab looks like says nothing of words.
      if (piece?.source?.name === 'w:t') model = piece;
      const source = piece?.source;
      if (source && !isText(source)) {
        if (written.has(source)) return before + behind;
        written.add(source);
        if (isEquation(source)) return before + part.xmlOf(source) + behind;
        const run = xml.run(part.xmlOf(source), piece.run, look, look);
        // A note stands in the file once: where it is put in, it is taken out elsewhere, and neither can wait.
        return before + (piece.note ? run : xml.inserted(run, by)) + behind;
      }
      const run = xml.run(xml.text(text), model?.run ?? null, model ?? look, look);
      return before + xml.inserted(look.href === null ? run : xml.link(look.href, run), by) + behind;
    })
    .join('');
}

/** Whether an element is written as the text in it. */
export function isText({ name }: XmlElement): boolean {
  return name === 'w:t' || name === 'm:t';
}
