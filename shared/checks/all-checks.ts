import type { Check } from './check';
import { footnote } from './footnote';

/** The checks in the order in which they are listed. */
export const ALL_CHECKS: readonly Check[] = [footnote];
