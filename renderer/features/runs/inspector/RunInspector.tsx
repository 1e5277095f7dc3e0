import clsx from 'clsx';
import type { RunDetail } from '#shared/contract/run.ts';
import { SectionHeading } from '../../../ui/layout/SectionHeading.tsx';
import type { Rerun } from '../rerun.ts';
import { useNow } from '../use-now.ts';
import { Annotations } from './Annotations.tsx';
import { CostsSection } from './CostsSection.tsx';
import styles from './inspector.module.css';
import { ParamsSection } from './ParamsSection.tsx';
import { RunActions } from './RunActions.tsx';
import { RunHeading } from './RunHeading.tsx';
import { AllFigures, RunKpis } from './RunKpis.tsx';
import { RunProofs } from './RunProofs.tsx';
import { TrustChecks } from './TrustChecks.tsx';
import { VerifyOutcome } from './VerifyOutcome.tsx';

/** Everything about a run but its charts and tables. */
export function RunInspector({ detail, rerun, isStale }: { detail: RunDetail; rerun: Rerun; isStale: boolean }) {
  const now = useNow();
  const { run, result, manifest, note } = detail;
  return (
    <aside className={styles.inspector} aria-label="Inspector" data-panel="Inspector" tabIndex={-1}>
      <RunHeading detail={detail} now={now} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label="Figures, checks and parameters">
        <div className={clsx(isStale && styles.dimmed)} aria-busy={isStale}>
          {result !== null && (
            <>
              <RunKpis metrics={result.metrics} currency={run.currency} />
              <VerifyOutcome run={run.id} />
              <TrustChecks result={result} cash={manifest.cash} />
              <RunProofs run={run} />
            </>
          )}
        </div>
        <ParamsSection detail={detail} rerun={rerun} />
        <div className={clsx(isStale && styles.dimmed)}>
          {result !== null && (
            <>
              <CostsSection costs={result.costs} currency={run.currency} />
              <SectionHeading aside={<AllFigures metrics={result.metrics} currency={run.currency} />}>
                More figures
              </SectionHeading>
            </>
          )}
          <Annotations key={run.id} run={run.id} tags={run.tags} note={note} />
        </div>
      </section>
      <RunActions run={run} rerun={rerun} />
    </aside>
  );
}
