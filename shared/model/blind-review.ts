import type { Flag } from './flag';
import type { Project } from './project';

/** Whether a person is reviewing without seeing what others have flagged. */
export function isReviewingBlind({ review }: Pick<Project, 'review'>, author: string): boolean {
  return review?.blind?.some((each) => each.author === author && each.finished === null) ?? false;
}

/** The flags a person may see: all of them, or their own while they review blind. */
export function flagsFor(project: Pick<Project, 'flags' | 'review'>, author: string): readonly Flag[] {
  if (!isReviewingBlind(project, author)) return project.flags;
  return project.flags.filter((flag) => flag.author === author);
}
