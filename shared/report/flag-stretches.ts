import type { Severity } from '../model/flag';
import { perLanguage, type PerLanguage } from '../model/language';
import type { ReportedFlag } from './reported-flag';

/** Some rows that follow one another, from 0 and both included, and how grave the flags in them are. */
export interface FlagStretch {
  readonly from: number;
  readonly to: number;
  readonly flags: PerLanguage<readonly Severity[]>;
}

/**
 * Where the flags of an article stand, told in so many equal parts of it at most. Dismissed ones are not counted.
 *
 * @param rows how many rows the article has
 */
export function flagStretches(
  flags: readonly ReportedFlag[],
  rows: number,
  most: number,
): readonly FlagStretch[] {
  const parts = Math.min(most, rows);
  return Array.from({ length: parts }, (_, i) => {
    const from = Math.floor((i * rows) / parts);
    const to = Math.floor(((i + 1) * rows) / parts) - 1;
    return {
      from,
      to,
      flags: perLanguage((language) =>
        flags.flatMap(({ severity, status, places }) =>
          status !== 'dismissed' &&
          places.some((place) => place.language === language && place.row >= from && place.row <= to)
            ? [severity]
            : [],
        ),
      ),
    };
  });
}
