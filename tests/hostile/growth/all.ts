import { ALIGNED } from './aligned';
import { COMPARED } from './compared';
import { DRAFTED } from './drafts';
import { EXPORTED } from './exported';
import { FLAGGED } from './flagged';
import type { Growing } from './growing';
import { IMPORTED } from './imported';
import { SOUGHT } from './sought';
import { WRITTEN_BACK } from './written-back';

/** Everything that is tried at growing sizes. */
export const GROWING: readonly Growing[] = [
  ...ALIGNED,
  ...COMPARED,
  ...DRAFTED,
  ...FLAGGED,
  ...SOUGHT,
  ...EXPORTED,
  ...IMPORTED,
  ...WRITTEN_BACK,
];
