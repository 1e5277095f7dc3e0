import { NumberField } from '../../../ui/field/NumberField.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import {
  COMMISSIONS,
  type CostChoice,
  type CostModel,
  type CostsChoice as Costs,
  SLIPPAGES,
  SPREADS,
} from './cost-models.ts';
import { COST_PRESETS, presetOf } from './cost-presets.ts';
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

/** A way to charge and its numbers: the first stands beside it, further ones below. */
function CostLine({
  label,
  models,
  choice,
  problem,
  onChange,
}: {
  label: string;
  models: readonly Pick<CostModel<unknown>, 'id' | 'label' | 'fields'>[];
  choice: CostChoice;
  problem: string | undefined;
  onChange: (choice: CostChoice) => void;
}) {
  const { fields } = models.find(({ id }) => id === choice.model) ?? { fields: [] };
  const hasOne = fields.length === 1;
  return (
    <div className={styles.costs}>
      <div className={styles.pair}>
        <Select
          label={label}
          value={choice.model}
          options={models.map((one) => ({ value: one.id, label: one.label }))}
          onChange={(id) => {
            const chosen = models.find((one) => one.id === id);
            onChange({ model: id, amounts: chosen?.fields.map(({ usual }) => usual) ?? [] });
          }}
        />
        {fields.map((field, place) => (
          <NumberField
            key={field.label}
            label={hasOne ? `${label} amount` : field.isOptional ? `${field.label} (optional)` : field.label}
            step={field.step}
            unit={field.unit}
            value={choice.amounts[place] ?? null}
            error={hasOne ? problem : undefined}
            onChange={(amount) =>
              onChange({
                ...choice,
                amounts: fields.map((_, i) => (i === place ? amount : (choice.amounts[i] ?? null))),
              })
            }
          />
        ))}
      </div>
      {!hasOne && problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
