import { z } from 'zod';
import type { Project } from '../model/project';
import { defineCommand } from './define-command';

/** Names the project. */
export const setTitle = defineCommand({
  type: 'setTitle',
  fields: { title: z.string().min(1) },
  apply(project, command): Project {
    return project.title === command.title ? project : { ...project, title: command.title };
  },
});
