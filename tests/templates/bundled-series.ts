import { fileURLToPath } from 'node:url';
import { importFile } from '#main/market/import/import-file.ts';
import { allocateBars, BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import { instrumentSchema } from '#shared/domain/instrument.ts';
import type { RunSeries } from '#worker/task.ts';
import { MemorySink } from '../fixtures/import/memory-sink.ts';

const DATA = fileURLToPath(new URL('../../examples/data/', import.meta.url));

/**
 * The series of a price file that ships with the app, in shared memory, symbols in alphabetical order as in a run.
 * @param symbols those that are wanted, in their order; all of them by default
 */
export async function bundledSeries(file: string, symbols: readonly string[] = []): Promise<RunSeries[]> {
  const sink = new MemorySink();
  await importFile(`${DATA}${file}`, sink);
  const all = [...sink.stored.values()]
    .map(({ key, instrument, bars, closeOnly }) => ({
      symbol: key.symbol,
      series: { instrument: instrumentSchema.parse(instrument), bars: shared(bars), closeOnly },
    }))
    .sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
  const wanted = symbols.length === 0 ? all.map(({ symbol }) => symbol) : symbols;
  return wanted.map((symbol) => {
    const found = all.find((one) => one.symbol === symbol);
    if (found === undefined) throw new Error(`${file} has no symbol ${symbol}`);
    return found.series;
  });
}

function shared(own: BarColumns): BarColumns {
  const bars = allocateBars(own.time.length, 'shared');
  for (const column of BAR_COLUMNS) bars[column].set(own[column]);
  return bars;
}
