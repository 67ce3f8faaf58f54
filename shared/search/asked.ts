/** What is searched for, and how. */
export interface Asked {
  readonly query: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** Whether all forms of the words are found, and not the letters. */
  readonly forms: boolean;
}
