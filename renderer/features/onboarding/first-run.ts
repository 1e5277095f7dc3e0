import type { ContractClient } from '#shared/contract/index.ts';
import type { Job } from '#shared/contract/job.ts';

/** The run that everybody sees first. */
const FIRST = { strategy: 'sma-cross', symbol: 'SP500' } as const;

export type FirstRunStep = 'adding the sample data' | 'running the strategy';

/**
 * Adds the sample data and runs the first example over them.
 * @returns the id of the run
 * @throws what the host answered, or Error where a job came to nothing
 */
export async function makeFirstRun(client: ContractClient, onStep: (step: FirstRunStep) => void): Promise<string> {
  onStep('adding the sample data');
  const imports = await client.market.installSamples();
  for (const one of imports) await jobEnd(client, one);
  const series = (await client.market.list()).find(({ symbol }) => symbol === FIRST.symbol);
  if (series === undefined) throw new Error('The sample data were not added.');
  onStep('running the strategy');
  const started = await client.runs.start({
    strategy: { kind: 'library', id: FIRST.strategy },
    series: [series.id],
    costs: {
      commission: { model: 'percent', fraction: 0.0005 },
      spread: { model: 'none' },
      slippage: { model: 'none' },
    },
  });
  const { run } = await jobEnd(client, started);
  if (run === null) throw new Error('The first run gave no result.');
  return run;
}

/** @throws Error where the job did not come to its end */
async function jobEnd(client: ContractClient, started: Job): Promise<Job> {
  let job = started;
  if (job.state !== 'done') {
    for await (const changed of await client.jobs.watch({ job: started.id })) {
      job = changed;
      if (job.state !== 'queued' && job.state !== 'running' && job.state !== 'paused') break;
    }
  }
  if (job.state !== 'done') throw new Error(job.error?.message ?? `${job.title}: ${job.state}.`);
  return job;
}
