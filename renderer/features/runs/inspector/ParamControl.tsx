import type { StrategyParam } from '#shared/contract/strategies.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import { Select } from '../../../ui/field/Select.tsx';
import { Slider } from '../../../ui/field/Slider.tsx';
import { Switch } from '../../../ui/field/Switch.tsx';
import { sliderRange } from './param-slider.ts';

/** One parameter of a strategy, within the bounds that the strategy declares. */
export function ParamControl({
  param,
  value,
  onChange,
  onCommit,
}: {
  param: StrategyParam;
  value: ParamValue;
  /** With every move. */
  onChange: (value: ParamValue) => void;
  /** When it rests where it was meant to go. */
  onCommit?: (value: ParamValue) => void;
}) {
  const set = (next: ParamValue) => {
    onChange(next);
    onCommit?.(next);
  };
  switch (param.kind) {
    case 'int':
    case 'number': {
      const number = typeof value === 'number' ? value : param.default;
      return (
        <Slider
          label={param.name}
          isCode
          value={number}
          {...sliderRange(param, number)}
          onChange={onChange}
          {...(onCommit !== undefined && { onCommit })}
        />
      );
    }
    case 'bool':
      return <Switch label={param.name} isOn={value === true} onChange={set} />;
    case 'choice':
      return (
        <Select
          label={param.name}
          value={String(value)}
          options={param.options.map((option) => ({ value: option, label: option }))}
          onChange={set}
        />
      );
  }
}
