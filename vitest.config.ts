import { defineConfig } from 'vitest/config';
import { CountReporter } from './tests/support/count-reporter.ts';

export default defineConfig({
  test: {
    include: ['{shared,worker,main,renderer,tests}/**/*.test.ts'],
    testTimeout: 30_000,
    reporters: ['dot', new CountReporter()],
  },
});
