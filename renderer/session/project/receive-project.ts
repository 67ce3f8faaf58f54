import type { SentProject } from '../../../shared/contract/channels';
import { joinParts, readPart } from '../../../shared/contract/project-parts';
import { ok, type Result } from '../../../shared/model/failure';
import type { Project } from '../../../shared/model/project';
import { bridge } from '../bridge';
import { noticeStore } from '../notices/notice-store';
import { expectSnapshot, mirrorEarly, projectStore } from './project-store';

/** What takes no longer shows nothing: a dialog that flashes by is noise. */
const QUIET_MS = 300;

/**
 * The project main sends, once all its parts are here; between any two the window draws and hears. What is told of it
 * meanwhile waits for `mirrorSnapshot`. Fails with `noProject` when main has put it away.
 */
export async function receiveProject({ parts, rest }: SentProject): Promise<Result<Project>> {
  const read = [];
  expectSnapshot();
  const show = setTimeout(() => noticeStore.setState({ receiving: true }), QUIET_MS);
  let received = false;
  try {
    for (const part of parts) read.push(readPart(part));
    while (rest !== null) {
      const part = await bridge.request('project/part', { number: rest });
      if (!part.ok) return part;
      if (part.value === null) break;
      read.push(readPart(part.value));
    }
    const project = joinParts(read);
    received = true;
    return ok(project);
  } finally {
    // What was told meanwhile is of the project that is shown on.
    if (!received) mirrorEarly(projectStore.getState().state);
    clearTimeout(show);
    noticeStore.setState({ receiving: false });
  }
}
