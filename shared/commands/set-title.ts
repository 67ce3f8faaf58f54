import { z } from 'zod';
import type { Project } from '../model/project';

/** Names the project. */
export const setTitleSchema = z.object({ type: z.literal('setTitle'), title: z.string().min(1) }).readonly();

export function setTitle(project: Project, command: z.infer<typeof setTitleSchema>): Project {
  return project.title === command.title ? project : { ...project, title: command.title };
}
