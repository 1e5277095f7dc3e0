import type { ContractRouterClient } from '@orpc/contract';
import { jobs } from './jobs.ts';
import { market } from './market.ts';
import { research } from './research.ts';
import { runs } from './runs.ts';
import { settings } from './settings.ts';
import { strategies } from './strategies.ts';
import { sweeps } from './sweeps.ts';
import { system } from './system.ts';

/** All that a window, a script or a test can ask of Hindcast. Implemented once, in main/api. */
export const contract = { system, market, strategies, runs, sweeps, research, jobs, settings };

/** The contract as something to call: `client.runs.detail({ run: 'last' })`. */
export type ContractClient = ContractRouterClient<typeof contract>;
