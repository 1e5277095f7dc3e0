import clsx from 'clsx';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import {
  COMMISSIONS,
  COST_PRESETS,
  type CostChoice,
  type CostModel,
  type CostsChoice as Costs,
  presetOf,
  SLIPPAGES,
  SPREADS,
} from './cost-models.ts';
import styles from './new-run.module.css';
import type { FormProblems } from './run-form.ts';

/** Commission, spread and slippage: a preset, or each by itself. */
export function CostsChoice({
  costs,
  problems,
  onChange,
}: {
  costs: Costs;
  problems: FormProblems;
  onChange: (costs: Costs) => void;
}) {
  const preset = presetOf(costs);
  return (
    <div className={styles.column}>
      <Select
        label="Costs"
        value={preset?.id ?? 'custom'}
        options={[
          ...COST_PRESETS.map(({ id, label, detail }) => ({ value: id, label, detail })),
          { value: 'custom', label: 'My own', isDisabled: preset !== null },
        ]}
        onChange={(id) => {
          const chosen = COST_PRESETS.find((one) => one.id === id);
          if (chosen !== undefined) onChange(chosen.costs);
        }}
      />
      <CostLine
        label="Commission"
        models={COMMISSIONS}
        choice={costs.commission}
        problem={problems.commission}
        onChange={(commission) => onChange({ ...costs, commission })}
      />
      <CostLine
        label="Spread"
        models={SPREADS}
        choice={costs.spread}
        problem={problems.spread}
        onChange={(spread) => onChange({ ...costs, spread })}
      />
      <CostLine
        label="Slippage"
        models={SLIPPAGES}
        choice={costs.slippage}
        problem={problems.slippage}
        onChange={(slippage) => onChange({ ...costs, slippage })}
      />
    </div>
  );
}

function CostLine({
  label,
  models,
  choice,
  problem,
  onChange,
}: {
  label: string;
  models: readonly Pick<CostModel<unknown>, 'id' | 'label' | 'unit' | 'usual' | 'step'>[];
  choice: CostChoice;
  problem: string | undefined;
  onChange: (choice: CostChoice) => void;
}) {
  const model = models.find(({ id }) => id === choice.model);
  return (
    <div className={clsx(styles.pair, styles.cost)}>
      <Select
        label={label}
        value={choice.model}
        options={models.map((one) => ({ value: one.id, label: one.label }))}
        onChange={(id) => onChange({ model: id, amount: models.find((one) => one.id === id)?.usual ?? 0 })}
      />
      {model !== undefined && model.unit !== null && (
        <NumberField
          label={`${label} amount`}
          isLabelHidden
          min={0}
          step={model.step}
          unit={model.unit}
          value={choice.amount}
          error={problem}
          onChange={(amount) => onChange({ ...choice, amount })}
        />
      )}
    </div>
  );
}
