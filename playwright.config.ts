import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { hasDisplay } from './scripts/setup/system-libraries.mjs';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Windows on one display share the keyboard focus; without a display each worker has one of its own.
  workers: hasDisplay() ? 1 : availableParallelism(),
  fullyParallel: true,
  // Far above what a test needs: a busy machine may be slow, it may not be wrong.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: { trace: 'retain-on-failure' },
});
