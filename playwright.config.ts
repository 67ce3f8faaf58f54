import { defineConfig } from '@playwright/test';

/** The invisible displays windows can be opened on; none where a person's own is used, or the one of `xvfb-run`. */
const displays = (process.env['WINDOW_DISPLAYS'] ?? '').split(' ').filter((display) => display !== '');

// Read in each worker: what it starts opens its windows on the worker's own display.
const own = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
if (own !== undefined) process.env['DISPLAY'] = own;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One window at a time on a display: they share the keyboard focus with it.
  workers: Math.max(1, displays.length),
  // The workers take test after test, and not file after file: they end together.
  fullyParallel: true,
  // Far above what a test needs: a busy machine may be slow, it may not be wrong.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: { trace: 'retain-on-failure' },
});
