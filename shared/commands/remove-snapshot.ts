import { z } from 'zod';
import { NO_REVIEW, type Project } from '../model/project';
import { defineCommand } from './define-command';
import { withReview } from './review';

export const removeSnapshot = defineCommand({
  type: 'removeSnapshot',
  fields: { snapshotId: z.string().min(1) },
  apply(project, { snapshotId }): Project | null {
    const { snapshots } = project.review ?? NO_REVIEW;
    const left = snapshots.filter(({ id }) => id !== snapshotId);
    return left.length === snapshots.length ? null : withReview(project, { snapshots: left });
  },
});
