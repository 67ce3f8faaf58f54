import { canonical } from './merge-fields';
import type { ProjectConflict } from './project-conflict';

/** A name for a conflict, the same as long as it is about the same thing. */
export function conflictKey(conflict: ProjectConflict): string {
  switch (conflict.kind) {
    case 'text':
      return canonical(['text', conflict.paragraphId]);
    case 'removed':
      return canonical(['removed', conflict.paragraph.id]);
    case 'arrangement':
      return canonical(['rows', [...conflict.kept, ...conflict.other].map(({ id }) => id)]);
    case 'field': {
      const { of, id, field, kept } = conflict;
      // Of the terms of an article several lines may be in conflict.
      return canonical([of, id, field, field === 'glossary' ? kept : null]);
    }
  }
}
