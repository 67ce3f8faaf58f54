import { z } from 'zod';
import { dismissalReasonSchema } from '../model/dismissal';
import type { Project } from '../model/project';
import { defineCommand } from './define-command';
import { withDismissals } from './dismissals';

/** Says that a finding is none, and why; author and time are those of the change. */
export const dismissFinding = defineCommand({
  type: 'dismissFinding',
  fields: { key: z.string().min(1), reason: dismissalReasonSchema, note: z.string() },
  apply(project, { key, reason, note }, context): Project {
    const before = project.dismissals?.find((each) => each.key === key);
    if (before?.reason === reason && before.note === note) return project;
    const others = (project.dismissals ?? []).filter((each) => each !== before);
    return withDismissals(project, [...others, { key, reason, note, ...context }]);
  },
});
