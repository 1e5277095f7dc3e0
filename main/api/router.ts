import type { Context, Router } from '@orpc/server';
import type { contract } from '#shared/contract/index.ts';
import type { App } from '../app.ts';
import { implementer, type OnBug } from './implementer.ts';
import { jobsApi } from './jobs.ts';
import { marketApi } from './market.ts';
import { researchApi } from './research.ts';
import { runsApi } from './runs.ts';
import { settingsApi } from './settings.ts';
import { strategiesApi } from './strategies.ts';
import { sweepsApi } from './sweeps.ts';
import { type HostKind, systemApi } from './system.ts';

export interface RouterOptions {
  host: HostKind;
  onBug: OnBug;
  /** Whether a folder may be named as the new place of the data; any by default. */
  mayMoveTo?: (folder: string) => boolean;
}

/** The contract over the services of the app: what every transport serves. */
export function createRouter(app: App, { host, onBug, mayMoveTo }: RouterOptions): ContractRouter {
  const api = implementer(onBug);
  return api.router({
    system: systemApi(api, app, host, mayMoveTo),
    market: marketApi(api, app),
    strategies: strategiesApi(api, app),
    runs: runsApi(api, app),
    sweeps: sweepsApi(api, app),
    research: researchApi(api, app),
    jobs: jobsApi(api, app),
    settings: settingsApi(api, app),
  });
}

/** The implementation of the contract. */
export type ContractRouter = Router<typeof contract, Context>;
