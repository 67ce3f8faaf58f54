import type { FoundRow } from './found-row';
import type { AlignedRow, AlignmentInput } from '../../shared/align/alignment';
import { ok, type Result } from '../../shared/model/failure';
import { columnVersion, type ChosenVersion } from '../../shared/model/column-version';
import { LANGUAGES, perLanguage, type PerLanguage } from '../../shared/model/language';
import { importedPlaces } from './new-project';

/** Of each paragraph of a version the line of its table; where all versions stand in one table, else null. */
export function linesOfVersions(
  versions: PerLanguage<ChosenVersion | null>,
): PerLanguage<readonly number[]> | null {
  const chosen = LANGUAGES.flatMap((language) => versions[language] ?? []);
  const [first, ...others] = chosen;
  if (!first?.column || others.length === 0) return null;
  const { source, column } = first;
  if (others.some((each) => each.source !== source || each.column?.group !== column.group)) return null;
  return perLanguage((language) => {
    const version = versions[language];
    const lines = version?.column ? columnVersion(version.read, version.column)?.lines : undefined;
    return version && lines ? importedPlaces(version.document).map((place) => lines[place] ?? 0) : [];
  });
}

/** Aligns stretches, each by itself. */
export type Align = (
  stretches: readonly PerLanguage<readonly AlignmentInput[]>[],
) => Promise<Result<readonly (readonly AlignedRow[])[]>>;

/** The rows of versions of which nobody knows more than what they say; fails as `align` does. */
export async function alignWhole(
  inputs: PerLanguage<readonly AlignmentInput[]>,
  align: Align,
): Promise<Result<readonly FoundRow[]>> {
  const aligned = await align([inputs]);
  return aligned.ok ? ok(aligned.value[0] ?? []) : aligned;
}

/**
 * The rows of versions that stand side by side in a table: a row for each of its lines, and where a line has several paragraphs of a
 * language, as many as the aligner finds within it. What a line says in two languages or more is confirmed. Fails as `align` does.
 */
export async function alignByLines(
  lines: PerLanguage<readonly number[]>,
  inputs: PerLanguage<readonly AlignmentInput[]>,
  align: Align,
): Promise<Result<readonly FoundRow[]>> {
  const held = heldInLines(lines);
  const several = held.filter(isSeveral);
  const aligned =
    several.length === 0
      ? ok([])
      : await align(
          several.map((line) =>
            perLanguage((language) => line[language].flatMap((n) => inputs[language][n] ?? [])),
          ),
        );
  if (!aligned.ok) return aligned;
  const within = new Map(several.map((line, n) => [line, aligned.value[n] ?? []]));
  const rows = held.flatMap((line): readonly FoundRow[] => {
    const found = within.get(line);
    if (found)
      return found.map(({ confidence, ...row }) => ({
        ...perLanguage((language) => row[language].flatMap((n) => line[language][n] ?? [])),
        confidence,
      }));
    const isShared = LANGUAGES.filter((language) => line[language].length > 0).length > 1;
    return [{ ...line, confidence: 1, ...(isShared && { confirmed: true }) }];
  });
  return ok(rows);
}

/** The positions of the paragraphs of each line, line by line. */
function heldInLines(lines: PerLanguage<readonly number[]>): readonly PerLanguage<readonly number[]>[] {
  const held = new Map<number, PerLanguage<number[]>>();
  for (const language of LANGUAGES)
    for (const [position, line] of lines[language].entries()) {
      const there = held.get(line) ?? perLanguage((): number[] => []);
      there[language].push(position);
      held.set(line, there);
    }
  return [...held].toSorted(([a], [b]) => a - b).map(([, positions]) => positions);
}

function isSeveral(line: PerLanguage<readonly number[]>): boolean {
  return LANGUAGES.some((language) => line[language].length > 1);
}
