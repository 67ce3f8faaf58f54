/** One megabyte as files are measured, in bytes. */
export const MB = 2 ** 20;

/** The largest file that is imported, in megabytes: no article comes near it. */
export const IMPORT_LIMIT_MB = 50;

/**
 * The largest file a project keeps as an original, in megabytes. The project is copied as a whole a few seconds after each
 * change, and backed up whole.
 */
export const ORIGINAL_LIMIT_MB = 20;

/**
 * The largest picture a project keeps, and all those of one file together, in megabytes: they are copied with it, as the
 * originals are.
 */
export const PICTURE_LIMIT_MB = 10;
export const PICTURES_LIMIT_MB = 20;

/** The longest text of a paragraph, in UTF-16 units: some thirty printed pages. What is longer froze every screen it came to. */
export const LONGEST_PARAGRAPH = 100_000;

/** The most marks of a paragraph, of all kinds together: each is a piece of its own on the screen. */
export const MOST_MARKS = 1000;

/** The longest text of one cell, all its paragraphs together: a row is shown whole or not at all. */
export const LONGEST_CELL = 400_000;

/** The most paragraphs of one cell. */
export const MOST_IN_CELL = 200;

/** The most flags of a project. */
export const MOST_FLAGS = 50_000;

/** The most of a paragraph that is shown at once, in UTF-16 units; a longer one is read stretch by stretch and split to be edited. */
export const LONGEST_AT_ONCE = 10_000;
