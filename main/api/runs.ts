import type { RunRow } from '#shared/contract/run.ts';
import { MOST_GLYPHS } from '#shared/contract/runs.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { orNull } from '#shared/domain/or-null.ts';
import type { App } from '../app.ts';
import { pinned, requestOf } from '../jobs/kinds/run-work.ts';
import { selectorOf } from '../market/selector.ts';
import { accountCurrency } from '../runs/account-currency.ts';
import type { Annotation } from '../runs/run-catalogue.ts';
import type { RunRecord, RunSummary } from '../runs/run-record.ts';
import { barShown } from './bar-shown.ts';
import { differenceShown } from './difference-shown.ts';
import type { AreaRouter, Implementer } from './implementer.ts';
import { StreamedFile } from './streamed-file.ts';

const FILE_TYPES = { html: 'text/html', csv: 'text/csv', json: 'application/json' } as const;

export function runsApi({ runs: api }: Implementer, app: App): AreaRouter<'runs'> {
  const { runs, catalogue, analysis, runLines, market, storage, resolveStrategy, jobs, works, changes, proofService } =
    app;
  const changed = () => changes.publish('runs', { area: 'runs' });
  return {
    list: api.list.handler(({ input }) => {
      const { rows, total, damaged } = catalogue.find(input);
      return { rows: rows.map(({ record, annotation }) => rowShown(record, annotation)), total, damaged };
    }),
    facets: api.facets.handler(() => catalogue.facets()),
    detail: api.detail.handler(async ({ input }) => {
      const record = runs.find(input.run);
      const annotation = catalogue.annotation(record.id);
      return {
        run: rowShown(record, annotation),
        note: annotation.note,
        manifestId: record.manifestId,
        manifest: record.manifest,
        resultHash: record.resultHash,
        result: await resultIfAny(analysis.runs.summary(record.id)),
      };
    }),
    start: api.start.handler(({ input }) => {
      // What isn't there is refused at once, not by a job that fails.
      const request = requestOf(input, market, resolveStrategy);
      const symbols = request.series.map(({ symbol }) => symbol).join(', ');
      return jobs.add(works.run, `Run ${request.strategy.file} on ${symbols}`.slice(0, 120), pinned(input, request));
    }),
    verify: api.verify.handler(({ input }) => {
      const { id, strategyName } = runs.find(input.run);
      return jobs.add(works.verify, `Verify ${strategyName} ${id}`, { run: id });
    }),
    proofs: api.proofs.handler(({ input }) => proofService.state(runs.find(input.run))),
    prove: api.prove.handler(({ input }) => {
      const { id, strategyName } = runs.find(input.run);
      return jobs.add(works.proof, `Prove ${strategyName} ${id}`, { run: id });
    }),
    annotate: api.annotate.handler(async ({ input: { run, ...annotation } }) => {
      const annotated = await storage.catalogue.annotate(runs.find(run).id, annotation);
      changed();
      return annotated;
    }),
    delete: api.delete.handler(async ({ input }) => {
      await storage.catalogue.delete(runs.find(input.run));
      changed();
      return {};
    }),
    trades: api.trades.handler(({ input: { run, offset, limit, including, ...query } }) =>
      analysis.runs.trades(run, query, { offset, limit }, including),
    ),
    trade: api.trade.handler(({ input }) => analysis.runs.trade(input.run, input.trade)),
    orders: api.orders.handler(({ input: { run, offset, limit, ...query } }) =>
      analysis.runs.orders(run, query, { offset, limit }),
    ),
    fill: api.fill.handler(({ input }) => analysis.runs.fill(input.run, input.fill)),
    log: api.log.handler(({ input: { run, ...page } }) => analysis.runs.log(run, page)),
    periods: api.periods.handler(({ input }) => analysis.runs.periods(input.run)),
    equityViewport: api.equityViewport.handler(({ input }) => analysis.runs.equityViewport(input.run, input)),
    barViewport: api.barViewport.handler(({ input }) => analysis.runs.barViewport(input.run, input.symbol, input)),
    lines: api.lines.handler(async ({ input: { run, symbol } }) => {
      const { lines, ...list } = await runLines.list({ run: runs.find(run).id, symbol });
      return { ...list, lines: lines.map((line) => ({ ...line, min: orNull(line.min), max: orNull(line.max) })) };
    }),
    linesViewport: api.linesViewport.handler(({ input: { run, symbol, ...viewport } }) =>
      runLines.viewport({ run: runs.find(run).id, symbol }, viewport),
    ),
    bar: api.bar.handler(async ({ input }) => {
      const { equity, benchmark, drawdown, ...bar } = await analysis.runs.bar(input.run, input.symbol, input.row);
      return {
        bar: { row: input.row, ...barShown(bar) },
        equity: orNull(equity),
        benchmark: orNull(benchmark),
        drawdown: orNull(drawdown),
      };
    }),
    rowAt: api.rowAt.handler(async ({ input }) => ({ row: await analysis.runs.rowAt(input.run, input.time) })),
    markers: api.markers.handler(({ input }) => analysis.runs.markers(input.run, input.symbol, input, MOST_GLYPHS)),
    compare: api.compare.handler(async ({ input }) =>
      differenceShown(await analysis.runs.compare(input.run, input.other)),
    ),
    export: api.export.handler(async ({ input }) => {
      const { id } = runs.find(input.run);
      const name = await analysis.files.name(id, input.format);
      return new StreamedFile(() => analysis.files.bytes(id, input.format), name, { type: FILE_TYPES[input.format] });
    }),
  };
}

async function resultIfAny<T>(result: Promise<T>): Promise<T | null> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof HindcastError && error.detail.code === 'usage.no-result') return null;
    throw error;
  }
}

function rowShown(record: RunRecord, { tags, note }: Annotation): RunRow {
  const { manifest, summary } = record;
  return {
    id: record.id,
    createdAt: record.createdAt,
    finishedAt: record.finishedAt,
    status: record.status,
    strategy: { name: record.strategyName, file: record.strategyFile, sha256: manifest.strategy.sha256 },
    params: manifest.params,
    series: manifest.data.map((used) => ({
      id: selectorOf(used),
      symbol: used.symbol,
      timeframe: used.timeframe,
      firstTime: used.firstTime,
      lastTime: used.lastTime,
    })),
    semantics: manifest.semantics,
    currency: accountCurrency(manifest),
    summary: summary && summaryShown(summary),
    failure: summary?.failure ?? null,
    error: record.error,
    tags,
    hasNote: note !== '',
  };
}

function summaryShown({ bars, trades, metrics, warnings }: RunSummary): NonNullable<RunRow['summary']> {
  const metric = (id: string) => orNull(metrics[id]?.value ?? Number.NaN);
  return {
    bars,
    trades,
    totalReturn: metric('totalReturn'),
    cagr: metric('cagr'),
    sharpe: metric('sharpe'),
    maxDrawdown: metric('maxDrawdown'),
    profitFactor: metric('profitFactor'),
    winRate: metric('winRate'),
    warnings: warnings.length,
  };
}
