import { readFile } from 'node:fs/promises';
import { HindcastError } from '#shared/domain/errors.ts';
import { type RunExport, runExportSchema } from '#shared/domain/run-export.ts';
import { clause } from '#shared/domain/sentence.ts';
import type { MarketStore } from '../market/store/market-store.ts';
import { exportRun } from './export-json.ts';
import type { ComparedRun } from './run-diff.ts';
import type { BarsOfRun } from './run-diff-data.ts';
import type { RunStore } from './run-store.ts';

/**
 * A stored run, ready to be compared.
 * @param selector its id or the beginning of it, or `last`
 * @throws HindcastError `usage.no-such-run`, `usage.no-result`, `storage.damaged-run`
 */
export function storedRun(selector: string, runs: RunStore, market: MarketStore): ComparedRun {
  const record = runs.find(selector);
  const run = exportRun(record, runs.result(record));
  return { run, source: runs.source(record), bars: barsOfRun(run, market) };
}

/**
 * A run that was exported as JSON, ready to be compared. It comes without the source of its strategy.
 * @throws HindcastError `data.no-run-file`, `data.not-a-run`
 */
export async function exportedRun(path: string, market: MarketStore): Promise<ComparedRun> {
  const run = readExport(path, await textOf(path));
  return { run, source: null, bars: barsOfRun(run, market) };
}

/** Bars of the market store, where they still are those that the run saw. */
function barsOfRun({ manifest }: RunExport, market: MarketStore): BarsOfRun {
  return (symbol) => {
    const used = manifest.data.find((series) => series.symbol === symbol);
    if (used === undefined) return null;
    try {
      const loaded = market.load(used, { from: used.firstTime, to: used.lastTime });
      return loaded.hash === used.sha256 ? loaded.bars : null;
    } catch (cause) {
      // Deleted or damaged: two runs can be compared without their bars.
      if (cause instanceof HindcastError) return null;
      throw cause;
    }
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new HindcastError(
      {
        kind: 'data',
        code: 'data.no-run-file',
        message: `${path} can't be read: ${clause(cause instanceof Error ? cause.message : String(cause))}.`,
        hint: 'Export a run as JSON to have one; a stored run goes by its id.',
      },
      { cause },
    );
  }
}

function readExport(path: string, text: string): RunExport {
  try {
    return runExportSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new HindcastError(
      {
        kind: 'data',
        code: 'data.not-a-run',
        message: `${path} is not the JSON of a run.`,
        hint: 'Export a run as JSON to have one.',
      },
      { cause },
    );
  }
}
