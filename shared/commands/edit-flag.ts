import type { Project } from '../model/project';
import { changeFlag } from './change-flag';
import { defineCommand } from './define-command';
import { flagFields, isInPlace } from './flag-fields';

/** Changes what a flag says or where it points. */
export const editFlag = defineCommand({
  type: 'editFlag',
  fields: flagFields,
  apply(project, command): Project | null {
    const { flagId, spans, category, severity, note } = command;
    if (!isInPlace(project, command)) return null;
    return changeFlag(project, flagId, (flag) => ({ ...flag, spans, category, severity, note }));
  },
});
