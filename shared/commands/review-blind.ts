import { z } from 'zod';
import { isReviewingBlind } from '../model/blind-review';
import type { Project } from '../model/project';
import { defineCommand } from './define-command';
import { withReview } from './review';

/** Begins a review in which whoever does it does not see the flags of others, or finishes it. */
export const reviewBlind = defineCommand({
  type: 'reviewBlind',
  fields: { running: z.boolean() },
  apply(project, { running }, { author, time }): Project | null {
    if (isReviewingBlind(project, author) === running) return running ? project : null;
    const before = project.review?.blind ?? [];
    const own = before.find((each) => each.author === author);
    const changed = running
      ? { author, started: time, finished: null }
      : { author, started: own?.started ?? time, finished: time };
    const others = before.filter((each) => each.author !== author);
    const blind = [...others, changed].sort((a, b) => (a.author < b.author ? -1 : 1));
    return withReview(project, { blind });
  },
});
