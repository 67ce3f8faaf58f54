import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { FailureCode } from '../../shared/model/failure';
import { copyProject } from '../project/logs';
import { freeFileName } from '../system/file-name';
import { writeFailure } from '../system/system-error';
import type { AppContext } from './app-context';

const SAMPLE_NAME = 'Kambar-Ata-1';

/** A sample in this state gives way to a fresh copy; the broken file stays where it is. */
const REPLACED: readonly FailureCode[] = ['projectNotFound', 'projectNotAProject', 'projectDamaged'];

/** Opens the sample from the app's own data, where it can be changed; it is copied there the first time. */
export async function openSample(context: AppContext) {
  const folder = join(app.getPath('userData'), 'sample');
  const path = join(folder, `${SAMPLE_NAME}.triptych`);
  const opened = await context.openProject(path);
  if (opened.ok || !REPLACED.includes(opened.failure.code)) return opened;
  await mkdir(folder, { recursive: true });
  const root = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'out');
  const fresh = join(folder, freeFileName(folder, SAMPLE_NAME, 'triptych'));
  try {
    const copied = copyProject(join(root, 'sample', 'sample.triptych'), fresh);
    return copied.ok ? context.openProject(fresh) : copied;
  } catch (error) {
    return writeFailure(error, fresh);
  }
}
