import type { Ms } from '#shared/domain/units.ts';
import type { Asked, Streamed } from '../threads/asked.ts';
import { Thread } from '../threads/thread.ts';
import type { LineAnalysis } from './line-analysis.ts';
import type { RunAnalysis } from './run-analysis.ts';
import type { RunFiles } from './run-files.ts';
import type { SeriesAnalysis } from './series-analysis.ts';

/** What the thread can be asked, by name. */
export interface AnalysisServices {
  series: SeriesAnalysis;
  runs: RunAnalysis;
  lines: LineAnalysis;
  files: RunFiles;
}

/** Time that the thread lives on without a question: its memory holds what is on the screen. */
const IDLE: Ms = 600_000;

/**
 * A thread that reads the database and works out what charts, tables and files show, so that large reads keep nobody
 * else waiting.
 */
export class Analysis {
  readonly series: Asked<SeriesAnalysis>;
  readonly runs: Asked<RunAnalysis>;
  readonly lines: Asked<LineAnalysis>;
  readonly files: Asked<RunFiles> & Streamed<RunFiles>;
  readonly #thread: Thread<AnalysisServices>;

  /** @param database path of the file, which must exist while there are questions */
  constructor(database: string) {
    const entry = new URL('./analysis-thread.ts', import.meta.url);
    const thread = new Thread<AnalysisServices>(entry, { data: { database }, idleTimeout: IDLE });
    this.#thread = thread;
    this.series = thread.calls('series');
    this.runs = thread.calls('runs');
    this.lines = thread.calls('lines');
    this.files = { name: thread.calls('files').name, bytes: thread.streams('files').bytes };
  }

  /** Nothing that it reads is lost when it ends at once. */
  async close(): Promise<void> {
    await this.#thread.stop();
  }
}
