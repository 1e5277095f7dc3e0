import { ChartCandlestick, CircleCheck } from 'lucide-react';
import { Button } from '../../../ui/action/Button.tsx';
import { Badge } from '../../../ui/state/Badge.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { JobCard } from '../../../ui/state/JobCard.tsx';
import { OfflineBanner } from '../../../ui/state/OfflineBanner.tsx';
import { ProgressBar } from '../../../ui/state/ProgressBar.tsx';
import { SimulatedBadge } from '../../../ui/state/SimulatedBadge.tsx';
import { Skeleton, SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { StaleBadge } from '../../../ui/state/StaleBadge.tsx';
import styles from '../Gallery.module.css';
import { Specimen, Specimens } from '../Specimen.tsx';
import { SAMPLE_ERROR } from '../sample-error.ts';

const TONES = ['neutral', 'accent', 'ok', 'info', 'warn', 'error'] as const;
const nothing = () => {};

export function StateSection() {
  return (
    <Specimens>
      <Specimen name="Badge, SimulatedBadge, StaleBadge">
        <div className={styles.row}>
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
          <Badge tone="ok" icon={<CircleCheck aria-hidden />}>
            verified
          </Badge>
          <SimulatedBadge />
          <StaleBadge age={134_000} />
        </div>
      </Specimen>
      <Specimen name="ProgressBar: known, unknown, paused">
        <div className={styles.column}>
          <ProgressBar label="Sweep" fraction={0.62} words="6,214 / 10,000 · 412 runs/s · 9 s left" />
          <ProgressBar label="Import" fraction={null} words="reading prices.csv" />
          <ProgressBar label="Sweep, paused" fraction={0.62} words="paused at 62 %" isStill />
        </div>
      </Specimen>
      <Jobs />
      <Specimen name="Skeleton">
        <div className={styles.column}>
          <SkeletonLines label="Loading runs" lines={4} />
          <p>
            <Skeleton width="6rem" height="2rem" />
          </p>
        </div>
      </Specimen>
      <Specimen name="EmptyState" isWide>
        <div className={styles.box}>
          <EmptyState
            icon={<ChartCandlestick aria-hidden />}
            title="No runs yet"
            body="A run plays a strategy over past prices. The sample takes about a second."
            action={<Button variant="primary">Run the sample</Button>}
          />
        </div>
      </Specimen>
      <Specimen name="ErrorState" isWide>
        <div className={styles.box}>
          <ErrorState error={SAMPLE_ERROR} onRetry={nothing} />
        </div>
      </Specimen>
      <Specimen name="ErrorState, compact: what was there stays below" isWide>
        <ErrorState
          error={{ kind: 'run', code: 'run.unreachable', message: 'Hindcast does not answer.' }}
          onRetry={nothing}
          isCompact
        />
      </Specimen>
      <Specimen name="OfflineBanner" isWide>
        <OfflineBanner queued={3} action={<Button size="small">Try now</Button>}>
          Working offline. Runs and data stay as they are.
        </OfflineBanner>
      </Specimen>
    </Specimens>
  );
}

function Jobs() {
  return (
    <Specimen name="JobCard: running, paused, failed, done" isWide>
      <div className={styles.row} style={{ alignItems: 'stretch' }}>
        <div className={styles.column}>
          <JobCard
            title="Sweep · fast × slow × atr"
            state="running"
            fraction={0.62}
            words="6,214 / 10,000 · 412 runs/s · 9 s left"
            onPause={nothing}
            onCancel={nothing}
            onOpen={nothing}
          />
        </div>
        <div className={styles.column}>
          <JobCard
            title="Import of a file whose name is longer than any card is wide.csv"
            state="paused"
            fraction={0.3}
            words="paused at 30 %"
            onResume={nothing}
            onCancel={nothing}
          />
        </div>
        <div className={styles.column}>
          <JobCard
            title="Run breakout v14"
            state="failed"
            fraction={null}
            words="after 1.2 s"
            error="sma() was given a period of 0."
            onOpen={nothing}
          />
        </div>
        <div className={styles.column}>
          <JobCard title="Verify run 128" state="done" fraction={null} words="the same, to the last bit" />
        </div>
      </div>
    </Specimen>
  );
}
