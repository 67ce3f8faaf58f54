import { fail, type Result } from '../../shared/model/failure';

/** The code of an error of the operating system, as "ENOENT"; any other error is a bug and thrown on. */
export function systemErrorCode(error: unknown): string {
  if (error instanceof Error && 'syscall' in error && 'code' in error) return String(error.code);
  throw error;
}

/** What an error while writing means for the person. */
export function writeFailure(error: unknown, path: string): Result<never> {
  const code = systemErrorCode(error);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return fail('diskFull', { path });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return fail('folderNotWritable', { path });
    default:
      return fail('writeFailed', { path, detail: code });
  }
}
