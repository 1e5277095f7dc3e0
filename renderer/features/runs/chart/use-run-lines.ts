import { useMemo, useState } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import { useShownError } from '../../../app/store/shown-error.ts';
import type { ChartLine } from '../../../charts/scene/price-scene.ts';
import { chartLines } from './chart-lines.ts';
import { rememberedHidden, rememberHidden, withToggled } from './hidden-lines.ts';
import { useRunLinesQuery } from './line-query.ts';

interface ShownLines {
  /** Those of the run before until they are there, so that nothing jumps where a run is repeated. */
  readonly lines: readonly ChartLine[];
  /** Their values can be asked for. */
  readonly areThere: boolean;
  /** Ids of those that aren't drawn. */
  readonly hidden: ReadonlySet<string>;
  readonly onToggleLine: (id: string) => void;
  /** Why the lines can't be had. */
  readonly error: ApiError | null;
  readonly retry: () => void;
}

const NO_LINES: readonly ChartLine[] = [];

/** The lines of a run's strategy on one symbol, as soon as they are there, and which of them are hidden. */
export function useRunLines(
  { run, symbol, strategy }: { run: string; symbol: string; strategy: string },
  priceDecimals: number,
): ShownLines {
  const { data, currentData, error, refetch } = useRunLinesQuery({ run, symbol });
  const [allHidden, setAllHidden] = useState(() => rememberedHidden(localStorage));
  const lines = useMemo(
    () => (data === undefined ? NO_LINES : chartLines(data.lines, priceDecimals)),
    [data, priceDecimals],
  );
  const hidden = useMemo(() => {
    const names = allHidden[strategy] ?? [];
    return new Set(lines.flatMap(({ id, name }) => (names.includes(name) ? [id] : [])));
  }, [lines, allHidden, strategy]);
  const onToggleLine = (id: string) => {
    const line = lines.find((one) => one.id === id);
    if (line === undefined) return;
    const next = withToggled(allHidden, strategy, line.name);
    rememberHidden(localStorage, next);
    setAllHidden(next);
  };
  const areThere = currentData !== undefined && currentData.lines.length > 0;
  return { lines, areThere, hidden, onToggleLine, error: useShownError(error), retry: () => void refetch() };
}
