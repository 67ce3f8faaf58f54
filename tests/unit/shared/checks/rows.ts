import { makeChecker } from '../../../../shared/checks/engine/check-rows';
import type { Check, CheckContext } from '../../../../shared/checks/engine/check';
import type { Finding } from '../../../../shared/checks/engine/finding';
import { LANGUAGES, perLanguage, type PerLanguage } from '../../../../shared/model/language';
import { plainBlock } from '../../../../shared/model/paragraph';
import type { Row } from '../../../../shared/model/row';

/** A row of paragraphs of these texts; a version that is not given has none. */
export function makeRow(id: string, texts: Partial<PerLanguage<string | readonly string[]>>): Row {
  return {
    id,
    cells: perLanguage((language) => {
      const given = texts[language] ?? [];
      const list = typeof given === 'string' ? [given] : given;
      return {
        paragraphs: list.map((text, n) => ({
          ...plainBlock(text),
          id: `${id}-${language}-${n}`,
          imported: null,
        })),
        status: 'translated' as const,
      };
    }),
    confidence: 1,
    confirmed: false,
  };
}

/** What one check finds in these rows. */
export function findIn(
  check: Check,
  rows: readonly Row[],
  context: CheckContext = { glossary: '' },
): readonly Finding[] {
  return makeChecker([check], context)(rows);
}

/** The places of a finding as "en: 26 June". */
export function quotes(rows: readonly Row[], { spans }: Finding): readonly string[] {
  const paragraphs = rows.flatMap((row) => LANGUAGES.flatMap((language) => row.cells[language].paragraphs));
  return spans.map(({ language, paragraphId, start, end }) => {
    const text = paragraphs.find(({ id }) => id === paragraphId)?.text ?? '';
    return `${language}: ${text.slice(start, end)}`;
  });
}

/** The texts of each version after all fixes of these findings were put in. */
export function apply(rows: readonly Row[], findings: readonly Finding[]): PerLanguage<readonly string[]> {
  const fixes = findings.flatMap((finding) => finding.fixes).toSorted((a, b) => b.start - a.start);
  return perLanguage((language) =>
    rows.flatMap((row) =>
      row.cells[language].paragraphs.map(({ id, text }) =>
        fixes
          .filter(({ paragraphId }) => paragraphId === id)
          .reduce(
            (mended, { start, end, text: by }) => mended.slice(0, start) + by + mended.slice(end),
            text,
          ),
      ),
    ),
  );
}
