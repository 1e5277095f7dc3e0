import { fileURLToPath } from 'node:url';
import { defineConfig } from 'electron-vite';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Bundles what ships; everything runs from source without it. The workers are entries of their own, because
 * threads start from files.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          cli: file('main/hosts/cli/main.ts'),
          worker: file('worker/index.ts'),
          'type-check-thread': file('main/strategies/type-check-thread.ts'),
        },
      },
    },
  },
});
