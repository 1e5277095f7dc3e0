import type { z } from 'zod';
import type { SweepResult, sweepTermsSchema } from '#shared/contract/sweeps.ts';
import { orNull } from '#shared/domain/or-null.ts';
import type { App } from '../app.ts';
import { ownerOf } from '../jobs/kinds/run-work.ts';
import { unitOf } from '../sweeps/metric-unit.ts';
import { noSuchPlace, wrongSweepStatus } from '../sweeps/sweep-errors.ts';
import type { SweepRecord } from '../sweeps/sweep-record.ts';
import type { SweepRun } from '../sweeps/sweep-results.ts';
import type { SweepInput } from '../sweeps/sweep-service.ts';
import { ledgerName } from '../sweeps/trial-ledger.ts';
import { compareWithRun } from '../sweeps/verify-place.ts';
import type { AreaRouter, Implementer } from './implementer.ts';

export function sweepsApi({ sweeps: api }: Implementer, app: App): AreaRouter<'sweeps'> {
  const { sweeps, sweepService, trials, storage, runs, jobs, works } = app;
  const begin = ({ id, strategy, series }: SweepRecord) =>
    jobs.add(works.sweep, `Sweep ${strategy.file} on ${series.map(symbolOf).join(', ')}`.slice(0, 120), { sweep: id });
  const isInHand = (id: string) => jobs.hasInHand(works.sweep, ({ sweep }) => sweep === id);
  const shown = (sweep: SweepRecord, found: readonly SweepRun[]): SweepResult[] => {
    const params = sweepService.paramsAt(
      sweep,
      found.map(({ place }) => place),
    );
    return found.map(({ place, metrics }, row) => ({
      place,
      params: params[row] ?? {},
      metrics: Object.fromEntries(
        sweep.search.metrics.map((metric, column) => [metric, orNull(metrics[column] ?? Number.NaN)]),
      ),
    }));
  };
  const runAt = async (sweep: SweepRecord, place: number): Promise<SweepRun> => {
    const found = await storage.sweepResults.at(sweep, place);
    if (found === null) throw noSuchPlace(sweep.id, place);
    return found;
  };
  return {
    estimate: api.estimate.handler(({ input, signal }) =>
      sweepService.estimate(inputOf(input), signal === undefined ? {} : { signal }),
    ),
    start: api.start.handler(async ({ input, signal }) => {
      const sweep = await sweepService.create(inputOf(input), signal === undefined ? {} : { signal });
      return { sweep: sweep.id, job: await begin(sweep) };
    }),
    resume: api.resume.handler(({ input }) => {
      const sweep = sweeps.find(input.sweep);
      if (isInHand(sweep.id) || sweep.status === 'done' || sweep.status === 'running') {
        throw wrongSweepStatus(sweep.id, sweep.status, 'continued');
      }
      return begin(sweep);
    }),
    list: api.list.handler(({ input }) => sweeps.list(input.offset, input.limit)),
    get: api.get.handler(({ input }) => {
      const sweep = sweeps.find(input.sweep);
      const { strategy, ...terms } = sweeps.basis(sweep.id).run_terms;
      return {
        sweep,
        terms,
        units: sweep.search.metrics.map(unitOf),
        trials: trials.of(ledgerName(sweep.strategy.file, ownerOf({ strategy, ...terms }))),
      };
    }),
    results: api.results.handler(async ({ input: { sweep: selector, from, metrics } }) => {
      const sweep = sweeps.find(selector);
      const page = await storage.sweepResults.page(sweep, from, metrics ?? sweep.search.metrics);
      const next = from + page.places.length;
      return { from, next, total: Math.max(next, sweep.done), ...page };
    }),
    best: api.best.handler(async ({ input: { sweep: selector, metric, goal, limit } }) => {
      const sweep = sweeps.find(selector);
      const [first] = sweep.search.objectives;
      const ranking = { metric: metric ?? first?.metric ?? 'sharpe', goal: goal ?? first?.goal ?? 'maximum' };
      return { rows: shown(sweep, await storage.sweepResults.best(sweep, ranking, limit)) };
    }),
    failures: api.failures.handler(async ({ input: { sweep: selector, offset, limit } }) => {
      const sweep = sweeps.find(selector);
      const found = await storage.sweepResults.failures(sweep, offset, limit);
      const params = sweepService.paramsAt(
        sweep,
        found.map(({ place }) => place),
      );
      return { rows: found.map((failure, row) => ({ ...failure, params: params[row] ?? {} })), total: sweep.failed };
    }),
    watch: api.watch.handler(({ input, signal }) => {
      if (input.sweep === undefined) return sweepService.changes.watch(signal);
      const sweep = sweeps.find(input.sweep);
      return sweepService.changes.watch(signal, [[sweep.id, sweep]], (name) => name === sweep.id);
    }),
    delete: api.delete.handler(async ({ input }) => {
      const { id } = sweeps.find(input.sweep);
      if (isInHand(id)) throw wrongSweepStatus(id, 'running', 'deleted');
      await storage.sweeps.delete(id);
      return {};
    }),
    open: api.open.handler(async ({ input: { sweep: selector, place } }) => {
      const sweep = sweeps.find(selector);
      await runAt(sweep, place);
      const [params = {}] = sweepService.paramsAt(sweep, [place]);
      const { run_terms } = sweeps.basis(sweep.id);
      return jobs.add(works.run, `Run ${sweep.strategy.file}, place ${place} of sweep ${sweep.id}`, {
        ...run_terms,
        params,
      });
    }),
    verify: api.verify.handler(async ({ input: { sweep: selector, place, run } }) => {
      const sweep = sweeps.find(selector);
      return compareWithRun(sweep, await runAt(sweep, place), sweeps.basis(sweep.id).manifest, runs.find(run));
    }),
  };
}

function inputOf(terms: z.output<typeof sweepTermsSchema>): SweepInput {
  const { space, method, budget, searchSeed, objectives, metrics, ...run } = terms;
  return { run, search: { space, method, searchSeed, objectives, metrics, ...(budget !== undefined && { budget }) } };
}

/** `SPY:1d:import` is one of SPY. */
function symbolOf(series: string): string {
  return series.split(':')[0] ?? series;
}
