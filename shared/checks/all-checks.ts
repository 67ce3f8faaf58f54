import type { Check } from './check';
import { footnote } from './footnote';
import { link } from './link';
import { role } from './role';

/** The checks in the order in which they are listed. */
export const ALL_CHECKS: readonly Check[] = [footnote, link, role];
