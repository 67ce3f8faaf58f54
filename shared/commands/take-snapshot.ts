import { z } from 'zod';
import { idSchema } from '../model/id';
import { NO_REVIEW, snapshotsInOrder, type Project } from '../model/project';
import { defineCommand } from './define-command';
import { withReview } from './review';

/** Keeps the article as it is now under a name. */
export const takeSnapshot = defineCommand({
  type: 'takeSnapshot',
  fields: { snapshotId: idSchema, name: z.string().min(1) },
  apply(project, { snapshotId, name }, { author, time }): Project | null {
    const { snapshots } = project.review ?? NO_REVIEW;
    if (snapshots.some(({ id }) => id === snapshotId)) return null;
    const taken = { id: snapshotId, name, author, time, rows: project.rows };
    return withReview(project, { snapshots: snapshotsInOrder([...snapshots, taken]) });
  },
});
