import type { Finding, Fix } from '../checks/engine/finding';
import type { CheckId } from '../checks/engine/strings';
import { LANGUAGES } from '../model/language';
import type { Row } from '../model/row';
import { checkedText, staleSources } from './stale';

/** Checks whose fixes give a version what the others say. */
const COMPARING: ReadonlySet<CheckId> = new Set<CheckId>(['number', 'date']);

/**
 * The findings without fixes that would take a change back: words that another version has not followed yet are not those to
 * be put right, even where both others still say what stood there before.
 */
export function forwardFixes(findings: readonly Finding[], rows: readonly Row[]): readonly Finding[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return findings.map((finding) => {
    const row = byId.get(finding.rowId);
    if (!row || finding.fixes.length === 0 || !COMPARING.has(finding.check)) return finding;
    const fixes = finding.fixes.filter((fix) => !isNews(row, fix));
    return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
  });
}

/** Whether the words that a fix would replace came in since a text that is to follow them was last held against them. */
function isNews(row: Row, { language, paragraphId, start, end }: Fix): boolean {
  const paragraph = row.cells[language].paragraphs.find(({ id }) => id === paragraphId);
  if (!paragraph) return false;
  const words = paragraph.text.slice(start, end);
  return LANGUAGES.some((other) => {
    if (!staleSources(row, other).includes(language)) return false;
    const checked = checkedText(paragraph, other);
    return checked === null || !holdsWords(checked, words);
  });
}

/** Whether the words stand in a text, and not as a part of a longer number or word. */
function holdsWords(text: string, words: string): boolean {
  const apart = (sign: string | undefined) => sign === undefined || !/[\p{L}\p{N}]/u.test(sign);
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    if (apart(text[at - 1]) && apart(text[at + words.length])) return true;
  return false;
}
