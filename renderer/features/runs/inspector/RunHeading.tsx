import type { RunDetail } from '#shared/contract/run.ts';
import { isoTime } from '#shared/domain/iso-time.ts';
import { formatCount } from '../../../ui/format/count.ts';
import { formatAge } from '../../../ui/format/duration.ts';
import { formatDay, formatTime } from '../../../ui/format/time-utc.ts';
import { SimulatedBadge } from '../../../ui/state/SimulatedBadge.tsx';
import { semanticsLabel } from '../new-run/semantics.ts';
import styles from './inspector.module.css';

/** Which run it is, and all that its result depends on. */
export function RunHeading({ detail, now }: { detail: RunDetail; now: number }) {
  const { run, manifest, result, resultHash } = detail;
  const [first] = run.series;
  const others = run.series.length - 1;
  const range = result === null ? null : `${formatDay(result.firstTime)} → ${formatDay(result.lastTime)}`;
  const bars = result?.bars ?? manifest.data[0]?.rows ?? 0;
  return (
    <header>
      <div className={styles.header}>
        <h2 className={styles.title} title={run.strategy.name}>
          {run.strategy.name}
        </h2>
        <SimulatedBadge />
        <span className={styles.space} />
        <time className={styles.age} dateTime={isoTime(run.createdAt)} title={`${formatTime(run.createdAt)} UTC`}>
          {formatAge(now - run.createdAt)}
        </time>
      </div>
      <p className={styles.meta}>
        <span>
          {run.strategy.file} · {first?.symbol} {first?.timeframe}
          {others > 0 && ` and ${others} more`}
        </span>
        <span>
          {range !== null && `${range} · `}
          {formatCount(bars)} bars
        </span>
        <span>
          {semanticsLabel(manifest.semantics)} · engine {manifest.engine} · seed {manifest.seed} ·{' '}
          <code title={resultHash ?? manifest.strategy.sha256}>{shortHash(resultHash)}</code>
        </span>
      </p>
    </header>
  );
}

function shortHash(hash: string | null): string {
  return hash === null ? 'no result' : `${hash.slice(0, 4)}…${hash.slice(-4)}`;
}
