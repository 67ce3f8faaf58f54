import { fail, ok, type Result } from '../../shared/model/failure';
import { withDocx } from '../import/office/with-docx';
import type { FileToRead } from '../import/file-to-read';
import type { Job } from '../system/job';
import { runJob } from './run-job';
import type { ReadFile } from './task';

/** A file as it was read, and the bytes a project would keep of it: its own, or what LibreOffice made of them. */
export interface ImportedBytes extends ReadFile {
  readonly bytes: Uint8Array;
}

/**
 * Reads files in a process of its own, after those that only LibreOffice reads have been through it. LibreOffice is begun
 * from here and not from that process, so that it ends when the person says so.
 */
export function importJob(
  files: readonly FileToRead[],
  onProgress: (share: number) => void,
): Job<readonly ImportedBytes[]> {
  let current: Job<unknown> | null = null;
  let isStopped = false;
  const run = async (): Promise<Result<readonly ImportedBytes[]>> => {
    const readable: Result<FileToRead>[] = [];
    for (const file of files) {
      const converting = withDocx(file);
      current = converting;
      readable.push(await converting.result);
      if (isStopped) return fail('jobCancelled');
    }
    const reading = runJob({ kind: 'import', files: readable.flatMap(valueOf) }, onProgress);
    current = reading;
    const read = await reading.result;
    if (!read.ok) return read;
    const done = read.value.values();
    return ok(
      readable.flatMap((file, n): readonly ImportedBytes[] => {
        const { fileName = '', bytes = new Uint8Array() } = files[n] ?? {};
        if (!file.ok) return [{ fileName, result: file, pictures: new Map(), bytes }];
        const { value } = done.next();
        return value ? [{ ...value, bytes: file.value.bytes }] : [];
      }),
    );
  };
  const cancel = () => {
    isStopped = true;
    current?.cancel();
  };
  return { result: run(), cancel };
}

function valueOf<T>(result: Result<T>): readonly T[] {
  return result.ok ? [result.value] : [];
}
