import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One less by default: of two cores one would idle.
    maxWorkers: availableParallelism(),
    // Nearly all is pure: modules are loaded once by a worker, not once by each of the files.
    isolate: false,
  },
});
