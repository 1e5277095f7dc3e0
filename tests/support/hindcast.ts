import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../main/hosts/cli/hindcast.js', import.meta.url));
/** Halves the time that a process takes to start. */
const COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url));

export interface Outcome {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A command that goes on. */
export interface Running {
  process: ChildProcess;
  /** Resolves when it has ended. */
  outcome: Promise<Outcome>;
}

/** The command line in a folder of its own. */
export class Hindcast {
  readonly folder = mkdtempSync(join(tmpdir(), 'hindcast-'));
  readonly home = join(this.folder, 'home');

  /** Writes a file into the folder and gives its path. */
  write(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  start(...words: string[]): Running {
    const child = spawn(process.execPath, [ENTRY, ...words], {
      cwd: this.folder,
      env: { ...process.env, HINDCAST_HOME: this.home, NODE_COMPILE_CACHE: COMPILE_CACHE, FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const text = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text.stdout += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (text.stderr += part));
    const outcome = new Promise<Outcome>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve({ code, signal, ...text }));
    });
    return { process: child, outcome };
  }

  run(...words: string[]): Promise<Outcome> {
    return this.start(...words).outcome;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A CSV file of daily bars from 2024-01-01 on, going up and down. */
export function pricesCsv(rows: number): string {
  const lines = ['Date,Open,High,Low,Close,Volume'];
  for (let row = 0; row < rows; row++) {
    const close = Math.round(100 + 10 * Math.sin(row / 3));
    const date = new Date(Date.UTC(2024, 0, 1 + row)).toISOString().slice(0, 10);
    lines.push(`${date},${close},${close + 2},${close - 2},${close + 1},1000`);
  }
  return `${lines.join('\n')}\n`;
}

/** A CSV file of one-minute bars. */
export function minutesCsv(rows: number): string {
  const lines = ['Time,Open,High,Low,Close,Volume'];
  for (let row = 0; row < rows; row++) {
    const close = 100 + (row % 97) / 10;
    lines.push(
      `${new Date(Date.UTC(2020, 0, 1, 0, row)).toISOString()},${close},${close + 1},${close - 1},${close},${row}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
