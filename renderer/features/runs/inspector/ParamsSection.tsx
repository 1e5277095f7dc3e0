import type { RunDetail } from '#shared/contract/run.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import { isOver } from '../../../app/store/jobs-slice.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { SectionHeading } from '../../../ui/layout/SectionHeading.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { ProgressBar } from '../../../ui/state/ProgressBar.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { jobProgress } from '../../jobs/progress.ts';
import { useStrategyQuery } from '../queries.ts';
import type { Rerun } from '../rerun.ts';
import styles from './inspector.module.css';
import { ParamControl } from './ParamControl.tsx';
import { changedParams, paramValues } from './param-slider.ts';

/** The parameters of a run: moving one runs it again. */
export function ParamsSection({ detail, rerun }: { detail: RunDetail; rerun: Rerun }) {
  const { data: strategy, error } = useStrategyQuery({ kind: 'run', run: detail.run.id });
  const declared = strategy?.params ?? [];
  const values = paramValues(declared, rerun.params);
  const hasChanges = Object.keys(changedParams(declared, values)).length > 0;
  const change = (name: string, value: ParamValue) => ({ ...rerun.params, [name]: value });
  const set = (params: Rerun['params']) => {
    rerun.draft(params);
    rerun.runSoon(params);
  };
  const reset = (
    <Button size="small" variant="quiet" onClick={() => set(paramValues(declared, {}))}>
      Defaults
    </Button>
  );
  return (
    <section aria-label="Parameters">
      <SectionHeading aside={hasChanges ? reset : undefined}>Parameters</SectionHeading>
      <div className={styles.section}>
        {strategy === undefined && error === undefined && <SkeletonLines label="Parameters" lines={2} />}
        {strategy !== undefined && declared.length === 0 && <p>This strategy has none.</p>}
        {declared.map((param) => (
          <ParamControl
            key={param.name}
            param={param}
            value={values[param.name] ?? param.default}
            onChange={(value) => rerun.draft(change(param.name, value))}
            onCommit={(value) => set(change(param.name, value))}
          />
        ))}
        <RerunProgress rerun={rerun} />
        {rerun.isNotRun && <NotRun onRevert={rerun.stop} />}
      </div>
      {rerun.error !== null && <ErrorState error={rerun.error} isCompact onRetry={rerun.runNow} />}
    </section>
  );
}

function NotRun({ onRevert }: { onRevert: () => void }) {
  return (
    <p className={styles.notRun} role="status">
      Not run: the figures are of other parameters.
      <Button size="small" onClick={onRevert}>
        Revert
      </Button>
    </p>
  );
}

/** Keeps its place, so that nothing moves while a run is under way. */
function RerunProgress({ rerun: { job } }: { rerun: Rerun }) {
  return (
    <div className={styles.progress}>
      {job !== null && !isOver(job) && <ProgressBar label="Running again" {...jobProgress(job)} />}
    </div>
  );
}
