import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,worker,main,tests}/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
