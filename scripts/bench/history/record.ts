import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readVersions } from '../../../main/cli/read-versions';
import { Database } from '../../../main/project/database';
import { createProjectFile, type ProjectFile } from '../../../main/project/project-file';
import { applyCommand, type Command } from '../../../shared/commands/command';
import type { Result } from '../../../shared/model/failure';
import { perLanguage, type PerLanguage } from '../../../shared/model/language';
import { plainBlock } from '../../../shared/model/paragraph';
import type { Project } from '../../../shared/model/project';

/** What the history of a project takes, in bytes. */
export interface HistoryBytes {
  /** The patches, both ways. */
  readonly patches: number;
  /** What was asked for, which is kept beside them for readers of the file. */
  readonly commands: number;
  /** The whole file. */
  readonly file: number;
}

/** Times in ms, of an edit and of a new title in turn. */
export interface EditTimes {
  readonly edits: readonly number[];
  readonly titles: readonly number[];
}

/** A project of the sample article, aligned as the app does. */
export async function sampleProject(folder: string): Promise<Project> {
  const read = await readVersions({
    inputs: perLanguage((language) => join(folder, `article.${language}.md`)),
    table: null,
  });
  return valueOf(read).project;
}

/** A project with one paragraph of each version in each row. */
export function projectOf(texts: PerLanguage<readonly string[]>, count: number): Project {
  const rows = Array.from({ length: count }, (_, i) => ({
    id: `row-${i + 1}`,
    cells: perLanguage((language) => ({
      paragraphs: [{ id: `${language}-${i + 1}`, ...plainBlock(texts[language][i] ?? ''), imported: null }],
      status: 'translated' as const,
    })),
    confidence: 0.9,
    confirmed: false,
  }));
  const origins = perLanguage(() => null);
  return { id: 'bench', title: 'Макала', created: 0, origins, rows, flags: [] };
}

/** Rows 1 and 300 confirmed at once. */
export function changeFarRows(path: string, project: Project): HistoryBytes {
  const [first, last] = [project.rows[0], project.rows[299]];
  if (!first || !last) throw new Error('too few rows');
  return recorded(path, project, (file) =>
    give(file, { type: 'confirmRows', rowIds: [first.id, last.id], confirmed: true }),
  );
}

/** One snapshot after the other; what the history takes after each. */
export function takeSnapshots(path: string, project: Project, count: number): readonly HistoryBytes[] {
  return Array.from({ length: count }, (_, n) =>
    recorded(`${path}-${n}`, project, (file) => {
      for (let i = 0; i <= n; i += 1)
        give(file, { type: 'takeSnapshot', snapshotId: `snapshot-${i}`, name: `Snapshot ${i}` });
    }),
  );
}

/** A person who rewrites a paragraph in the middle, word by word. */
export function typeOn(path: string, project: Project, edits: number): HistoryBytes {
  return recorded(path, project, (file) => {
    for (let i = 0; i < edits; i += 1) give(file, editInTheMiddle(project, i), 'typing');
  });
}

/** How long it takes to keep an edit of a paragraph in the middle, and a new title. */
export function timeEdits(path: string, project: Project, rounds: number): EditTimes {
  const file = valueOf(createProjectFile(path, project));
  const edits: number[] = [];
  const titles: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    edits.push(timeOf(() => give(file, editInTheMiddle(project, i))));
    titles.push(timeOf(() => give(file, { type: 'setTitle', title: `Title ${i}` })));
  }
  file.close();
  return { edits, titles };
}

function editInTheMiddle({ rows }: Project, n: number): Command {
  const paragraph = rows[Math.floor(rows.length / 2)]?.cells.ru.paragraphs[0];
  if (!paragraph) throw new Error('nothing to edit');
  const words = paragraph.text.split(' ');
  words[n % words.length] = `слово${n}`;
  return {
    type: 'editParagraph',
    paragraphId: paragraph.id,
    content: { text: words.join(' '), marks: [] },
    suggest: false,
  };
}

function give(file: ProjectFile, command: Command, group: string | null = null): void {
  const by = { author: 'Айгүл', time: 1_700_000_000_000 + file.history().position };
  const after = valueOf(applyCommand(file.project(), command, by));
  valueOf(file.record(after, { command, label: command.type, ...by, group }));
}

function recorded(path: string, project: Project, work: (file: ProjectFile) => void): HistoryBytes {
  const file = valueOf(createProjectFile(path, project));
  work(file);
  file.close();
  const db = new Database(path, { readOnly: true });
  const [sizes] = db.rows`
    SELECT emit(sum(octet_length(forward) + octet_length(inverse)), sum(octet_length(command))) FROM history`;
  db.close();
  return { patches: Number(sizes?.[0]), commands: Number(sizes?.[1]), file: statSync(path).size };
}

function timeOf(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${JSON.stringify(result.failure.params)}`);
  return result.value;
}
