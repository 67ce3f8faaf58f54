import { createStore } from 'zustand/vanilla';
import type { SaidArticle, SaidFound } from '../../../shared/contract/said-found';
import type { Language } from '../../../shared/model/language';

/** Words a person asks about. */
export interface SaidAsked {
  readonly text: string;
  readonly language: Language;
}

/** The panel that tells how something was said. */
interface SaidStore {
  /** The words that are asked about; null while the panel is closed. */
  readonly asked: SaidAsked | null;
  /** Where it is being looked now; null once that is over. */
  readonly looking: 'here' | 'elsewhere' | null;
  /** How much of the other projects is done, 0 to 1. */
  readonly share: number;
  readonly articles: readonly SaidArticle[];
  readonly unread: SaidFound['unread'];
  /** Whether a person stopped the search. */
  readonly stopped: boolean;
}

export const CLOSED: SaidStore = {
  asked: null,
  looking: null,
  share: 0,
  articles: [],
  unread: [],
  stopped: false,
};

export const saidStore = createStore<SaidStore>()(() => CLOSED);
