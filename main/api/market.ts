import type { Series } from '#shared/contract/market.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { orNull } from '#shared/domain/or-null.ts';
import type { SeriesSummary } from '#shared/domain/series.ts';
import type { App } from '../app.ts';
import type { ImportOptions } from '../market/import/import-file.ts';
import { previewFile } from '../market/import/preview-file.ts';
import { selectorOf } from '../market/selector.ts';
import { isSnapshot } from '../market/snapshot-source.ts';
import { barShown } from './bar-shown.ts';
import type { AreaRouter, Implementer } from './implementer.ts';

/** Six columns of eight bytes. */
const BYTES_A_BAR = 48;

/** The data that ship with Hindcast, and how they are read. */
const SAMPLES = [
  { name: 'sp500-2000.csv', options: { symbol: 'SP500' } },
  { name: 'stocks.csv', options: {} },
] as const;

export function marketApi({ market: api }: Implementer, app: App): AreaRouter<'market'> {
  const { market, analysis, storage, clock, gapCounts, uploads, catalogue, jobs, works, changes } = app;
  const changed = () => changes.publish('market', { area: 'market' });

  const shown = (series: SeriesSummary, gaps: ReadonlyMap<string, number>): Series => {
    const { id: _, ...summary } = series;
    return {
      ...summary,
      id: selectorOf(series),
      isSnapshot: isSnapshot(series.source),
      bytes: series.rows * BYTES_A_BAR,
      gaps: gaps.get(series.hash) ?? null,
    };
  };

  /** Counts what isn't known yet; whoever shows it hears of it. */
  const countGaps = (series: readonly SeriesSummary[]) => {
    gapCounts.count(series).then(
      (isNew) => isNew && changed(),
      () => {},
    );
  };

  /** Reading a file twice at once gains nothing, and the first that is done throws it away. */
  const refuseInHand = (upload: string) => {
    const isInHand = jobs.hasInHand(works.import, ({ file }) => file.kind === 'upload' && file.upload === upload);
    if (isInHand) throw uploadInUse();
  };

  return {
    list: api.list.handler(({ input }) => {
      const gaps = gapCounts.known();
      const listed = market.list().filter(({ source }) => input.snapshots || !isSnapshot(source));
      countGaps(listed.filter(({ hash }) => !gaps.has(hash)));
      return listed.map((series) => shown(series, gaps));
    }),
    detail: api.detail.handler(async ({ input }) => {
      const series = market.find(input.series);
      const { statistics, gapCount, gaps, coverage } = await analysis.series.quality(selectorOf(series));
      return {
        series: shown(series, new Map([[series.hash, gapCount]])),
        statistics: {
          ...statistics,
          low: orNull(statistics.low),
          high: orNull(statistics.high),
          firstClose: orNull(statistics.firstClose),
          lastClose: orNull(statistics.lastClose),
          medianStep: orNull(statistics.medianStep),
        },
        gaps,
        coverage,
        runs: catalogue.countOf(series.symbol, series.timeframe, series.source),
      };
    }),
    viewport: api.viewport.handler(({ input }) => analysis.series.viewport(input.series, input)),
    bar: api.bar.handler(async ({ input: { series, row } }) => ({
      row,
      ...barShown(await analysis.series.bar(series, row)),
    })),
    rowAt: api.rowAt.handler(async ({ input }) => ({ row: await analysis.series.rowAt(input.series, input.time) })),
    preview: api.preview.handler(async ({ input }) => {
      const { path, name, bytes } = uploads.find(input.upload);
      const { dialect, badRows, ...preview } = await previewFile(path, input.options as ImportOptions);
      return { name, bytes, ...preview, badRows: [...badRows], dialect: dialect && dialectShown(dialect) };
    }),
    import: api.import.handler(({ input: { upload, options } }) => {
      const { name } = uploads.find(upload);
      refuseInHand(upload);
      return jobs.add(works.import, `Import ${name}`, { file: { kind: 'upload', upload }, options });
    }),
    discardUpload: api.discardUpload.handler(({ input }) => {
      refuseInHand(input.upload);
      uploads.discard(input.upload);
      return {};
    }),
    installSamples: api.installSamples.handler(() =>
      Promise.all(
        SAMPLES.map(({ name, options }) =>
          jobs.add(works.import, `Import ${name}`, { file: { kind: 'sample', name }, options }),
        ),
      ),
    ),
    delete: api.delete.handler(async ({ input }) => {
      const deleted = await storage.deletedSeries.delete(input.series, clock());
      changed();
      return { deleted };
    }),
    restore: api.restore.handler(async ({ input }) => {
      const series = selectorOf(await storage.deletedSeries.restore(input.deleted));
      changed();
      return { series };
    }),
  };
}

function uploadInUse(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.upload-in-use',
    message: 'The file is being imported.',
    hint: 'Wait until that job is over, or cancel it.',
  });
}

type Preview = Awaited<ReturnType<typeof previewFile>>;

function dialectShown({ timeframes: _, notes, ...dialect }: NonNullable<Preview['dialect']>) {
  return { ...dialect, notes: [...notes] };
}
