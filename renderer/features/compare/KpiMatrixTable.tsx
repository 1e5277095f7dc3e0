import { Fragment } from 'react';
import type { RunDetail } from '#shared/contract/run.ts';
import { Delta } from '../../ui/figure/Delta.tsx';
import { withSign } from '../../ui/format/signed.ts';
import styles from './compare.module.css';
import { type Better, coverOneTime, kpiMatrix, type MatrixCell } from './kpi-matrix.ts';
import { letterOf } from './letter.ts';

/** Figures side by side, each against A where all cover the same time. */
export function KpiMatrixTable({ runs }: { runs: readonly RunDetail[] }) {
  const isOneTime = coverOneTime(runs);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Figures side by side">
      {!isOneTime && (
        <p className={styles.words}>The figures cover each run’s own time: they are not set against each other.</p>
      )}
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {runs.map(({ run }, place) => (
              <Fragment key={run.id}>
                <th scope="col">{letterOf(place)}</th>
                {isOneTime && place > 0 && <th scope="col">against A</th>}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {kpiMatrix(runs).map(({ id, label, better, cells }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {cells.map((cell, place) => (
                <Fragment key={cell.run}>
                  <td className={cell.isBest ? styles.best : undefined}>
                    {cell.isBest && (
                      <span className={styles.star} role="img" aria-label="best">
                        ★{' '}
                      </span>
                    )}
                    {cell.text}
                  </td>
                  {isOneTime && place > 0 && (
                    <td className={styles.delta}>
                      <AgainstFirst cell={cell} better={better} />
                    </td>
                  )}
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Coloured by what is better, not by the sign. */
function AgainstFirst({ cell: { delta, deltaValue }, better }: { cell: MatrixCell; better: Better }) {
  if (delta === '') return null;
  if (better === 'higher') return <Delta value={deltaValue} text={delta} />;
  return <span className={styles.muted}>{withSign(delta)}</span>;
}
