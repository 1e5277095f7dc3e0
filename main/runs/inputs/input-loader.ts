import type { RunTask } from '#worker/task.ts';
import type { MarketStore } from '../../market/store/market-store.ts';
import { accountCurrency } from '../account-currency.ts';
import { changedData } from '../errors.ts';
import type { RunRecord } from '../run-record.ts';
import type { RunRequest } from '../run-service.ts';
import { loadInputs } from './load-inputs.ts';
import { reloadInputs } from './reload-inputs.ts';
import { type RunInputs, taskInputs } from './run-inputs.ts';

/** What a run reads, and what the engine gets of it: the bars of both lie in the same shared memory. */
export interface LoadedInputs {
  inputs: RunInputs;
  task: Pick<RunTask, 'series' | 'rates'>;
}

/** Reads from the store what runs are made on. */
export class InputLoader {
  readonly #market: MarketStore;

  constructor(market: MarketStore) {
    this.#market = market;
  }

  /** @throws HindcastError `data.*` and `usage.*` where something is missing, or given for nothing */
  load(request: RunRequest): LoadedInputs {
    const inputs = loadInputs(this.#market, request);
    return { inputs, task: taskInputs(inputs, accountCurrency({ ...request, data: inputs.series })) };
  }

  /** What a stored run has read. @throws HindcastError `data.changed` when the bars are no longer those */
  reload(record: RunRecord): LoadedInputs {
    const { manifest } = record;
    const inputs = reloadInputs(this.#market, manifest, (used) => changedData(used, record));
    return { inputs, task: taskInputs(inputs, accountCurrency(manifest)) };
  }
}
