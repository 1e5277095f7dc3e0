import { useMemo, useRef, useState } from 'react';
import type { RunDetail } from '#shared/contract/run.ts';
import { client } from '../../../app/api/client.ts';
import { useCommands } from '../../../app/commands/use-commands.ts';
import { useChartErrors } from '../../../app/store/chart-errors.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { type ChartHandle, ChartPane } from '../../../charts/ChartPane.tsx';
import type { SelectedTrade } from '../../../charts/scene/trade-layers.ts';
import type { ChartView } from '../../../charts/viewport/chart-view.ts';
import { digitsOfTick } from '../../../ui/format/price.ts';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { RUN_COMMANDS } from '../run-commands.ts';
import { barPicked, bottomTabChosen, tradeSelected } from '../workspace-slice.ts';
import styles from './chart.module.css';
import { type PriceLook, PriceToolbar } from './PriceToolbar.tsx';
import type { TimeRange } from './range-buttons.ts';
import { barSource, type ShownRun } from './run-source.ts';
import { useRunLines } from './use-run-lines.ts';

/** Prices of one symbol of a run, with what the strategy looked at and the trades in it. */
export function PriceHalf({
  detail,
  shown,
  symbol,
  view,
  selected,
  onSymbol,
  onStepTrade,
}: {
  detail: RunDetail;
  shown: ShownRun;
  symbol: string;
  view: ChartView;
  selected: SelectedTrade | null;
  onSymbol: (symbol: string) => void;
  onStepTrade: (step: -1 | 1) => void;
}) {
  const dispatch = useAppDispatch();
  const [look, setLook] = useState<PriceLook>(FIRST_LOOK);
  const { error, retry, ...asking } = useChartErrors();
  const [failedRange, setFailedRange] = useState<TimeRange | null>(null);
  const { id } = shown;
  const decimals = priceDigits(detail, symbol);
  const indicators = useRunLines({ run: id, symbol, strategy: detail.run.strategy.name }, decimals);
  const { areThere } = indicators;
  const source = useMemo(() => barSource(client.runs, shown, symbol, areThere), [shown, symbol, areThere]);
  const chart = useRef<ChartHandle>(null);
  useCommands(useMemo(() => [{ ...RUN_COMMANDS.goToDate, run: () => chart.current?.askDate() }], []));

  const onRange = async (range: TimeRange) => {
    const { span } = range;
    if (span === null || detail.result === null) return view.reset();
    try {
      const from = await source.rowAt(detail.result.lastTime - span, new AbortController().signal);
      const rows = shown.bars - from;
      view.show({ from, to: shown.bars + rows * END_MARGIN });
      setFailedRange(null);
      asking.onAnswer('place');
    } catch (cause) {
      setFailedRange(range);
      asking.onError(cause, 'place');
    }
  };
  const onRetry = () => {
    retry();
    if (failedRange !== null) void onRange(failedRange);
  };
  return (
    <div className={styles.half}>
      <PriceToolbar
        detail={detail}
        symbol={symbol}
        look={look}
        lines={indicators.lines.length}
        onSymbol={onSymbol}
        onLook={setLook}
        onRange={(range) => void onRange(range)}
      />
      {error !== null && <ErrorState error={error} isCompact onRetry={onRetry} />}
      {indicators.error !== null && <ErrorState error={indicators.error} isCompact onRetry={indicators.retry} />}
      <div className={styles.pane}>
        <ChartPane
          name={`${symbol} ${shown.timeframe}`}
          source={source}
          view={view}
          decimals={decimals}
          candles={look.candles}
          hasTrades={look.hasTrades}
          hasVolume={look.hasVolume}
          {...(look.hasLines && { lines: indicators.lines })}
          hidden={indicators.hidden}
          onToggleLine={indicators.onToggleLine}
          selected={selected}
          onSelectTrade={(trade) => {
            dispatch(tradeSelected({ run: id, trade }));
            dispatch(bottomTabChosen('trades'));
          }}
          onStepTrade={onStepTrade}
          onPickRow={(row) => {
            dispatch(barPicked({ run: id, row, symbol }));
            dispatch(bottomTabChosen('values'));
          }}
          handle={chart}
          {...asking}
        />
      </div>
    </div>
  );
}

const FIRST_LOOK: PriceLook = { candles: 'candles', hasLines: true, hasTrades: true, hasVolume: true };

/** Room behind the last bar, of the bars in view. */
const END_MARGIN = 0.025;

/** Decimals of the symbol's prices: those of its ticks, or enough for its size. */
function priceDigits({ manifest }: RunDetail, symbol: string): number {
  const tick = manifest.data.find((one) => one.symbol === symbol)?.instrument.tickSize ?? 0;
  return tick > 0 ? digitsOfTick(tick) : USUAL_DIGITS;
}

const USUAL_DIGITS = 2;
