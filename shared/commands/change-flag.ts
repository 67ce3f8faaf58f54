import type { Flag } from '../model/flag';
import type { Project } from '../model/project';

/** The project with a flag changed; null where it is not there or the change is refused with null. */
export function changeFlag(
  project: Project,
  flagId: string,
  change: (flag: Flag) => Flag | null,
): Project | null {
  const index = project.flags.findIndex((flag) => flag.id === flagId);
  const flag = project.flags[index];
  const changed = flag && change(flag);
  if (!changed) return null;
  return changed === flag ? project : { ...project, flags: project.flags.with(index, changed) };
}
