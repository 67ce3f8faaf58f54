import type { Flag, FlagSpan } from '../../shared/model/flag';
import { LANGUAGES } from '../../shared/model/language';
import { MOST_FLAGS } from '../../shared/model/limits';
import type { Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';

/** What the flags say, and what the computer knows of the moment. */
interface Marking {
  readonly note: string;
  readonly author: string;
  /** ms since 1970 */
  readonly time: number;
  readonly newId: () => string;
}

/** A salvaged project with a flag on each row that may hold wrong letters; `doubtful` are their numbers from 1. */
export function flagDoubtful(project: Project, doubtful: readonly number[], marking: Marking): Project {
  const { note, author, time, newId } = marking;
  const room = Math.max(0, MOST_FLAGS - project.flags.length);
  const added = doubtful.slice(0, room).flatMap((number): Flag[] => {
    const row = project.rows[number - 1];
    const spans = row ? spansOf(row) : [];
    if (spans.length === 0) return [];
    const flag = { id: newId(), spans, note, author, time, thread: [] };
    // Neutral: damage of a disk is no error of the translator.
    return [{ ...flag, category: 'other', severity: 'neutral', status: 'open' }];
  });
  return { ...project, flags: [...project.flags, ...added] };
}

function spansOf(row: Row): readonly FlagSpan[] {
  return LANGUAGES.flatMap((language) =>
    row.cells[language].paragraphs.map(({ id, text }): FlagSpan => {
      const place = { paragraphId: id, start: 0, end: text.length, quote: text };
      return { at: 'text', language, ...place, orphaned: false, fix: null };
    }),
  );
}
