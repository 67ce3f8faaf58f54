import type { AlignedRow } from '../../shared/align/alignment';

/** A row as it is found, and whether the file itself says so. */
export interface FoundRow extends AlignedRow {
  readonly confirmed?: true;
}
