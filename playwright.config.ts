import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One window at a time: they share the display, and the keyboard focus with it.
  workers: 1,
  // Lanes with a display each share the tests out one by one, and not file by file.
  fullyParallel: true,
  // Far above what a test needs: a busy machine may be slow, it may not be wrong.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: { trace: 'retain-on-failure' },
});
