import { rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { TFunction } from 'i18next';
import { applyCommand, type Command } from '../../shared/commands/command';
import { fail, ok, type Result } from '../../shared/model/failure';
import { planReplacement, type Replacement } from '../../shared/search/plan-replacement';
import { around } from '../../shared/search/around';
import { searchRows } from '../../shared/search/search-rows';
import { openWorking, type Working } from '../project/open-working';
import type { ProjectFile } from '../project/project-file';
import { findInRows } from '../search/find-watched';
import { makeTemporaryFolder } from '../system/unfinished';
import { foundJson, placesIn, type ToldHit } from './find';
import type { Told } from './merge';
import type { ReplaceRequest } from './request';

/** So much stands around what is replaced, in UTF-16 units of each side. */
const AROUND = 40;

/** The exit code when something is left for a person to decide. */
const REFUSED = 1;

/** A place with what is to stand there. */
interface Planned extends ToldHit, Replacement {}

/**
 * Puts words in the place of others throughout a version, in one step of undo, and lists where. A place where the ending
 * is not certain stays as it is and is named. Fails where the project cannot be written, and has then changed nothing.
 */
export function replaceInProject(request: ReplaceRequest, t: TFunction): Result<Told> {
  const folder = makeTemporaryFolder('work');
  const places = {
    working: join(folder, 'working'),
    fallback: dirname(request.project),
    nameOfMine: (stem: string) => t('standing.nameOfMine', { stem }),
  };
  try {
    const opened = openWorking(request.project, places, { user: userInfo().username });
    if (!opened.ok) return opened;
    const replaced = replaceIn(opened.value, request);
    const stayed = opened.value.close();
    if (!replaced.ok) return replaced;
    if (stayed) return fail('writeFailed', { path: request.project, detail: '' });
    return ok(tell(replaced.value, request, t));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function replaceIn({ file }: Working, request: ReplaceRequest): Result<readonly Planned[]> {
  const { asked, language, replacement, suggest } = request;
  if (file.readOnly)
    return fail(file.readOnly.kind === 'inUse' ? 'projectInUse' : 'projectReadOnly', { path: file.path });
  const project = file.project();
  const placeOf = placesIn(project);
  const pattern = findInRows(project.rows, asked);
  if (!pattern.ok) return pattern;
  const planned = searchRows(project.rows, asked, [language], pattern.value).map((hit): Planned => {
    const place = placeOf(hit);
    return { ...place, ...planReplacement(hit, place.text, asked, replacement) };
  });
  const puts = planned.flatMap(({ put, isSure }) => (isSure ? [put] : []));
  const done = puts.length > 0 ? record(file, { type: 'replaceWords', puts, suggest }) : ok(undefined);
  return done.ok ? ok(planned) : done;
}

function record(file: ProjectFile, command: Command): Result<unknown> {
  const by = { author: userInfo().username, time: Date.now() };
  const changed = applyCommand(file.project(), command, by);
  return changed.ok
    ? file.record(changed.value, { command, label: command.type, ...by, group: null })
    : changed;
}

function tell(planned: readonly Planned[], { json }: ReplaceRequest, t: TFunction): Told {
  const replaced = planned.filter(({ isSure }) => isSure);
  const refused = planned.filter(({ isSure }) => !isSure);
  const text = json
    ? JSON.stringify({ replaced: replaced.map(plannedJson), refused: refused.map(plannedJson) })
    : [
        ...planned.map((each) => line(each, t)),
        t('cli.line.replaced', { count: replaced.length }),
        ...(refused.length > 0 ? [t('cli.line.refused', { count: refused.length })] : []),
      ].join('\n');
  return { text, code: refused.length > 0 ? REFUSED : 0 };
}

/** `text` and its offsets are those before anything was replaced. */
function plannedJson(planned: Planned) {
  return { ...foundJson(planned), with: planned.put.text };
}

function line({ hit, row, text, put, isSure }: Planned, t: TFunction): string {
  const { before, words, after } = around(text, hit, AROUND);
  const params = { row: row + 1, language: t(`language.${hit.language}`), before, words, after };
  return t(isSure ? 'cli.line.replacement' : 'cli.line.notReplaced', { ...params, put: put.text });
}
