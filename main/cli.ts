#!/usr/bin/env node
import { runCommandLine } from './cli/run';

// A reader that has seen enough closes the pipe (`triptych info P | head -1`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void runCommandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
