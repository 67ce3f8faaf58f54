import { z } from 'zod';
import { approvedSpellingSchema } from './agreed-words';
import { dismissalSchema } from './dismissal';
import { flagSchema } from './flag';
import { idSchema } from './id';
import { languageSchema, perLanguage, perLanguageSchema } from './language';
import { rowSchema } from './row';
import { timeSchema } from './time';

/** Where a version came from. */
export const originSchema = z
  .object({
    /** File name without its folder; empty for pasted text. */
    fileName: z.string(),
    /** What it was, as main/import/formats.ts calls it; `paste` for text from the clipboard. */
    format: z.string(),
    /** The encoding it was read in, as "utf-8"; empty where the format fixes it. */
    encoding: z.string(),
    /** SHA-256 of the bytes, in hex. */
    hash: z.string(),
    /** When it was imported, ms since 1970. */
    time: timeSchema,
    /**
     * The file the project keeps, to write the version back into; absent where there is none. It is an earlier one where what
     * was imported last cannot be one.
     */
    original: z
      .object({
        /** SHA-256 of its bytes, in hex: the name it is kept under. */
        hash: z.string(),
        /** What it is, as main/import/formats.ts calls it; how its name ends, too. */
        format: z.string(),
        /** Positions of the blocks of the file that are no part of the version and stay as they are. */
        leftOut: z.array(z.int().nonnegative()).readonly(),
        /** How the file was read, as main/import/reading.ts counts it; absent where it was as at first. */
        reading: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5)]).optional(),
      })
      .readonly()
      .optional(),
  })
  .readonly();

export type Origin = z.infer<typeof originSchema>;

/** The article as it was at some time, under a name a person gave it. */
export const snapshotSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    author: z.string(),
    /** ms since 1970 */
    time: timeSchema,
    rows: z.array(rowSchema).readonly(),
  })
  .readonly();

export type Snapshot = z.infer<typeof snapshotSchema>;

/** In the order a project keeps them: by time, then id. */
export function snapshotsInOrder(snapshots: readonly Snapshot[]): readonly Snapshot[] {
  return snapshots.toSorted((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
}

/** Who has signed off a version, and when (ms since 1970). */
const signOffSchema = z.object({ name: z.string(), time: timeSchema }).readonly();

/** A review in which a person does not see what others flag; times in ms since 1970. */
export const blindReviewSchema = z
  .object({
    author: z.string().min(1),
    started: timeSchema,
    /** null while it runs. */
    finished: timeSchema.nullable(),
  })
  .readonly();

export type BlindReview = z.infer<typeof blindReviewSchema>;

/** In the order a project keeps them: by the name of the person. */
export function blindReviewsInOrder(blind: readonly BlindReview[]): readonly BlindReview[] {
  return blind.toSorted((a, b) => (a.author < b.author ? -1 : 1));
}

/** What concerns the review of the article as a whole. */
export const reviewSchema = z
  .object({
    signOffs: perLanguageSchema(signOffSchema.nullable()),
    /** In order of time, then id. */
    snapshots: z.array(snapshotSchema).readonly(),
    /** The version the others follow, where the newsroom has one. */
    pivot: languageSchema.nullable(),
    /** The last blind review of each person who has begun one, by name; absent while there is none. */
    blind: z.array(blindReviewSchema).readonly().optional(),
    /** Approved spellings of names, by language, then text; absent while nobody approved one. */
    spellings: z.array(approvedSpellingSchema).readonly().optional(),
    /** Terms of this article beside the newsroom's, lines `ru | ky | en`; absent while there were none. */
    glossary: z.string().optional(),
  })
  .readonly();

export type Review = z.infer<typeof reviewSchema>;

/** A review in which a list that may be absent is absent when it is empty. */
export function withoutEmptyLists({ spellings = [], blind = [], ...review }: Review): Review {
  return { ...review, ...(spellings.length > 0 && { spellings }), ...(blind.length > 0 && { blind }) };
}

/** The review of an article nobody has begun to review. */
export const NO_REVIEW: Review = { signOffs: perLanguage(() => null), snapshots: [], pivot: null };

/** One article under review with all that belongs to it. */
export const projectSchema = z
  .object({
    id: z.string().min(1),
    title: z.string(),
    /** ms since 1970 */
    created: timeSchema,
    /** null for a version that was never imported. */
    origins: perLanguageSchema(originSchema.nullable()),
    rows: z.array(rowSchema).readonly(),
    /** In order of time, then id. */
    flags: z.array(flagSchema).readonly(),
    /** Absent as long as there is nothing to tell. */
    review: reviewSchema.optional(),
    /** Findings that are not to be shown, in order of time, then key. Absent when there are none. */
    dismissals: z.array(dismissalSchema).min(1).readonly().optional(),
  })
  .readonly();

export type Project = z.infer<typeof projectSchema>;
