import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type AppConfig, createApp } from '#main/app.ts';
import type { RunRequest } from '#main/runs/run-service.ts';
import { CASH_ACCOUNT } from '#shared/domain/account.ts';
import type { BarColumns } from '#shared/domain/bars.ts';
import { NO_COSTS } from '#shared/domain/costs.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import type { Timeframe } from '#shared/domain/timeframe.ts';
import { instrument } from './bars.ts';

export interface TempApp extends App {
  /** The folder that holds the database. */
  home: string;
  remove(): Promise<void>;
}

/** The whole app on a folder of its own, with a clock that moves a second whenever it is looked at. */
export function tempApp(config: Partial<AppConfig> = {}): TempApp {
  const home = config.home ?? mkdtempSync(join(tmpdir(), 'hindcast-'));
  let now = Date.UTC(2026, 0, 1);
  const app = createApp({ threads: 2, ...config, home }, { clock: () => (now += 1_000) });
  return {
    ...app,
    home,
    async remove() {
      await app.close();
      rmSync(home, { recursive: true });
    },
  };
}

/** Stores daily bars. */
export function store(
  { market }: Pick<App, 'market'>,
  symbol: string,
  bars: BarColumns,
  about: { closeOnly?: boolean; instrument?: Partial<Instrument>; timeframe?: Timeframe } = {},
): SeriesKey {
  const key: SeriesKey = { symbol, timeframe: about.timeframe ?? '1d', source: 'import' };
  const writer = market.beginImport({
    key,
    instrument: instrument({ ...about.instrument, symbol }),
    closeOnly: about.closeOnly ?? false,
  });
  writer.append(bars);
  market.commitImport([writer]);
  return key;
}

export function runRequest(source: string, series: readonly SeriesKey[], parts: Partial<RunRequest> = {}): RunRequest {
  return {
    strategy: { source, file: 'test.ts' },
    params: {},
    series,
    cash: 10_000,
    costs: NO_COSTS,
    account: CASH_ACCOUNT,
    semantics: 'hindcast-1',
    seed: 0,
    ...parts,
  };
}
