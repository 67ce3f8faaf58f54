import { flagsInOrder } from '../model/flag';
import type { Flag } from '../model/flag';
import type { Project } from '../model/project';
import { defineCommand } from './define-command';
import { flagFields, isInPlace } from './flag-fields';

/** Raises a flag; author and time are those of the change. */
export const addFlag = defineCommand({
  type: 'addFlag',
  fields: flagFields,
  apply(project, command, context): Project | null {
    const { flagId: id, spans, category, severity, note } = command;
    const taken = project.flags.some((flag) => flag.id === id);
    if (taken || !isInPlace(project, command)) return null;
    const flag: Flag = { id, spans, category, severity, note, status: 'open', ...context, thread: [] };
    return { ...project, flags: flagsInOrder([...project.flags, flag]) };
  },
});
