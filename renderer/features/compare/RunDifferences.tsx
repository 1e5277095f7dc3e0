import clsx from 'clsx';
import type { ApiError } from '#shared/contract/errors.ts';
import type { RunDifference } from '#shared/contract/run-diff.ts';
import { ErrorState } from '../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../ui/state/Skeleton.tsx';
import { useRunDiffQuery } from '../runs/queries.ts';
import styles from './compare.module.css';
import { changesInWords, divergenceInWords, momentInWords, partingFills, samenessInWords } from './diff-words.ts';

/** What two runs were told differently, where they part first, and the likely cause. */
export function RunDifferences({ run, other }: { run: string; other: string }) {
  const { currentData: diff, error, refetch } = useRunDiffQuery({ run, other });
  if (error !== undefined) return <ErrorState error={error as ApiError} onRetry={() => void refetch()} />;
  if (diff === undefined) return <SkeletonLines label="What differs" lines={10} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="What differs between A and B">
      <div className={styles.changes}>
        <FirstDivergence diff={diff} />
        {changesInWords(diff).map(({ title, changes }) => (
          <section key={title} aria-label={title}>
            <h2 className={styles.heading}>{title}</h2>
            <table className={styles.change}>
              <thead>
                <tr>
                  <th scope="col">What</th>
                  <th scope="col">A</th>
                  <th scope="col">B</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ name, a, b }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>{a}</td>
                    <td>{b}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
        <DataDifference diff={diff} />
        <SourceDifference source={diff.source} />
      </div>
    </section>
  );
}

function FirstDivergence({ diff }: { diff: RunDifference }) {
  const sameness = samenessInWords(diff);
  const [likely, ...possible] = diff.causes;
  const parting = diff.divergence === null ? null : divergenceInWords(diff.divergence);
  return (
    <section aria-label="First difference">
      <h2 className={styles.heading}>{parting?.title ?? 'No difference'}</h2>
      <p className={styles.words}>{parting?.what ?? sameness}</p>
      {partingFills(diff).map(({ letter, why }) => (
        <p key={`${letter} ${why}`} className={styles.why}>
          <b>{letter}</b> {why}
        </p>
      ))}
      {likely !== undefined && (
        <p className={styles.cause}>
          <b>Likely cause, {likely.area}:</b> {likely.reason}
        </p>
      )}
      {possible.map(({ area, reason }) => (
        <p key={`${area} ${reason}`} className={styles.words}>
          Also possible, {area}: {reason}
        </p>
      ))}
    </section>
  );
}

function DataDifference({ diff }: { diff: RunDifference }) {
  if (diff.data.length === 0) return null;
  return (
    <section aria-label="Bars">
      <h2 className={styles.heading}>Bars</h2>
      {diff.data.map(({ symbol, first }) => (
        <p key={symbol} className={styles.words}>
          {first === null
            ? `${symbol}: the bars of one run are no longer at hand.`
            : `${symbol}: the first bar that differs opens ${momentInWords(first.time)} UTC.`}
        </p>
      ))}
    </section>
  );
}

const MARKS = { same: ' ', removed: '−', added: '+' };

function SourceDifference({ source }: Pick<RunDifference, 'source'>) {
  if (source === null || source.length === 0) return null;
  return (
    <section aria-label="Changed lines">
      <h2 className={styles.heading}>Changed lines</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className={styles.code} tabIndex={0}>
        {source.map(({ startA, startB, lines }) => (
          <code key={startA}>
            <span className={clsx(styles.line, styles.at)}>
              line {startA} of A, {startB} of B
            </span>
            {lines.map(({ kind, text }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a difference have nothing but their place
              <span key={place} className={clsx(styles.line, kind !== 'same' && styles[kind])}>
                {MARKS[kind]} {text}
              </span>
            ))}
          </code>
        ))}
      </pre>
    </section>
  );
}
