import { flagsInOrder, TO_DECIDE, type Flag, type FlagSpan } from '../model/flag';
import { LANGUAGES } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import type { Row } from '../model/row';
import { contentId } from './content-id';
import type { FieldConflict, ProjectConflict } from './project-conflict';
import { otherText } from './other-text';

/** Who wrote something, and when (ms since 1970). */
export interface Written {
  readonly author: string;
  readonly time: number;
}

/** How people are told what was not kept. */
export interface Telling {
  /** The sentence for a flag or a reply. */
  readonly tell: (conflict: ProjectConflict, written: Written | null) => string;
  /** Who wrote what was not kept, where a history says so. */
  readonly writtenBy: (conflict: ProjectConflict) => Written | null;
  /** Who merges. */
  readonly by: Written;
}

/** The project in which everything that was not kept stands in a flag, and how much that is. */
export interface FlaggedConflicts {
  readonly project: Project;
  readonly told: number;
}

/**
 * Puts what copies changed each in another way before a person: what was not kept of a flag becomes a reply in its
 * thread, everything else a flag that asks to decide, with another text as a suggested fix. What an earlier merge of the
 * same copies told is not told again.
 */
export function flagConflicts(
  project: Project,
  conflicts: readonly ProjectConflict[],
  telling: Telling,
): FlaggedConflicts {
  const places = findPlaces(project.rows);
  const flags = new Map(project.flags.map((flag) => [flag.id, flag]));
  let told = 0;
  for (const conflict of conflicts) {
    const flag = conflict.kind === 'field' && conflict.of === 'flag' ? flags.get(conflict.id) : undefined;
    // A further copy may have deleted the flag: then what was said in it is told on the first row.
    if (conflict.kind === 'field' && flag) {
      const replied = reply(flag, conflict, telling);
      if (!replied) continue;
      flags.set(conflict.id, replied);
    } else {
      const raised = raise(project, places, conflict, telling);
      if (!raised || flags.has(raised.id)) continue;
      flags.set(raised.id, raised);
    }
    told += 1;
  }
  return { project: told > 0 ? { ...project, flags: flagsInOrder([...flags.values()]) } : project, told };
}

/** The flag with another word on it in its thread; null where it is there. */
function reply(flag: Flag, conflict: FieldConflict, { tell, writtenBy, by }: Telling): Flag | null {
  const id = contentId([conflict.id, conflict.field, conflict.other]);
  if (flag.thread.some((comment) => comment.id === id)) return null;
  const written = writtenBy(conflict) ?? by;
  const comment = { id, text: tell(conflict, null), author: written.author, time: written.time };
  const thread = [...flag.thread, comment].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
  return { ...flag, thread };
}

/** A paragraph with the row it stands in. */
interface Place {
  readonly row: Row;
  readonly language: (typeof LANGUAGES)[number];
  readonly paragraph: Paragraph;
}

function raise(
  { rows }: Project,
  places: ReadonlyMap<string, Place>,
  conflict: ProjectConflict,
  { tell, writtenBy, by }: Telling,
): Flag | null {
  const asks = (about: unknown, span: FlagSpan): Flag => ({
    ...{ id: contentId(about), spans: [span], category: TO_DECIDE, severity: 'neutral' },
    ...{
      note: tell(conflict, writtenBy(conflict)),
      status: 'open',
      author: by.author,
      time: by.time,
      thread: [],
    },
  });
  switch (conflict.kind) {
    case 'text': {
      const [place, other] = [places.get(conflict.paragraphId), otherText(conflict)];
      if (!place || (place.paragraph.text === other.text && other.targets.length === 0)) return null;
      const fix = place.paragraph.text === other.text ? null : other.text;
      return asks(['text', conflict.paragraphId, other], onParagraph(place, fix));
    }
    case 'removed': {
      const { paragraph, language, rowId } = conflict;
      // Where nothing was decided, what a person edited themselves stands there still.
      if (rowId === null || places.has(paragraph.id)) return null;
      return asks(['removed', paragraph.id, paragraph.text, paragraph.adapted?.reason], {
        at: 'gap',
        language,
        rowId,
      });
    }
    case 'arrangement': {
      const ids = new Set([...conflict.kept, ...conflict.other].map(({ id }) => id));
      const row = rows.find(({ id }) => ids.has(id)) ?? rows[0];
      return row ? asks(['rows', conflict.other.map(idsIn)], onRow(row)) : null;
    }
    case 'field': {
      const { of, id, field, other } = conflict;
      const place = of === 'paragraph' ? places.get(id) : undefined;
      const [first] = rows;
      // What stands on all paragraphs of a cell is one thing to decide.
      if (place) return asks([field, other, place.row.id, place.language], onParagraph(place, null));
      return first ? asks([field, other], onRow(first)) : null;
    }
  }
}

function onParagraph({ language, paragraph: { id, text } }: Place, fix: string | null): FlagSpan {
  const words = { paragraphId: id, start: 0, end: text.length, quote: text };
  return { at: 'text', language, ...words, orphaned: false, fix };
}

/** On the first text of a row, whatever its language. */
function onRow(row: Row): FlagSpan {
  for (const language of LANGUAGES) {
    const [paragraph] = row.cells[language].paragraphs;
    if (paragraph) return onParagraph({ row, language, paragraph }, null);
  }
  return { at: 'gap', language: LANGUAGES[0], rowId: row.id };
}

function idsIn(row: Row): readonly unknown[] {
  return [row.id, ...LANGUAGES.map((language) => row.cells[language].paragraphs.map(({ id }) => id))];
}

function findPlaces(rows: readonly Row[]): ReadonlyMap<string, Place> {
  return new Map(
    rows.flatMap((row) =>
      LANGUAGES.flatMap((language) =>
        row.cells[language].paragraphs.map(
          (paragraph) => [paragraph.id, { row, language, paragraph }] as const,
        ),
      ),
    ),
  );
}
