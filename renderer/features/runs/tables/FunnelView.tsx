import clsx from 'clsx';
import type { RunDetail } from '#shared/contract/run.ts';
import styles from './funnel.module.css';
import { funnelSteps, stepInWords, unfilledInWords } from './funnel-steps.ts';

/** Why there were no trades: how far the run got, and where nothing came through. */
export function FunnelView({
  funnel,
  file,
}: {
  funnel: NonNullable<NonNullable<RunDetail['result']>['funnel']>;
  file: string;
}) {
  const words = unfilledInWords(funnel);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.funnel} tabIndex={0} aria-label="Why there were no trades">
      <h2>Why there were no trades</h2>
      <ol className={styles.steps}>
        {funnelSteps(funnel).map((step, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the same condition may stand on the same line twice
            key={place}
            className={clsx(styles.step, step.isDeadEnd && styles.deadEnd)}
          >
            <span className={styles.label} style={{ paddingLeft: `${step.depth}rem` }}>
              {step.line === null ? step.label : <code>{step.label}</code>}
              {step.line !== null && (
                <span className={styles.line}>
                  {file}:{step.line}
                </span>
              )}
            </span>
            <span className={styles.track} aria-hidden>
              <span style={{ width: `${step.of === 0 ? 0 : (100 * step.count) / step.of}%` }} />
            </span>
            <span className={styles.words}>
              {step.isDeadEnd && '✕ '}
              {stepInWords(step)}
            </span>
          </li>
        ))}
      </ol>
      {words.map((sentence) => (
        <p key={sentence} className={styles.unfilled}>
          {sentence}
        </p>
      ))}
      <p className={styles.unfilled}>✕ marks what nothing came past.</p>
    </section>
  );
}
