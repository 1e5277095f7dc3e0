import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { RunDetail } from '#shared/contract/run.ts';
import { formatPercent } from '../../../ui/format/percent.ts';
import { withSign } from '../../../ui/format/signed.ts';
import { SectionHeading } from '../../../ui/layout/SectionHeading.tsx';
import { CHECK_COUNT, CHECK_TITLES } from './check-titles.ts';
import styles from './inspector.module.css';

type Result = NonNullable<RunDetail['result']>;

const ICONS = { info: Info, warning: TriangleAlert, serious: CircleAlert };

/** Reasons to trust the result less, what to do about each, and between which returns the truth lies. */
export function TrustChecks({ result, cash }: { result: Result; cash: number }) {
  const { checks } = result;
  return (
    <section aria-label="Trust checks">
      <SectionHeading aside={checks.length === 0 ? undefined : `${checks.length} of ${CHECK_COUNT} speak up`}>
        Trust checks
      </SectionHeading>
      <div className={styles.section}>
        {result.counts.trades === 0 && <p className={styles.nothing}>Without trades there is nothing to check.</p>}
        {result.counts.trades > 0 && checks.length === 0 && (
          <p className={styles.ok}>
            <CircleCheck className={styles.icon} aria-hidden /> None of {CHECK_COUNT} checks found anything
          </p>
        )}
        {checks.map(({ id, severity, message, suggestion }) => {
          const Icon = ICONS[severity];
          return (
            <details key={id} className={clsx(styles.check, styles[severity])}>
              <summary>
                <Icon className={styles.icon} aria-hidden />
                <span className={styles.name}>{CHECK_TITLES[id]}</span>
                <span className={styles.severity}>{severity}</span>
              </summary>
              <p className={styles.message}>{message}</p>
              <p className={styles.suggestion}>{suggestion}</p>
            </details>
          );
        })}
        {result.counts.trades > 0 && <Ambiguity ambiguity={result.ambiguity} cash={cash} />}
      </div>
    </section>
  );
}

function Ambiguity({
  ambiguity: { bars, pessimistic, optimistic },
  cash,
}: Pick<Result, 'ambiguity'> & { cash: number }) {
  if (bars === 0 || pessimistic === null || optimistic === null || optimistic <= pessimistic) {
    return (
      <p className={styles.ok}>
        <CircleCheck className={styles.icon} aria-hidden /> No bar leaves the result open
      </p>
    );
  }
  const change = (equity: number) => withSign(formatPercent(equity / cash - 1));
  return (
    <p className={styles.interval}>
      <span>
        Between <b>{change(pessimistic)}</b> and <b>{change(optimistic)}</b>: in{' '}
        {bars === 1 ? 'one bar' : `${bars} bars`} nobody can tell which order filled first. What is shown is the lower
        end.
      </span>
    </p>
  );
}
