import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { Database } from '../../main/project/database';
import { createProjectFile } from '../../main/project/project-file';
import { withParagraphs } from '../../shared/commands/change';
import type { Paragraph } from '../../shared/model/paragraph';
import { rowSchema, type Row } from '../../shared/model/row';
import { sampleProject } from '../unit/main/project/sample-project';
import { reads, refused, type HostileFile } from './hostile-file';
import { word } from './office';

const made = (
  what: string,
  place: NonNullable<HostileFile['place']>,
  becomes: HostileFile['becomes'],
): HostileFile => ({
  kind: 'project',
  what,
  fileName: 'article.triptych',
  content: () => '',
  place,
  becomes,
});

/** A good project to which something was done. */
const tampered = (
  what: string,
  change: (db: Database) => void,
  becomes: HostileFile['becomes'] = refused('projectDamaged'),
): HostileFile =>
  made(
    what,
    (path) => {
      const created = createProjectFile(path, sampleProject());
      if (!created.ok) throw new Error(created.failure.code);
      created.value.close();
      const db = new Database(path, { readOnly: false });
      db.run`PRAGMA writable_schema = ON`;
      change(db);
      sumAnew(db);
      db.close();
    },
    becomes,
  );

/** Whoever changes a project on purpose makes the checksums fit, where the tables are still there. */
function sumAnew(db: Database): void {
  const sums = [
    () => db.run`UPDATE meta SET sum = checksum(key, value)`,
    () => db.run`UPDATE alignment_row SET sum = checksum(id, position, body)`,
    () => db.run`UPDATE flag SET sum = checksum(id, body)`,
  ];
  for (const sum of sums) {
    try {
      sum();
    } catch {
      // Not a table any more, or not one that can be written.
    }
  }
}

/** A good project, and something beside it under a name that SQLite or Triptych uses. */
const beside = (
  what: string,
  end: '-wal' | '-shm' | '-journal' | '-lock',
  place: (at: string, precious: string) => void,
  becomes: HostileFile['becomes'] = refused('projectUnsafe'),
): HostileFile =>
  made(
    `${end}: ${what}`,
    (path) => {
      const created = createProjectFile(path, sampleProject());
      if (!created.ok) throw new Error(created.failure.code);
      created.value.close();
      const precious = `${path}.precious`;
      writeFileSync(precious, 'a file of the person');
      place(path + end, precious);
    },
    becomes,
  );

const sparse = (at: string): void => {
  writeFileSync(at, '');
  truncateSync(at, 3 * 2 ** 30);
};

const rowOf = (body: string) => (db: Database) =>
  db.run`UPDATE alignment_row SET body = ${body} WHERE id = 'r1'`;

/** Changes the first row as whoever writes a project with a program of their own would. */
const withRow = (change: (row: Row) => Row) => (db: Database) => {
  const [stored] = db.rows`SELECT emit(body) FROM alignment_row WHERE id = 'r1'`;
  const row = change(rowSchema.parse(JSON.parse(String(stored?.[0]))));
  rowOf(JSON.stringify(row))(db);
};

const withParagraph = (change: (paragraph: Paragraph) => Paragraph) =>
  withRow((row) => withParagraphs(row, 'ru', row.cells.ru.paragraphs.map(change)));

const SENTENCE = 'Вода в деревне появится не раньше весны. ';

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** Projects of strangers. */
export const PROJECTS: readonly HostileFile[] = [
  tampered(
    'a trigger',
    (db) => db.run`CREATE TRIGGER t AFTER UPDATE ON flag BEGIN DELETE FROM alignment_row; END`,
  ),
  tampered(
    'a view in place of a table',
    (db) => db.run`ALTER TABLE flag RENAME TO f; CREATE VIEW flag AS SELECT * FROM f`,
  ),
  tampered(
    'a view that never ends',
    (db) =>
      db.run`CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS c FROM n`,
  ),
  tampered(
    'a table that checks its rows for hours',
    (db) =>
      db.run`CREATE TABLE t (x CHECK (length(hex(randomblob(x))) > 0 AND length(hex(randomblob(x))) > 0)); PRAGMA ignore_check_constraints = ON; INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 20000000 FROM n LIMIT 1000`,
  ),
  tampered('an index on an expression', (db) => db.run`CREATE INDEX i ON flag (length(body))`),
  tampered('a virtual table', (db) => db.run`CREATE VIRTUAL TABLE v USING fts5(x)`),
  tampered('a table of its own', (db) => db.run`CREATE TABLE payload (x)`),
  tampered(
    'a row with keys of the model',
    rowOf('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"id":"r1"}'),
  ),
  tampered('JSON 100,000 deep', rowOf(`{"id":"r1","cells":${deep(100_000)}}`)),
  tampered('giant numbers', rowOf('{"id":"r1","confidence":1e999,"cells":{}}')),
  tampered('JSON that is cut off', rowOf('{"id":"r1","cells":{"ru":')),
  tampered(
    'a blob in place of text',
    (db) => db.run`UPDATE meta SET value = CAST(zeroblob(100000000) AS TEXT) WHERE key = 'title'`,
  ),
  tampered(
    'lists 9,007,199,254,740,991 deep',
    (db) => db.run`UPDATE alignment_row SET body = replace(body, '"depth":0', '"depth":9007199254740991')`,
  ),
  tampered(
    'a table cell in column 1,000,000,000',
    (db) =>
      db.run`UPDATE alignment_row SET body = replace(body, '"cell":null', '"cell":{"table":0,"row":1000000000,"column":1000000000}')`,
  ),
  tampered(
    'marks that end beyond their text',
    (db) =>
      db.run`UPDATE alignment_row SET body = replace(body, '"marks":[]', '"marks":[{"type":"strong","start":5,"end":1000000}]')`,
    reads(9),
  ),
  tampered(
    'keys that stand twice in the metadata',
    (db) => db.run`INSERT INTO meta VALUES ('__proto__', '{"title":"evil"}', '')`,
    reads(9),
  ),
  tampered(
    '200,000 strange keys',
    (db) =>
      db.run`INSERT INTO meta WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200000) SELECT 'k' || i, '1', '' FROM n`,
    reads(9),
  ),
  tampered(
    'a version from the future',
    (db) => db.run`PRAGMA user_version = 2000000000`,
    // Shown for reading only.
    reads(9),
  ),
  tampered(
    'a paragraph of 10 MB',
    withParagraph((paragraph) => ({ ...paragraph, text: SENTENCE.repeat(130_000).trim() })),
    refused('projectOverLimits'),
  ),
  tampered(
    'a paragraph that remembers 10 MB',
    withParagraph((paragraph) => ({
      ...paragraph,
      imported: { text: SENTENCE.repeat(130_000).trim(), marks: [] },
    })),
    refused('projectOverLimits'),
  ),
  tampered(
    '30,000 links that lie over each other',
    withParagraph((paragraph) => ({
      ...paragraph,
      text: SENTENCE.repeat(2000).trim(),
      marks: Array.from({ length: 30_000 }, (_, i) => ({
        type: 'link' as const,
        href: `https://kloop.kg/${i}`,
        start: i,
        end: i + 40_000,
      })),
    })),
    refused('projectOverLimits'),
  ),
  tampered(
    '20,000 paragraphs in one cell',
    withRow((row) =>
      withParagraphs(
        row,
        'ru',
        row.cells.ru.paragraphs.flatMap((paragraph) =>
          Array.from({ length: 20_000 }, (_, i) => ({ ...paragraph, id: `p${i}` })),
        ),
      ),
    ),
    refused('projectOverLimits'),
  ),
  tampered(
    '60,000 flags',
    (db) =>
      db.run`INSERT INTO flag SELECT 'g' || n.i, replace(f.body, '"id":"f1"', '"id":"g' || n.i || '"'), ''
        FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 60000) SELECT i FROM n) AS n, (SELECT body FROM flag LIMIT 1) AS f`,
    refused('projectOverLimits'),
  ),
  tampered(
    'a change at the end of time',
    (db) =>
      db.run`INSERT INTO history VALUES (1, 0, 9e999, '', 'x', NULL, 'null', '{}', '{}', '');
        UPDATE history SET sum = checksum(seq, undone, time, author, label, grp, command, forward, inverse)`,
    reads(9),
  ),
  tampered(
    'a flag at a time that is none',
    (db) => db.run`UPDATE flag SET body = replace(body, '"time":1', '"time":1e300')`,
  ),
  beside('a second name of another file', '-wal', (at, precious) => linkSync(precious, at)),
  beside('3 GB of nothing', '-wal', sparse),
  beside('3 GB of nothing', '-journal', sparse),
  beside('a folder', '-shm', (at) => void mkdirSync(at)),
  beside('3 GB of nothing', '-lock', sparse, reads(9)),
  made('an archive by this name', (path) => writeFileSync(path, word()), refused('projectNotAProject')),
  made(
    'nothing but the first 100 bytes',
    (path) => {
      const created = createProjectFile(path, sampleProject());
      if (created.ok) created.value.close();
      truncateSync(path, 100);
    },
    refused('projectDamaged'),
  ),
  made(
    '10 GB of nothing after it',
    (path) => {
      const created = createProjectFile(path, sampleProject());
      if (created.ok) created.value.close();
      truncateSync(path, 10 * 2 ** 30);
    },
    refused('projectDamaged'),
  ),
  made('a folder by this name', (path) => void mkdirSync(path), refused('projectNotAProject')),
  ...(process.platform === 'win32'
    ? []
    : [
        ...(['-wal', '-shm', '-journal'] as const).flatMap((end) => [
          beside('a link to another file', end, (at, precious) => symlinkSync(precious, at)),
          beside('a pipe', end, (at) => void execFileSync('mkfifo', [at])),
        ]),
        beside('a link to another file', '-lock', (at, precious) => symlinkSync(precious, at), reads(9)),
        beside('a pipe', '-lock', (at) => void execFileSync('mkfifo', [at]), reads(9)),
        made(
          'a pipe by this name',
          (path) => void execFileSync('mkfifo', [path]),
          refused('projectNotAProject'),
        ),
      ]),
];
