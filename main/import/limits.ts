/** The largest page that is read: saved in one file it holds its pictures. */
export const PAGE_LIMIT_MB = 10;

/** The largest text that is read. */
export const TEXT_LIMIT_MB = 5;

/** The most paragraphs of a file; "War and Peace" has 12,000. */
export const MOST_PARAGRAPHS = 50_000;

/** The most lines of a text, and signs of Markdown among them: more would fill the memory. */
export const MOST_PARTS = 150_000;

/** The most elements of a page. */
export const MOST_ELEMENTS = 100_000;
