import { useState } from 'react';
import type { RunDetail } from '#shared/contract/run.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { Delta } from '../../../ui/figure/Delta.tsx';
import { Kpi, KpiGrid } from '../../../ui/figure/Kpi.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import styles from './inspector.module.css';
import { headlineKpis, type Kpi as KpiFigure, kpiGroups } from './kpis.ts';

type Metrics = NonNullable<RunDetail['result']>['metrics'];

/** The figures that are asked for first, and a way to all of them. */
export function RunKpis({ metrics, currency }: { metrics: Metrics; currency: string }) {
  return (
    <KpiGrid>
      {headlineKpis(metrics, currency).map((kpi) => (
        <Kpi key={kpi.id} label={kpi.label} note={kpi.note}>
          <Figure kpi={kpi} />
        </Kpi>
      ))}
    </KpiGrid>
  );
}

/** Every figure with its convention. */
export function AllFigures({ metrics, currency }: { metrics: Metrics; currency: string }) {
  const [isOpen, setOpen] = useState(false);
  const groups = kpiGroups(metrics, currency);
  const count = groups.reduce((sum, { kpis }) => sum + kpis.length, 0);
  return (
    <>
      <Button size="small" variant="quiet" onClick={() => setOpen(true)}>
        All {count} figures
      </Button>
      <Dialog title="All figures" width="wide" isOpen={isOpen} onOpenChange={setOpen}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={styles.figures} tabIndex={0} aria-label="Figures">
          {groups.map(({ group, kpis }) => (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              <table>
                <tbody>
                  {kpis.map((kpi) => (
                    <tr key={kpi.id}>
                      <th scope="row">{kpi.label}</th>
                      <td>
                        <Figure kpi={kpi} />
                      </td>
                      <td>{kpi.note}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          ))}
        </section>
      </Dialog>
    </>
  );
}

function Figure({ kpi: { value, text, isSigned } }: { kpi: KpiFigure }) {
  return isSigned ? <Delta value={value} text={text} /> : text;
}
