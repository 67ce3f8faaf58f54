import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { tellKept } from '../system/kept-failures';
import { KeptFile } from '../system/kept-file';
import type { Parallel } from '../../shared/align/learn-words';
import { perLanguage, perLanguageSchema } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';

/** So many rows are kept: enough to learn a newsroom's words from, and learned in a fifth of a second. */
const MOST_ROWS = 300;

const storedSchema = z.array(
  z.object({ project: z.string(), rows: z.array(perLanguageSchema(z.string())) }).readonly(),
);

type Stored = z.infer<typeof storedSchema>;

/** The texts of the rows a person has confirmed. */
export function confirmedTexts(rows: readonly Row[]): readonly Parallel[] {
  return rows
    .filter((row) => row.confirmed)
    .map((row) =>
      perLanguage((language) => row.cells[language].paragraphs.map(({ text }) => text).join(' ')),
    );
}

/** The confirmed rows of articles worked on before, the latest first, without those of one project. */
export function earlierConfirmedTexts(besides: string | null): readonly Parallel[] {
  return readStored().flatMap(({ project, rows }) => (project === besides ? [] : rows));
}

/** Keeps the confirmed rows of a project that is being closed, on this computer only, for articles to come. */
export function keepConfirmedTexts({ id, rows }: Pick<Project, 'id' | 'rows'>): void {
  const confirmed = confirmedTexts(rows);
  if (confirmed.length === 0) return;
  let room = MOST_ROWS;
  const kept = [{ project: id, rows: confirmed }, ...readStored().filter(({ project }) => project !== id)]
    .map((each) => {
      const fitting = each.rows.slice(0, room);
      room -= fitting.length;
      return { ...each, rows: fitting };
    })
    .filter((each) => each.rows.length > 0);
  file().set(kept);
}

let keptRows: KeptFile<Stored> | null = null;

function file(): KeptFile<Stored> {
  const path = join(app.getPath('userData'), 'confirmed-rows.json');
  keptRows ??= new KeptFile<Stored>({ path, schema: storedSchema, nothing: [], tell: tellKept });
  return keptRows;
}

function readStored(): Stored {
  return file().get();
}
