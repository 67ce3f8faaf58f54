import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createProjectFile, openProjectFile } from '../../main/project/project-file';
import { sampleProject, value } from '../unit/main/project/sample-project';
import type { Session } from './child';
import { digestOf } from './digest';
import { hold } from './holder';
import type { Kind } from './keeper';
import { randomFrom } from './random';

/** What came of copying the file alone, again and again, while it was worked on. */
export interface Copies {
  readonly copies: number;
  /** Copies that did not open. */
  readonly unreadable: number;
  /** Copies that held a state there never was. */
  readonly wrong: number;
  /** How long ago the oldest copy was the present state, in ms. */
  readonly behind: number;
  /** How many changes the one furthest behind lacked. */
  readonly missing: number;
}

/** Copies as a service does that keeps a folder in step: the one file, whenever it likes. */
export async function copyOften(
  session: Session,
  base: string,
  copies: number,
  kind: Kind,
  seed: number,
): Promise<Copies> {
  const random = randomFrom(seed);
  const place = mkdtempSync(join(base, 'copies-'));
  const path = join(place, 'shared', 'article.triptych');
  mkdirSync(join(place, 'shared'));
  value(createProjectFile(path, sampleProject(8))).close();
  const holder = hold(session, { path, kind, seed, base: place });
  await holder.hear(2);
  const made: { readonly at: string; readonly time: number }[] = [];
  for (let n = 0; n < copies; n += 1) {
    await setTimeout(Math.floor(random() * 60));
    const at = join(place, `copy-${n}.triptych`);
    made.push({ at, time: performance.now() });
    copyFileSync(path, at);
  }
  await holder.kill();
  const { said, heard } = holder;
  // The states there were, and when the one after each was acknowledged.
  const states = said.flatMap((line, n) => {
    const [, digest] = /^(?:=|open) (.*)$/.exec(line) ?? [];
    return digest === undefined ? [] : [{ digest, time: heard[n] ?? 0 }];
  });
  const came = { copies, unreadable: 0, wrong: 0, behind: 0, missing: 0 };
  for (const { at, time } of made) {
    const opened = openProjectFile(at, { readOnly: true });
    if (!opened.ok) {
      came.unreadable += 1;
      continue;
    }
    const digest = digestOf(opened.value.project());
    opened.value.close();
    const known = states.filter((state) => state.time <= time);
    const last = states.findLastIndex((state) => state.digest === digest);
    if (last < 0) {
      came.wrong += 1;
      continue;
    }
    const next = known[last + 1];
    if (next) came.behind = Math.max(came.behind, time - next.time);
    came.missing = Math.max(came.missing, known.length - 1 - last);
  }
  return { ...came, behind: Math.round(came.behind) };
}
