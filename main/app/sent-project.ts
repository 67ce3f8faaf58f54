import { projectParts } from '../../shared/contract/project-parts';
import type { SentProject } from '../../shared/contract/channels';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { Project } from '../../shared/model/project';

/** What is sent at once, in characters: nearly every project is sent whole. */
const AT_ONCE = 400_000;

/** So many may be on their way; one that was left, as when the page was loaded anew, is forgotten. */
const MOST_UNDER_WAY = 4;

/** Projects on their way to the window, by their numbers: as they were when they were asked for. */
const underWay = new Map<number, Iterator<string, void, void>>();

let last = 0;

/** The first parts of a project, and a number by which to ask for the others where there are more. */
export function sendProject(project: Project): SentProject {
  const made = projectParts(project);
  const parts: string[] = [];
  let length = 0;
  while (length < AT_ONCE) {
    const part = made.next();
    if (part.done) return { parts, rest: null };
    parts.push(part.value);
    length += part.value.length;
  }
  last += 1;
  underWay.set(last, made);
  for (const old of underWay.keys()) if (underWay.size > MOST_UNDER_WAY) underWay.delete(old);
  return { parts, rest: last };
}

/** The next part of a project that is on its way; null after the last. Fails with `noProject` where none is. */
export function sendPart(number: number): Result<string | null> {
  const part = underWay.get(number)?.next();
  if (!part) return fail('noProject');
  if (!part.done) return ok(part.value);
  underWay.delete(number);
  return ok(null);
}
