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
    coverage: {
      include: ['{main,shared,renderer/session}/**/*.ts'],
      exclude: ['**/*.d.ts'],
      reporter: ['json-summary'],
      // What a person does is decided there, and runs without a window.
      thresholds: { 'renderer/session/**/*.ts': { lines: 90 } },
    },
  },
});
