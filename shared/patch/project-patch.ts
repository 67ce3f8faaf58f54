import { z } from 'zod';
import { approvedSpellingSchema, spellingKey, spellingsInOrder } from '../model/agreed-words';
import { dismissalSchema, dismissalsInOrder } from '../model/dismissal';
import { flagIdSchema, flagSchema, flagsInOrder } from '../model/flag';
import { paragraphSchema } from '../model/paragraph';
import {
  blindReviewSchema,
  blindReviewsInOrder,
  NO_REVIEW,
  projectSchema,
  reviewSchema,
  snapshotSchema,
  snapshotsInOrder,
  type Project,
} from '../model/project';
import { cellSchema, rowSchema, type Row } from '../model/row';
import { fields } from './fields';
import { placedList } from './placed-list';
import { sortedList } from './sorted-list';

const { signOffs, origins, cells } = {
  ...reviewSchema.unwrap().shape,
  ...projectSchema.unwrap().shape,
  ...rowSchema.unwrap().shape,
};

const paragraphPart = fields(paragraphSchema.unwrap(), {
  nested: {},
  fixed: ['id'],
  // Marks are offsets into the text.
  together: ['text', 'marks'],
});

const cellPart = fields(cellSchema.unwrap(), {
  nested: { paragraphs: placedList(paragraphSchema, paragraphPart) },
  fixed: [],
});

const rowPart = fields(rowSchema.unwrap(), {
  nested: {
    cells: fields(cells.unwrap(), { nested: { ru: cellPart, ky: cellPart, en: cellPart }, fixed: [] }),
  },
  fixed: ['id'],
});

/** How the fields of a review are patched; those not named here, whole. */
export const REVIEW_PARTS = {
  signOffs: fields(signOffs.unwrap(), { nested: {}, fixed: [] }),
  snapshots: sortedList(snapshotSchema, snapshotSchema.unwrap().shape.id, ({ id }) => id, snapshotsInOrder),
  blind: sortedList(blindReviewSchema, z.string(), ({ author }) => author, blindReviewsInOrder),
  spellings: sortedList(approvedSpellingSchema, z.string(), spellingKey, spellingsInOrder),
};

/** How the fields of a project are patched; those not named here, whole. */
export const PROJECT_PARTS = {
  origins: fields(origins.unwrap(), { nested: {}, fixed: [] }),
  rows: placedList(rowSchema, rowPart),
  flags: sortedList(flagSchema, flagIdSchema, ({ id }) => id, flagsInOrder),
  dismissals: sortedList(dismissalSchema, z.string(), ({ key }) => key, dismissalsInOrder),
  review: fields(reviewSchema.unwrap(), { nested: REVIEW_PARTS, fixed: [], start: NO_REVIEW }),
};

const projectPart = fields(projectSchema.unwrap(), { nested: PROJECT_PARTS, fixed: ['id', 'created'] });

/**
 * What differs between two states of a project: the one value that is stored, sent to the window, and kept (both ways)
 * for undo and redo. It names fields, and what is in lists by its id; what does not differ is absent.
 */
export const patchSchema = projectPart.schema;

export type Patch = z.infer<typeof patchSchema>;

/** The patch that turns `before` into `after`, the same for the same two states. */
export function patchBetween(before: Project, after: Project): Patch {
  return projectPart.between(before, after) ?? {};
}

/**
 * The project with a patch applied; what the patch does not name stays the same object. What a patch names and the
 * project does not have is passed over: applied twice a patch does the same as once.
 */
export function applyPatch(project: Project, patch: Patch): Project {
  return projectPart.after(project, patch);
}

/** Whether a patch changes nothing. */
export function isEmptyPatch(patch: Patch): boolean {
  return Object.keys(patch).length === 0;
}

/** Where two lists of rows begin to differ, from 0, and the rows that are new or other objects; null for the same. */
export function rowsThatDiffer(
  before: readonly Row[],
  after: readonly Row[],
): { readonly first: number; readonly rows: readonly Row[] } | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) first += 1;
  if (first === Math.max(before.length, after.length)) return null;
  let tail = 0;
  while (tail < shorter - first && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  const known = new Set(before.slice(first, before.length - tail));
  return { first, rows: after.slice(first, after.length - tail).filter((row) => !known.has(row)) };
}
