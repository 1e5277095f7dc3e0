import { Filter } from 'lucide-react';
import { EXIT_REASONS, type ExitReason } from '#shared/domain/run-result.ts';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { Popover } from '../../../ui/overlay/Popover.tsx';
import { EXIT_WORDS } from './exit-words.ts';
import styles from './tables.module.css';

export interface TradeFilterChoice {
  side: 'long' | 'short' | 'any';
  outcome: 'won' | 'lost' | 'any';
  exitReason: ExitReason | 'any';
  symbol: string;
}

export const ALL_TRADES: TradeFilterChoice = { side: 'any', outcome: 'any', exitReason: 'any', symbol: 'any' };

const ANY = { value: 'any' as const, label: 'Any' };

/** Which trades are listed. */
export function TradeFilter({
  filter,
  symbols,
  onChange,
}: {
  filter: TradeFilterChoice;
  symbols: readonly string[];
  onChange: (filter: TradeFilterChoice) => void;
}) {
  const count = Object.values(filter).filter((value) => value !== 'any').length;
  return (
    <Popover
      title="Filter trades"
      align="end"
      trigger={<IconButton label="Filter trades" size="small" icon={<Filter aria-hidden />} count={count} />}
    >
      <div className={styles.filter}>
        <Select
          label="Side"
          value={filter.side}
          options={[ANY, { value: 'long', label: 'Long' }, { value: 'short', label: 'Short' }]}
          onChange={(side) => onChange({ ...filter, side })}
        />
        <Select
          label="Outcome"
          value={filter.outcome}
          options={[ANY, { value: 'won', label: 'Won' }, { value: 'lost', label: 'Lost' }]}
          onChange={(outcome) => onChange({ ...filter, outcome })}
        />
        <Select
          label="Exit by"
          value={filter.exitReason}
          options={[ANY, ...EXIT_REASONS.map((value) => ({ value, label: EXIT_WORDS[value] }))]}
          onChange={(exitReason) => onChange({ ...filter, exitReason })}
        />
        {symbols.length > 1 && (
          <Select
            label="Symbol"
            value={filter.symbol}
            options={[{ value: 'any', label: 'Any' }, ...symbols.map((value) => ({ value, label: value }))]}
            onChange={(symbol) => onChange({ ...filter, symbol })}
          />
        )}
      </div>
    </Popover>
  );
}
