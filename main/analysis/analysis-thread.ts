import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import { MarketStore } from '../market/store/market-store.ts';
import { RunStore } from '../runs/run-store.ts';
import { RunAnalysis } from './run-analysis.ts';
import { SeriesAnalysis } from './series-analysis.ts';

/** What the thread can be asked, by name. */
export interface Subjects {
  series: SeriesAnalysis;
  runs: RunAnalysis;
}

export interface Question {
  subject: keyof Subjects;
  method: string;
  args: unknown[];
}

/** Errors for the user cross the thread as data; anything thrown is a bug of ours. */
export type Answer = { ok: true; value: unknown } | { ok: false; error: ErrorDetail };

const database = new Database(String((workerData as { database: string }).database), { readonly: true });
const market = new MarketStore(database);
const runs = new RunStore(database);
const subjects: Subjects = { series: new SeriesAnalysis(market), runs: new RunAnalysis(runs, market) };

/** Answers from the database as it is now. */
export function answer({ subject, method, args }: Question): Answer {
  const asked = subjects[subject] as unknown as Record<string, (...args: unknown[]) => unknown>;
  try {
    return { ok: true, value: asked[method]?.(...args) };
  } catch (error) {
    if (error instanceof HindcastError) return { ok: false, error: error.detail };
    throw error;
  }
}
