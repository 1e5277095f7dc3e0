import { HostClient } from './client.ts';
import { BROKEN, IDLE, SMA_CROSS } from './strategies.ts';
import type { WebHost } from './web-host.ts';

/** A host with something of everything: where to look at it. */
export interface Prepared {
  client: HostClient;
  /** Ids of what its runs read. */
  series: string[];
  /** Paths behind the `#` of the address, by name. */
  places: Record<
    'home' | 'data' | 'series' | 'runs' | 'run' | 'broken' | 'idle' | 'compare' | 'jobs' | 'settings',
    string
  >;
}

/** Has a host show what a researcher's has: data, runs that went well, one that broke, one that never traded. */
export async function prepared(host: WebHost): Promise<Prepared> {
  const client = new HostClient(host);
  await client.acceptDisclosure();
  const series = [await client.addSamples()];
  const idle = await client.run({ strategy: IDLE, series });
  const broken = await client.run({ strategy: BROKEN, series });
  const other = await client.run({ strategy: SMA_CROSS, series, params: { fast: 20, slow: 100 } });
  const run = await client.run({ strategy: SMA_CROSS, series });
  await client.ask.runs.annotate({ run, tags: ['trend'], note: 'The one to beat.' });
  return {
    client,
    series,
    places: {
      home: '/',
      data: '/data',
      series: `/data/${encodeURIComponent(series[0] ?? '')}`,
      runs: '/runs',
      run: `/run/${run}`,
      broken: `/run/${broken}`,
      idle: `/run/${idle}`,
      compare: `/compare/${other}/${run}`,
      jobs: '/jobs',
      settings: '/settings',
    },
  };
}
