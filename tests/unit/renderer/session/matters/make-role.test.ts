import { afterAll, beforeAll, expect, test } from 'vitest';
import { perform } from '../../../../../renderer/session/acts/perform';
import { mirrorFindings } from '../../../../../renderer/session/matters/findings-store';
import { targetOf } from '../../../../../renderer/session/matters/place-of-matter';
import { projectStore } from '../../../../../renderer/session/project/project-store';
import { paragraphNow } from '../../../../../renderer/session/project/text-of';
import { LiveSession } from '../live-session';
import { finding, reviewedProject } from '../reviewed-project';

let session: LiveSession;

beforeAll(async () => {
  session = new LiveSession();
  await session.open(reviewedProject());
});

afterAll(() => session.end());

test('what is something else in one version is made what it is in the others, in one step of undo', async () => {
  const before = paragraphNow('r3-ru-1')?.role;
  const role = { paragraphId: 'r3-ru-1', role: 'heading2', like: 'ky' } as const;
  const odd = { ...finding('r3', 'ru', 'r3-ru-1'), check: 'role', fixes: [], role } as const;
  const { state } = projectStore.getState();
  const rows = [{ rowId: 'r3', findings: [odd] }];
  mirrorFindings({ state, checks: null, rows, count: 1, leftOut: [] });
  await perform('fixFinding', targetOf({ kind: 'finding', rowId: 'r3', key: odd.key }));
  expect(paragraphNow('r3-ru-1')?.role).toBe('heading2');
  await perform('undo', targetOf({ kind: 'finding', rowId: 'r3', key: odd.key }));
  expect(paragraphNow('r3-ru-1')?.role).toBe(before);
});
