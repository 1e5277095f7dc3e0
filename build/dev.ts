// npm run dev: the app with a window that follows its sources: in Electron where its binary is, else in the browser.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { createApp } from '../main/app.ts';
import { dataFolder } from '../main/hosts/cli/data-folder.ts';
import { startWebHost } from '../main/hosts/web/web-host.ts';
import { electronBinary, hasDisplay } from './electron-binary.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

if (electronBinary(ROOT) !== null && hasDisplay(process.platform, process.env)) {
  const program = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const child = spawn(process.execPath, [program, 'dev', '--watch'], { cwd: ROOT, stdio: 'inherit' });
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  await serveFromSource();
}

/** The web host from source, and before it a server that bundles nothing and reloads what changes. */
async function serveFromSource(): Promise<void> {
  const app = createApp(dataFolder(undefined, process.env), { clock: Date.now });
  const host = await startWebHost(app, { port: 0, windowFolder: join(ROOT, 'out', 'renderer'), onBug: console.error });
  const release = app.claim(host.address);
  const proxy = {
    target: host.address,
    changeOrigin: true,
    headers: { authorization: `Bearer ${host.token}` },
    // The host serves its own pages alone: to it, this is a program with the key.
    configure: (server: ProxyServer) =>
      server.on('proxyReq', (request) => {
        for (const name of ['origin', 'cookie', 'referer', 'sec-fetch-site']) request.removeHeader(name);
      }),
  };
  const server = await createServer({
    configFile: join(ROOT, 'renderer', 'vite.config.ts'),
    server: {
      host: '127.0.0.1',
      proxy: { '/rpc': proxy, '/api': proxy },
      open: hasDisplay(process.platform, process.env),
    },
  });
  await server.listen();
  server.printUrls();
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
  await host.close();
  release();
  await app.close();
}

/** The part of Vite's proxy that is used. */
interface ProxyServer {
  on(event: 'proxyReq', listener: (request: { removeHeader(name: string): void }) => void): void;
}
