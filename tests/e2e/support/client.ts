import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractClient } from '#shared/contract/index.ts';
import type { Job } from '#shared/contract/job.ts';
import { uploadSchema } from '#shared/contract/market.ts';
import type { RunTerms } from '#shared/contract/run.ts';
import { typedArraySerializer } from '#shared/contract/typed-arrays.ts';
import { DISCLOSURE } from '#shared/domain/disclosure.ts';
import type { WebHost } from './web-host.ts';

/** A host asked as programs ask it, with the token of its address: what a test is not about need not be clicked. */
export class HostClient {
  readonly ask: ContractClient;
  readonly #origin: string;
  readonly #headers: { authorization: string };

  /** @param host one that has started; started again, it has another token */
  constructor({ url }: Pick<WebHost, 'url'>) {
    const { origin, searchParams } = new URL(url);
    this.#origin = origin;
    this.#headers = { authorization: `Bearer ${searchParams.get('token')}` };
    this.ask = createORPCClient<ContractClient>(
      new RPCLink({ url: `${origin}/rpc`, headers: this.#headers, customJsonSerializers: [typedArraySerializer] }),
    );
  }

  /** As if somebody had been here before. */
  async acceptDisclosure(): Promise<void> {
    await this.ask.settings.set({ disclosureAccepted: DISCLOSURE.version });
  }

  /** Waits for the end of a job, whatever it is. */
  async end(started: Job): Promise<Job> {
    let job = started;
    for await (const changed of await this.ask.jobs.watch({ job: started.id })) job = changed;
    return job;
  }

  /** Adds the data that ship with Hindcast. @returns the id of the S&P 500 */
  async addSamples(): Promise<string> {
    for (const job of await this.ask.market.installSamples()) await this.end(job);
    return await this.#seriesOf('SP500');
  }

  /** Imports prices. @returns the id of the series */
  async addPrices(symbol: string, csv: string): Promise<string> {
    const response = await fetch(`${this.#origin}/api/v1/uploads?name=${symbol.toLowerCase()}.csv`, {
      method: 'POST',
      headers: { ...this.#headers, 'content-type': 'application/octet-stream' },
      body: csv,
    });
    const { upload } = uploadSchema.parse(await response.json());
    await this.end(await this.ask.market.import({ upload, options: { symbol } }));
    return await this.#seriesOf(symbol);
  }

  /** Runs a strategy to its end. @returns the id of the run */
  async run(terms: RunTerms): Promise<string> {
    const { run, state } = await this.end(await this.ask.runs.start(terms));
    if (run === null) throw new Error(`the run is ${state} and left nothing`);
    return run;
  }

  async #seriesOf(wanted: string): Promise<string> {
    const found = (await this.ask.market.list({})).find(({ symbol }) => symbol === wanted);
    if (found === undefined) throw new Error(`there are no prices of ${wanted}`);
    return found.id;
  }
}
