import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readImportFile } from '../../../main/import/read-file';
import { createProjectFile, openProjectFile } from '../../../main/project/project-file';
import type { Result } from '../../../shared/model/failure';
import { LANGUAGES } from '../../../shared/model/language';
import type { RichText } from '../../../shared/model/paragraph';
import { CORPUS, makeHostile } from '../../hostile/corpus';
import type { HostileFile } from '../../hostile/hostile-file';
import { costOfOpening, readInWorker, type Cost } from '../../hostile/run-worker';
import { sampleProject } from '../main/project/sample-project';

/** Where `npm run fuzz` wants to be told what each file cost; then each is read in the built worker. */
const REPORT = process.env['TRIPTYCH_FUZZ_REPORT'];

let folder = '';
let ordinary = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-hostile-'));
  ordinary = join(folder, 'ordinary.triptych');
  const created = createProjectFile(ordinary, sampleProject());
  if (created.ok) created.value.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files from strangers', () => {
  it('are many, and all different', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CORPUS.map(({ kind, what }) => `${kind} ${what}`)).size).toBe(CORPUS.length);
  });

  it.each(CORPUS.map((file) => [file.kind, file.what, file] as const))(
    '%s: %s',
    async (_kind, _what, file) => {
      const path = await makeHostile(folder, file);
      const { outcome, cost } = await (file.kind === 'project' ? open(path) : read(path));
      expect(outcome).toEqual(expected(file, outcome));
      rmSync(path, { recursive: true, force: true });
      if (!REPORT || !cost) return;
      const { kind, what, becomes } = file;
      appendFileSync(REPORT, `${JSON.stringify({ kind, what, becomes, ...cost })}\n`);
    },
  );
});

/** A failure's code, or the texts and links of what was read. */
type Outcome = string | { readonly texts: readonly string[]; readonly links: readonly string[] };

async function read(path: string): Promise<{ outcome: Outcome; cost: Cost | null }> {
  const { result, cost } = REPORT
    ? await readInWorker(path)
    : { result: await readImportFile(path), cost: null };
  return { outcome: outcomeOf(result, ({ blocks }) => blocks.map(({ block }) => block)), cost };
}

async function open(path: string): Promise<{ outcome: Outcome; cost: Cost | null }> {
  const cost = REPORT ? await costOfOpening(path, ordinary) : null;
  const opened = openProjectFile(path);
  const outcome = outcomeOf(opened, (file) =>
    file.project().rows.flatMap(({ cells }) => LANGUAGES.flatMap((language) => cells[language].paragraphs)),
  );
  if (opened.ok) opened.value.close();
  return { outcome, cost };
}

function outcomeOf<T>(
  result: Result<T>,
  richTextsOf: (value: T) => readonly (RichText & { readonly picture?: unknown })[],
): Outcome {
  if (!result.ok) return result.failure.code;
  const found = richTextsOf(result.value);
  return {
    // A picture has a place, and nothing of it is fetched or run.
    texts: found.filter(({ picture }) => !picture).map(({ text }) => text),
    links: found.flatMap(({ marks }) => marks.flatMap((mark) => (mark.type === 'link' ? [mark.href] : []))),
  };
}

/** What is to become of a file; where only the number of texts is known, with the texts that are there. */
function expected({ becomes }: HostileFile, outcome: Outcome): Outcome {
  if ('refused' in becomes) return becomes.refused;
  const { texts, links = [] } = becomes;
  if (typeof texts !== 'number') return { texts, links };
  return {
    texts: typeof outcome === 'string' || outcome.texts.length !== texts ? [`${texts} texts`] : outcome.texts,
    links,
  };
}
