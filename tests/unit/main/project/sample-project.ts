import type { Database } from '../../../../main/project/database';
import type { HistoryEntry, NewEntry } from '../../../../main/project/history';
import type { ProjectFile } from '../../../../main/project/project-file';
import type { Result } from '../../../../shared/model/failure';
import type { Flag } from '../../../../shared/model/flag';
import { perLanguage } from '../../../../shared/model/language';
import type { Paragraph } from '../../../../shared/model/paragraph';
import type { Project } from '../../../../shared/model/project';
import type { Row } from '../../../../shared/model/row';

const TEXT = {
  ru: "Президент сказал: «Эл — булак»; it's so.",
  ky: 'Ысык-Көлдүн үстүндө өңгүл',
  en: 'Reputation',
};

export function sampleParagraph(id: string, text: string): Paragraph {
  return { id, role: 'paragraph', text, marks: [], label: '', depth: 0, cell: null, imported: null };
}

export function sampleRow(id: string, text = ''): Row {
  return {
    id,
    cells: perLanguage((language) => ({
      paragraphs: [sampleParagraph(`${id}-${language}`, `${TEXT[language]} ${text}`.trim())],
      status: 'draft',
    })),
    confidence: 0.75,
    confirmed: false,
  };
}

export function sampleFlag(id: string, time = 1): Flag {
  return {
    id,
    spans: [{ at: 'gap', language: 'ky', rowId: 'r1' }],
    category: 'accuracy/omission',
    severity: 'major',
    note: 'Калып калган',
    status: 'open',
    author: 'Айгүл',
    time,
    thread: [],
  };
}

export function sampleProject(rows = 3): Project {
  return {
    id: 'project-1',
    title: 'Коррупция жана "репутация"',
    created: 1_700_000_000_000,
    origins: {
      ru: {
        fileName: 'статья.docx',
        format: 'docx',
        encoding: '',
        hash: 'ab'.repeat(32),
        time: 1_700_000_000_000,
      },
      ky: null,
      en: null,
    },
    rows: Array.from({ length: rows }, (_, i) => sampleRow(`r${i + 1}`)),
    flags: [sampleFlag('f1')],
  };
}

export function entry(label: string, group: string | null = null): NewEntry {
  return { command: { type: label }, label, author: 'Айгүл', time: 1_700_000_000_000, group };
}

/** Records a title, the smallest change there is. */
export function recordTitle(file: ProjectFile, title: string, group: string | null = null) {
  return file.record({ ...file.project(), title }, entry(title, group));
}

/** The last entries of the history, newest first. */
export function lastEntries(file: ProjectFile, limit: number): readonly HistoryEntry[] {
  return file.toldEntries({ limit, author: null, ids: null }).map((told) => told.entry);
}

/** The value of a result that must be one. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${JSON.stringify(result.failure.params)}`);
  return result.value;
}

/** The code of a result that must be a failure. */
export function code(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.failure.code;
}

/** Gives the rows of a project that was meddled with the checksums they would have, had Triptych written them. */
export function correctSums(db: Database): void {
  db.run`
UPDATE meta SET sum = checksum(key, value);
UPDATE alignment_row SET sum = checksum(id, position, body);
UPDATE flag SET sum = checksum(id, body);
UPDATE history SET sum = checksum(seq, undone, time, author, label, grp, command, forward, inverse)`;
  // Versions before 4 had no such table.
  const [snapshots] = db.rows`SELECT emit(name) FROM sqlite_schema WHERE name = 'snapshot'`;
  if (snapshots) db.run`UPDATE snapshot SET sum = checksum(id, body)`;
}
