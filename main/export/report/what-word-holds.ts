import type { ReviewReport } from '../../../shared/report/review-report';

/**
 * So many flags, and as many findings, a report for Word tells of. A table of its own for each flag takes some 0.2 MB while the file
 * is written, and a file of some thousand such tables is nothing Word opens with ease.
 */
export const MOST_IN_WORD = 2000;

/** What a report for Word tells of: the first flags and findings, and how many there are in all. */
export interface WhatWordHolds {
  readonly flags: ReviewReport['flags'];
  readonly findings: ReviewReport['findings'];
  /** How many findings there are, of all checks. */
  readonly found: number;
}

/** The flags and findings of a report that a file for Word has room for, in their order. */
export function whatWordHolds({ flags, findings }: Pick<ReviewReport, 'flags' | 'findings'>): WhatWordHolds {
  let room = MOST_IN_WORD;
  const held = findings?.flatMap((group) => {
    const first = group.findings.slice(0, room);
    room -= first.length;
    return first.length > 0 ? [{ ...group, findings: first }] : [];
  });
  const found = findings?.reduce((sum, group) => sum + group.findings.length, 0) ?? 0;
  return { flags: flags.slice(0, MOST_IN_WORD), findings: held ?? null, found };
}
