import { join } from 'node:path';
import type { Pace } from '../../../../main/project/pacing';
import type { Places } from '../../../../main/project/place-beside';

/** Places for a test, all in one folder. */
export function placesIn(folder: string): Places {
  return {
    working: join(folder, 'working'),
    fallback: join(folder, 'documents'),
    nameOfMine: (stem) => `${stem} (mine)`,
  };
}

/** So fast that a test need not wait, and a kill often comes while the file is being replaced. */
export const FAST: Pace = { idle: 5, most: 20, look: 10, settle: 15 };
