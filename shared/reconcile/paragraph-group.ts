/** A match under way. */
export interface Group {
  readonly before: readonly number[];
  readonly after: readonly number[];
}
