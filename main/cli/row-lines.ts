import type { TFunction } from 'i18next';
import { rowNumbers } from '../../shared/model/readiness';
import type { ProjectFigures } from './figures';

/** Lines for a person on how well the versions stand side by side. */
export function rowLines({ rows, gaps, lowConfidence }: ProjectFigures, t: TFunction): readonly string[] {
  return [
    t('cli.line.rows', { rows }),
    listed(t('cli.line.gaps', { rows: gaps.length }), gaps),
    listed(t('cli.line.lowConfidence', { rows: lowConfidence.length }), lowConfidence),
  ];
}

/** "With a gap: 3" becomes "With a gap: 3 (2, 5–6)". */
function listed(line: string, positions: readonly number[]): string {
  return positions.length > 0 ? `${line} (${rowNumbers(positions)})` : line;
}
