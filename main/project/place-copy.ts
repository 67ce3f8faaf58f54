import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Result } from '../../shared/model/failure';
import { copyOwn } from '../system/own-file';
import { writeFailure } from '../system/system-error';
import { draftPath } from '../system/unfinished';
import { placeNewFile } from './place-new-file';

/** Copies a finished file to a new name, there complete or not at all; fails with `projectExists` when it is taken. */
export async function placeCopy(finished: string, path: string): Promise<Result<void>> {
  const draft = draftPath(dirname(path));
  try {
    await copyOwn(finished, draft);
    return placeNewFile(draft, path);
  } catch (error) {
    return writeFailure(error, path);
  } finally {
    await rm(draft, { force: true });
  }
}
