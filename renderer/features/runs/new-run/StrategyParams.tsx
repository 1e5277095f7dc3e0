import type { ApiError } from '#shared/contract/errors.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { ParamControl } from '../inspector/ParamControl.tsx';
import { changedParams, paramValues } from '../inspector/param-slider.ts';
import { useStrategyQuery } from '../queries.ts';
import styles from './new-run.module.css';

/** The parameters that a strategy of the library declares. */
export function StrategyParams({
  strategy,
  values,
  onChange,
}: {
  strategy: string;
  /** Those that differ from the defaults. */
  values: Readonly<Record<string, ParamValue>>;
  onChange: (values: Readonly<Record<string, ParamValue>>) => void;
}) {
  const { currentData, error } = useStrategyQuery({ kind: 'library', id: strategy });
  if (error !== undefined) return <ErrorState error={error as ApiError} isCompact />;
  if (currentData === undefined) return <SkeletonLines label="Parameters" lines={3} />;
  const declared = currentData.params;
  const all = paramValues(declared, values);
  return (
    <section className={styles.params} aria-label="Parameters">
      <h3 className={styles.heading}>Parameters</h3>
      {declared.length === 0 && <p className={styles.about}>This strategy has none.</p>}
      {declared.map((param) => (
        <ParamControl
          key={param.name}
          param={param}
          value={all[param.name] ?? param.default}
          onChange={(value) => onChange(changedParams(declared, { ...all, [param.name]: value }))}
        />
      ))}
    </section>
  );
}
