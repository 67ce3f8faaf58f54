import { isEquation } from '../../../import/docx/equations';
import type { XmlElement } from '../../../import/docx/xml';
import type { Piece } from '../../../import/docx/paragraphs';
import type { WrittenPart } from './part';
import type { Segment } from './plan-text';
import type { RunXml } from './runs';

/**
 * Runs for segments that stand by themselves.
 *
 * @param usual what new words look like
 * @param within the link they are put into; null for none
 */
export function freshRuns(
  part: WrittenPart,
  xml: RunXml,
  segments: readonly Segment[],
  usual: Piece | null,
  within: string | null = null,
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
      const isLinked = look.href !== null && look.href !== within;
      const run = xml.wordsRun(xml.text(text), model, look);
      return before + xml.inserted(isLinked ? xml.link(look.href, run) : run, by) + behind;
    })
    .join('');
}

/** Whether an element is written as the text in it. */
export function isText({ name }: XmlElement): boolean {
  return name === 'w:t' || name === 'm:t';
}
