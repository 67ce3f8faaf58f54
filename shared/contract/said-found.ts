import type { SaidInArticle } from '../said/said';

/** An article in which the words that are looked for stand. */
export interface SaidArticle extends SaidInArticle {
  /** Where its project lies; null for the one that is open. */
  readonly path: string | null;
  readonly title: string;
  /** When it was last opened, ms since 1970. */
  readonly time: number;
}

/** Why a project was not looked into. */
export type Unread = 'inUse' | 'unreadable' | 'noTime';

/** What was found, the article that was open last first. */
export interface SaidFound {
  readonly articles: readonly SaidArticle[];
  readonly unread: readonly { readonly title: string; readonly why: Unread }[];
}
