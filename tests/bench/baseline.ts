import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Books } from './books.ts';
import { readColumn } from './series-files.ts';
import type { Took } from './stopwatch.ts';
import { SMA_CROSS, type SweepSize } from './workload.ts';

/** What gcc calls itself, or null where there is none. */
export function findCompiler(): string | null {
  try {
    return execFileSync('gcc', ['--version'], { encoding: 'utf8' }).split('\n')[0] ?? null;
  } catch {
    return null;
  }
}

/** Compiles baseline.c into a folder and returns the program's path. */
export function compileBaseline(folder: string): string {
  const source = fileURLToPath(new URL('./baseline.c', import.meta.url));
  const program = join(folder, 'baseline');
  // Fused multiply-adds round once where JavaScript rounds twice: without them both do the same arithmetic.
  const flags = ['-O3', '-march=native', '-ffp-contract=off'];
  execFileSync('gcc', [...flags, '-Wall', '-Werror', '-o', program, source, '-lm'], { stdio: 'inherit' });
  return program;
}

/** The C program at work on the series in a folder: it holds the bars and runs whenever it is told to. */
export class Baseline {
  readonly #folder: string;
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;

  /** @param folder where `writeSeries` wrote at least this many bars, and where the books go */
  constructor(program: string, folder: string, bars: number) {
    const { fast, slow, cash, commission } = SMA_CROSS;
    const args = [folder, ...[bars, fast, slow, cash, commission].map(String)];
    this.#folder = folder;
    this.#process = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
  }

  async run(): Promise<Took> {
    return tookOf(await this.#ask('r'));
  }

  /** The books of the last run. */
  async books(): Promise<Books> {
    await this.#ask('b');
    return {
      trades: readColumn(join(this.#folder, 'trades.f64')),
      equity: readColumn(join(this.#folder, 'equity.f64')),
    };
  }

  /** Runs every fast period from 2 on with every slow one above them, over the first bars. */
  async sweep({ bars, fasts, slows }: SweepSize): Promise<Took> {
    return tookOf(await this.#ask(`s ${bars} ${fasts} ${slows}`));
  }

  /** Final equity, trades and maximum drawdown of each pair of the last sweep. */
  async sweepOutcomes(): Promise<Float64Array> {
    await this.#ask('w');
    return readColumn(join(this.#folder, 'sweep.f64'));
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.stdin.end();
    await ended;
  }

  async #ask(command: string): Promise<string> {
    this.#process.stdin.write(`${command}\n`);
    const line = await this.#lines.next();
    if (line.done === true) throw new Error('the C program ended before it answered');
    return line.value;
  }
}

function tookOf(line: string): Took {
  const [cpuSeconds = Number.NaN, wallSeconds = Number.NaN] = line.split(' ').map(Number);
  return { cpuSeconds, wallSeconds };
}
