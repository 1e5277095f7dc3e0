import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** How the window is bundled: for the web host by itself, for the desktop as a part of electron.vite.config.ts. */
export default defineConfig({
  root: folder('.'),
  base: './',
  plugins: [react()],
  build: {
    outDir: folder('../out/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    // electron-vite would leave it as it is, and the editor's compiler alone is 11 MB then.
    minify: true,
  },
  worker: { format: 'es' },
});
