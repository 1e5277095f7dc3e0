import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { RunDetail } from '#shared/contract/run.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { type ChartView, createChartView } from '../../../charts/viewport/chart-view.ts';
import { useTradeQuery } from '../queries.ts';
import { useWorkspace } from '../use-workspace.ts';
import { tradeSelected } from '../workspace-slice.ts';
import { EquityHalf } from './EquityHalf.tsx';
import { linkCrosshairs } from './linked-views.ts';
import { PriceHalf } from './PriceHalf.tsx';
import type { ShownRun } from './run-source.ts';
import { neighbourTrade, tradeOnChart } from './selected-trade.ts';
import { useRunView } from './use-run-view.ts';

/** Prices with trades, and equity with drawdown: linked, wherever they stand. */
export function RunCharts({
  detail,
  result,
  children,
}: {
  detail: RunDetail;
  result: NonNullable<RunDetail['result']>;
  children: (charts: { prices: ReactNode; equity: ReactNode }) => ReactNode;
}) {
  const dispatch = useAppDispatch();
  const { id, series } = detail.run;
  const timeframe = series[0]?.timeframe ?? '1d';
  const shown = useMemo<ShownRun>(() => ({ id, bars: result.bars, timeframe }), [id, result.bars, timeframe]);
  const view = useRunView(result.bars);
  const [isLinked, setLinked] = useState(false);
  const whole = useWholeView(view, result.bars);
  const [chosen, setSymbol] = useState<string | null>(null);
  const symbol = chosen !== null && result.symbols.includes(chosen) ? chosen : (result.symbols[0] ?? '');

  const selectedId = useWorkspace(({ selectedTrade }) => (selectedTrade?.run === id ? selectedTrade.trade : null));
  const { currentData } = useTradeQuery({ run: id, trade: selectedId ?? 0 }, { skip: selectedId === null });
  const trade = selectedId === null ? undefined : currentData?.trade;
  const selected = useMemo(() => (trade === undefined ? null : tradeOnChart(trade, symbol)), [trade, symbol]);
  useEffect(() => {
    if (trade === undefined) return;
    setSymbol(trade.symbol);
    view.reveal(trade.entryIndex, trade.exitIndex);
  }, [trade, view]);

  const picked = useWorkspace(({ pickedBar }) => (pickedBar?.run === id ? pickedBar.row : null));
  useEffect(() => {
    const { from, to } = view.range();
    if (picked !== null && (picked < from || picked >= to)) view.goTo(picked);
  }, [picked, view]);

  const onStepTrade = (step: -1 | 1) => {
    const next = neighbourTrade(selectedId, step, result.counts.trades);
    if (next !== null) dispatch(tradeSelected({ run: id, trade: next }));
  };
  return children({
    prices: (
      <PriceHalf
        detail={detail}
        shown={shown}
        symbol={symbol}
        view={view}
        selected={selected}
        onSymbol={setSymbol}
        onStepTrade={onStepTrade}
      />
    ),
    equity: (
      <EquityHalf
        shown={shown}
        view={isLinked ? view : whole}
        isLinked={isLinked}
        onLinked={setLinked}
        onStepTrade={onStepTrade}
      />
    ),
  });
}

/** All bars of the run, with the crosshair of the prices. */
function useWholeView(view: ChartView, bars: number): ChartView {
  const whole = useMemo(() => createChartView(bars), [bars]);
  useEffect(() => linkCrosshairs(view, whole), [view, whole]);
  return whole;
}
