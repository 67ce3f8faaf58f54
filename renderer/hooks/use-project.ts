import { useStore } from 'zustand';
import type { Project } from '../../shared/model/project';
import { projectStore } from '../session/project/project-store';

/** The open project; only called where one is open. */
export function useProject(): Project {
  const project = useStore(projectStore, (state) => state.project);
  if (!project) throw new Error('no project is open');
  return project;
}

/** Whether nothing can be changed in the open project. */
export function useReadOnly(): boolean {
  return useStore(projectStore, (state) => state.readOnly !== null);
}
