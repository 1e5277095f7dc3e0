#!/usr/bin/env node
// Starts the command line on Node 24, whatever Node runs this file: so this file is plain JavaScript.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const cli = fileURLToPath(new URL('./main.ts', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  // Starting takes half the time when the code was compiled before.
  module.enableCompileCache();
  await import('./main.ts');
} else {
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = fileURLToPath(new URL(`../../../node_modules/node/bin/${executable}`, import.meta.url));
  if (existsSync(bundled)) {
    const child = spawn(bundled, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
  } else {
    console.error(`Hindcast runs on Node ${NEEDED}; this is Node ${process.versions.node}.`);
    console.error('npm ci in the project folder brings the right one, or install it from nodejs.org.');
    process.exit(1);
  }
}
