import { type Objective, QUICK_METRICS } from '#shared/contract/sweeps.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { orNull } from '#shared/domain/or-null.ts';
import { Levels } from '#shared/domain/search-space.ts';
import { ownerOf, pinned, runInputSchema } from '../../../jobs/kinds/run-work.ts';
import { selectorOf } from '../../../market/selector.ts';
import { accountCurrency } from '../../../runs/account-currency.ts';
import { loadStrategySource } from '../../../strategies/load-source.ts';
import type { SweepRecord } from '../../../sweeps/sweep-record.ts';
import { ledgerName } from '../../../sweeps/trial-ledger.ts';
import { type Command, type CommandContext, EXIT } from '../command.ts';
import { dataFlags } from '../data-flags.ts';
import { wholeFlag } from '../flag-values.ts';
import { formatNumber } from '../format.ts';
import { printSweep, type RankedResult } from '../print-sweep.ts';
import { type Requirement, requireFlag, SWEEP_FLAGS, SWEEP_NOTES, searchFlags, threadsFlag } from '../sweep-flags.ts';
import type { Terminal } from '../terminal.ts';
import { checkStrategy, findData, readTerms, run } from './run.ts';

const USUAL_OBJECTIVE: Objective = { metric: 'sharpe', goal: 'maximum' };

const { json: _, html: __, open: ___, ...RUN_FLAGS } = run.flags;

export const sweep: Command = {
  name: 'sweep',
  usage: '[STRATEGY.ts --data SERIES|FILE --axis NAME=VALUES … | --resume SWEEP]',
  summary: 'run a strategy with many sets of parameters',
  positionals: [0, 1],
  flags: {
    ...SWEEP_FLAGS,
    top: { value: 'N', help: 'show the best so many (20)' },
    require: { value: 'CONDITION', help: 'exit with 1 unless the best reaches it: sharpe>1', many: true },
    resume: { value: 'SWEEP', help: 'go on with a sweep that was stopped; with flags about its results only' },
    threads: { value: 'N', help: 'worker threads (one for each core)' },
    json: { help: 'write the best as JSON to standard output' },
    ...RUN_FLAGS,
  },
  notes: `${SWEEP_NOTES}\n\n${run.notes ?? ''}`,
  threads: threadsFlag,
  async run(context) {
    const { args, terminal } = context;
    const top = wholeFlag('top', args.text('top') ?? '20', 1, 'a whole number above 0');
    const requirements = args.texts('require').map(requireFlag);
    const begun = await begin(context, requirements);
    const record = begun.status === 'done' ? begun : await perform(context, begun);
    const best = await bestOf(context, record, top);
    if (args.has('json')) terminal.json(listed(record, best));
    else printSweep(terminal, record, best, aboutOf(context, record));
    return missed(terminal, requirements, best[0]) ? EXIT.failedRun : EXIT.ok;
  },
};

/** The sweep that is meant: a new one, or one that was stopped. */
async function begin(context: CommandContext, requirements: readonly Requirement[]): Promise<SweepRecord> {
  const { args, app, signal } = context;
  const [file] = args.positionals;
  const resumed = args.text('resume');
  if ((file === undefined) === (resumed === undefined)) throw whichSweep();
  const { sweeps, sweepService, market } = app();
  if (resumed !== undefined || file === undefined) return sweeps.find(resumed ?? '');
  if (args.texts('axis').length === 0) throw noAxis();
  const search = searchFlags(args, [...QUICK_METRICS, ...requirements.map(({ metric }) => metric)]);
  const terms = readTerms(args);
  const { text: source } = await loadStrategySource(file);
  const [series] = await Promise.all([findData(context), checkStrategy(context, { source, file })]);
  const data = dataFlags(args, market, series);
  const strategy = { source, file };
  const input = runInputSchema.parse({
    ...terms,
    ...(data.actions !== undefined && { actions: data.actions }),
    strategy: { kind: 'source', ...strategy },
    series: series.map(selectorOf),
  });
  return sweepService.create({ run: pinned(input, { ...terms, ...data, strategy, series }), search }, { signal });
}

async function perform({ app, terminal, signal }: CommandContext, { id, search }: SweepRecord): Promise<SweepRecord> {
  terminal.note(`Sweep ${id}: ${formatNumber(search.budget, 0)} runs at most.`);
  const began = performance.now();
  let before: number | null = null;
  try {
    return await app().sweepService.perform(id, {
      signal,
      onProgress(done, total) {
        before ??= done;
        const perSecond = ((done - before) / Math.max(1, performance.now() - began)) * 1_000;
        const runs = `${formatNumber(done, 0)} of ${formatNumber(total, 0)} runs, ${formatNumber(perSecond, 0)} a second`;
        terminal.progress('Sweeping', done / total, runs);
      },
    });
  } catch (cause) {
    if (signal.aborted) terminal.note(`What it has found is kept: hindcast sweep --resume ${id} goes on.`);
    throw cause;
  } finally {
    terminal.clearProgress();
  }
}

async function bestOf({ app }: CommandContext, sweep: SweepRecord, top: number): Promise<RankedResult[]> {
  const { storage } = app();
  const levels = new Levels(sweep.search.space);
  const [objective = USUAL_OBJECTIVE] = sweep.search.objectives;
  const best = await storage.sweepResults.best(sweep, objective, top);
  return best.map(({ place, metrics }) => ({
    params: levels.paramsAt(levels.placeOf(place)),
    metrics: Object.fromEntries(sweep.search.metrics.map((metric, column) => [metric, metrics[column] ?? Number.NaN])),
  }));
}

/** For programs: what is undefined is null. */
function listed(sweep: SweepRecord, best: readonly RankedResult[]): object {
  const finite = (metrics: Record<string, number>) =>
    Object.fromEntries(Object.entries(metrics).map(([metric, value]) => [metric, orNull(value)]));
  return { ...sweep, best: best.map(({ params, metrics }) => ({ params, metrics: finite(metrics) })) };
}

function aboutOf({ app }: CommandContext, { id, strategy }: SweepRecord): { trials: number; currency: string } {
  const { sweeps, trials } = app();
  const { run_terms, manifest } = sweeps.basis(id);
  const name = ledgerName(strategy.file, ownerOf(run_terms));
  return { trials: trials.of(name).trials, currency: manifest === null ? '' : accountCurrency(manifest) };
}

/** Says which requirements the best result doesn't reach. */
function missed(terminal: Terminal, requirements: readonly Requirement[], best: RankedResult | undefined): boolean {
  const unmet = requirements.filter(({ metric, isMet }) => !isMet(best?.metrics[metric] ?? Number.NaN));
  for (const { text, metric } of unmet) {
    const value = best?.metrics[metric] ?? Number.NaN;
    terminal.note(`Not reached: ${text}; the best has ${Number.isFinite(value) ? formatNumber(value, 4) : 'none'}.`);
  }
  return unmet.length > 0;
}

function noAxis(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-axis',
    message: 'There is nothing to sweep.',
    hint: 'Add --axis with a parameter and its values: --axis fast=2:40:2.',
  });
}

function whichSweep(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.which-sweep',
    message: 'A sweep takes either a strategy or, with --resume, the id of one that was stopped.',
    hint: 'hindcast sweep --help shows all flags.',
  });
}
