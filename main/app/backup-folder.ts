import { join } from 'node:path';
import { app } from 'electron';

/** Where projects are kept as they were before their last openings, outside their own folders. */
export function backupFolder(): string {
  return join(app.getPath('userData'), 'backups');
}
