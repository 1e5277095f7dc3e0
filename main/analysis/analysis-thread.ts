import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { MarketStore } from '../market/store/market-store.ts';
import { RunStore } from '../runs/run-store.ts';
import { serve } from '../threads/serve.ts';
import type { AnalysisServices } from './analysis.ts';
import { LineAnalysis } from './line-analysis.ts';
import { OpenedRuns } from './opened-runs.ts';
import { RunAnalysis } from './run-analysis.ts';
import { RunFiles } from './run-files.ts';
import { SeriesAnalysis } from './series-analysis.ts';

const database = new Database(String((workerData as { database: string }).database), { readonly: true });
const market = new MarketStore(database);
const runs = new RunStore(database);
const opened = new OpenedRuns(runs, market);

/** They answer from the database as it is now. */
const services: AnalysisServices = {
  series: new SeriesAnalysis(market),
  runs: new RunAnalysis(opened, runs, market),
  lines: new LineAnalysis(opened, runs, market),
  files: new RunFiles(opened, runs),
};
serve({ ...services }, () => database.close());
