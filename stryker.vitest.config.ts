import { defineConfig } from 'vitest/config';

/** The tests that a change in the engine or the metrics must not get past: those beside them. */
export default defineConfig({
  test: {
    include: ['worker/{engine,metrics}/**/*.test.ts'],
    testTimeout: 60_000,
    reporters: ['dot'],
  },
});
