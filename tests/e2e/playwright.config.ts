import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findChromium } from './support/chromium.ts';

const GALLERY_PORT = 5_391;

/** Journeys through the window, in the web host; and the gallery of its parts. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../out/e2e',
  // Every test has a host of its own, with threads of its own.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A browser on a busy machine may need a second try; what needed one is listed as flaky.
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['line'], ['../support/e2e-count-reporter.ts']],
  // The gallery isn't a part of what ships: it is served as it is for development.
  webServer: {
    command: `vite --config renderer/vite.config.ts --port ${GALLERY_PORT} --strictPort`,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    url: `http://localhost:${GALLERY_PORT}/gallery.html`,
  },
  use: {
    baseURL: `http://localhost:${GALLERY_PORT}`,
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
