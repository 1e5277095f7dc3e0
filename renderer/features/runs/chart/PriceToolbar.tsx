import type { RunDetail } from '#shared/contract/run.ts';
import { TIMEFRAMES } from '#shared/domain/timeframe.ts';
import type { CandleStyle } from '../../../charts/scene/price-scene.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { SegmentedControl } from '../../../ui/action/SegmentedControl.tsx';
import { ToggleButton } from '../../../ui/action/ToggleButton.tsx';
import { Toolbar, ToolbarSeparator, ToolbarSpace } from '../../../ui/action/Toolbar.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import styles from './chart.module.css';
import { rangesFor, type TimeRange } from './range-buttons.ts';

export interface PriceLook {
  candles: CandleStyle;
  hasLines: boolean;
  hasTrades: boolean;
  hasVolume: boolean;
}

/** What the price chart shows, and which stretch of it. */
export function PriceToolbar({
  detail,
  symbol,
  look,
  lines,
  onSymbol,
  onLook,
  onRange,
}: {
  detail: RunDetail;
  symbol: string;
  look: PriceLook;
  /** How many the strategy has. */
  lines: number;
  onSymbol: (symbol: string) => void;
  onLook: (look: PriceLook) => void;
  onRange: (range: TimeRange) => void;
}) {
  const { run, result } = detail;
  const timeframe = run.series[0]?.timeframe ?? '1d';
  const symbols = result?.symbols ?? [];
  const ranges = result === null ? [] : rangesFor(result.lastTime - result.firstTime, TIMEFRAMES[timeframe]);
  return (
    <Toolbar label="Price chart">
      {symbols.length > 1 ? (
        <Select
          label="Symbol"
          isLabelHidden
          options={symbols.map((value) => ({ value, label: value }))}
          value={symbol}
          onChange={onSymbol}
        />
      ) : (
        <span className={styles.symbol}>
          {symbol} · {timeframe}
        </span>
      )}
      <ToolbarSeparator />
      {ranges.map((range) => (
        <Button key={range.id} size="small" variant="quiet" onClick={() => onRange(range)}>
          {range.label}
        </Button>
      ))}
      <ToolbarSpace />
      <SegmentedControl
        label="Bars as"
        segments={[
          { value: 'candles', label: 'Candles' },
          { value: 'bars', label: 'Bars' },
          { value: 'line', label: 'Line' },
        ]}
        value={look.candles === 'hollow' ? 'candles' : look.candles}
        onChange={(candles) => onLook({ ...look, candles })}
      />
      <ToolbarSeparator />
      {lines > 0 && (
        <ToggleButton isOn={look.hasLines} onChange={(hasLines) => onLook({ ...look, hasLines })}>
          Indicators {lines}
        </ToggleButton>
      )}
      <ToggleButton isOn={look.hasTrades} onChange={(hasTrades) => onLook({ ...look, hasTrades })}>
        Trades
      </ToggleButton>
      <ToggleButton isOn={look.hasVolume} onChange={(hasVolume) => onLook({ ...look, hasVolume })}>
        Volume
      </ToggleButton>
    </Toolbar>
  );
}
