import type { Reading } from '../../import/reading';
import type { IsLeftOut } from './left-out';

/** How a file was read when it was imported. */
export interface FormerReading {
  readonly reading: Reading;
  /** Whether a block, by its position, was left out. */
  readonly isLeftOut: IsLeftOut;
}
