import { excessOfRows } from '../model/excess';
import type { Flag, FlagSpan } from '../model/flag';
import { perLanguage, type Language } from '../model/language';
import { LONGEST_PARAGRAPH, MOST_FLAGS, MOST_IN_CELL } from '../model/limits';
import type { Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import type { Row } from '../model/row';
import { partParagraph, within, type ParagraphPart } from './part-paragraph';

/** A project within the limits, and in how many rows something was parted for it. */
export interface PartedProject {
  readonly project: Project;
  readonly parted: number;
}

/**
 * Brings a project within the limits of what can be shown and worked with: paragraphs that are too long are parted, and
 * what is too much for one row goes on in rows below it. Rows within the limits stay the same objects. Flags stay on
 * their words; of too many the last are left out.
 */
export function partProject(project: Project): PartedProject {
  const places = new Map<string, readonly ParagraphPart[]>();
  const rows = project.rows.flatMap((row) => partRow(row, places));
  const { review } = project;
  const snapshots = review?.snapshots.map((snapshot) => ({
    ...snapshot,
    rows: snapshot.rows.flatMap((row) => partRow(row, new Map())),
  }));
  return {
    project: {
      ...project,
      rows,
      flags: project.flags.slice(0, MOST_FLAGS).map((flag) => moveFlag(flag, places)),
      ...(review && snapshots && { review: { ...review, snapshots } }),
    },
    parted: project.rows.filter((row) => !rows.includes(row)).length,
  };
}

/** `places` is told where the parts of each paragraph stood. */
function partRow(row: Row, places: Map<string, readonly ParagraphPart[]>): readonly Row[] {
  if (!excessOfRows([row])) return [row];
  const chunks = perLanguage((language) =>
    chunksOf(
      row.cells[language].paragraphs.flatMap((paragraph) => {
        const parts = partParagraph(paragraph, language);
        places.set(paragraph.id, parts);
        return parts.map((part) => part.paragraph);
      }),
    ),
  );
  const count = Math.max(1, ...Object.values(chunks).map(({ length }) => length));
  return Array.from({ length: count }, (_, n): Row => {
    const cells = perLanguage((language: Language) => ({
      ...row.cells[language],
      paragraphs: chunks[language][n] ?? [],
    }));
    return n === 0 ? { ...row, cells } : { ...row, id: `${row.id}~${n + 1}`, cells, confirmed: false };
  });
}

/** Paragraphs in portions of which none is longer than the longest paragraph. */
function chunksOf(paragraphs: readonly Paragraph[]): readonly (readonly Paragraph[])[] {
  const chunks: Paragraph[][] = [];
  let length = Infinity;
  for (const paragraph of paragraphs) {
    const chunk = chunks.at(-1);
    length += paragraph.text.length;
    if (chunk && length <= LONGEST_PARAGRAPH && chunk.length < MOST_IN_CELL) chunk.push(paragraph);
    else {
      chunks.push([paragraph]);
      length = paragraph.text.length;
    }
  }
  return chunks;
}

function moveFlag(flag: Flag, places: ReadonlyMap<string, readonly ParagraphPart[]>): Flag {
  const spans = flag.spans.map((span): FlagSpan => {
    const parts = span.at === 'text' ? places.get(span.paragraphId) : undefined;
    const part = span.at === 'text' ? parts?.findLast(({ start }) => start <= span.start) : undefined;
    if (!part || span.at === 'gap') return span;
    return { ...span, paragraphId: part.paragraph.id, ...within(span, part) };
  });
  return spans.every((span, i) => span === flag.spans[i]) ? flag : { ...flag, spans };
}
