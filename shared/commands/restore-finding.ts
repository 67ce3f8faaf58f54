import { z } from 'zod';
import type { Project } from '../model/project';
import { defineCommand } from './define-command';
import { withDismissals } from './dismissals';

/** Takes a dismissal back: the finding is shown again. */
export const restoreFinding = defineCommand({
  type: 'restoreFinding',
  fields: { key: z.string().min(1) },
  apply(project, { key }): Project | null {
    const left = (project.dismissals ?? []).filter((each) => each.key !== key);
    return left.length === (project.dismissals ?? []).length ? null : withDismissals(project, left);
  },
});
