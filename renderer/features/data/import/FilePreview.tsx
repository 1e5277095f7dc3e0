import clsx from 'clsx';
import { Fragment, useMemo } from 'react';
import type { ImportPreview } from '#shared/contract/market.ts';
import { formatCount } from '../../../ui/format/count.ts';
import { formatTime } from '../../../ui/format/time-utc.ts';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import styles from './FilePreview.module.css';
import { formProblem } from './form-problem.ts';
import { dialectWords, FIELD_NAMES, fieldsByColumn } from './preview-words.ts';

/** Series named before the rest is only counted. */
const NAMED_SERIES = 4;

/** The first rows of a file, and what is made of them. */
export function FilePreview({ preview, isFresh }: { preview: ImportPreview; isFresh: boolean }) {
  const { problem, dialect, series } = preview;
  return (
    <div className={clsx(styles.preview, !isFresh && styles.stale)} aria-busy={!isFresh}>
      {problem !== null && <ErrorState error={formProblem(problem, preview.name)} isCompact />}
      {series.length > 0 && (
        <dl className={styles.series}>
          {series.slice(0, NAMED_SERIES).map(({ symbol, timeframe, firstTime, rows }) => (
            <Fragment key={symbol}>
              <dt className={styles.symbol}>
                {symbol} {timeframe}
              </dt>
              <dd>
                from {formatTime(firstTime)}, {formatCount(rows)} {rows === 1 ? 'row' : 'rows'}
                {!preview.isWhole && ' so far'}
              </dd>
            </Fragment>
          ))}
          {series.length > NAMED_SERIES && (
            <>
              <dt className={styles.symbol}>…</dt>
              <dd>and {formatCount(series.length - NAMED_SERIES)} more symbols</dd>
            </>
          )}
        </dl>
      )}
      {dialect !== null && <p className={styles.dialect}>{dialectWords(dialect).join(' · ')}</p>}
      <FirstRows preview={preview} />
    </div>
  );
}

function FirstRows({ preview }: { preview: ImportPreview }) {
  const { columns, rows } = preview;
  const fields = useMemo(() => fieldsByColumn(preview), [preview]);
  if (rows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroller} aria-label="First rows of the file" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            {columns.map((name, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns may have the same name, and keep their places
              <th key={place} scope="col" className={clsx(fields[place] && styles.used)}>
                {name || `#${place + 1}`}
                <span className={styles.field}>{fields[place] ? FIELD_NAMES[fields[place]] : 'not used'}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              {columns.map((_, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells keep their places
                <td key={place} className={clsx(!fields[place] && styles.unused)}>
                  {cells[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
