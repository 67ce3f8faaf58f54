import { writeSync } from 'node:fs';
import { systemErrorCode } from '../../main/system/system-error';

const nothing = new Int32Array(new SharedArrayBuffer(4));

/** Writes a line to the standard output and returns once it is in the pipe, which may be full for a while. */
export function say(line: string): void {
  for (;;) {
    try {
      writeSync(process.stdout.fd, `${line}\n`);
      return;
    } catch (error) {
      if (systemErrorCode(error) !== 'EAGAIN') throw error;
      Atomics.wait(nothing, 0, 0, 1);
    }
  }
}
