import { defineConfig } from '@playwright/test';
import { findChromium } from './support/chromium.ts';

/** Journeys through the window, in the web host. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../out/e2e',
  // Every test has a host of its own, with threads of its own.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['line'], ['../support/e2e-count-reporter.ts']],
  use: {
    viewport: { width: 1600, height: 1000 },
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      // The sandbox of Chromium doesn't start for root.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
});
