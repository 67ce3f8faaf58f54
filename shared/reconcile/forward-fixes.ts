import type { Finding } from '../checks/engine/finding';
import type { CheckId } from '../checks/engine/strings';
import { LANGUAGES, type Language } from '../model/language';
import type { Row } from '../model/row';
import { staleSources } from './stale';

/** Checks whose fixes give a version what the others say. */
const COMPARING: ReadonlySet<CheckId> = new Set<CheckId>(['number', 'date']);

/**
 * The findings without fixes that would take a change back: a text that another has not followed yet is not the one to be
 * put right, even where both others still say the same.
 */
export function forwardFixes(findings: readonly Finding[], rows: readonly Row[]): readonly Finding[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return findings.map((finding) => {
    const row = byId.get(finding.rowId);
    if (!row || finding.fixes.length === 0 || !COMPARING.has(finding.check)) return finding;
    const fixes = finding.fixes.filter(({ language }) => !hasOutrun(row, language));
    return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
  });
}

function hasOutrun(row: Row, language: Language): boolean {
  return LANGUAGES.some((other) => staleSources(row, other).includes(language));
}
