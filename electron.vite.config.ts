import { fileURLToPath } from 'node:url';
import { defineConfig } from 'electron-vite';
import { mergeConfig } from 'vite';
import { locatedFiles } from './build/located-files.ts';
import renderer from './renderer/vite.config.ts';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Bundles what ships: the desktop app. The command line and the web host run from source, as everything does here; an
 * installed app couldn't start them, because its Electron doesn't run as Node.
 */
export default defineConfig({
  main: {
    plugins: [locatedFiles()],
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          index: file('main/hosts/electron/index.ts'),
        },
        // Beside the entries, so that every bundle is as far from the files that it locates.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is one file, and in CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: file('main/hosts/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: mergeConfig(renderer, { build: { rolldownOptions: { input: file('renderer/index.html') } } }),
});
