import { join } from 'node:path';
import { app } from 'electron';
import type { Places } from '../project/place-beside';

/** @param nameOfMine see `Places` */
export function workingPlaces(nameOfMine: Places['nameOfMine']): Places {
  return {
    working: join(app.getPath('userData'), 'working'),
    fallback: join(app.getPath('documents'), 'Triptych'),
    nameOfMine,
  };
}
