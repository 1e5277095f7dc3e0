import { PencilLine } from 'lucide-react';
import type { StrategyParam, WrittenParam } from '#shared/contract/strategies.ts';
import type { ParamValue } from '#shared/domain/manifest.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { SectionHeading } from '../../../ui/layout/SectionHeading.tsx';
import { ParamControl } from '../../runs/inspector/ParamControl.tsx';
import { changedParams, paramValues } from '../../runs/inspector/param-slider.ts';
import styles from './run.module.css';

/** The parameters in the text: moving one runs the strategy again and leaves the text as it is. */
export function ParamSliders({
  declared,
  moved,
  onMove,
  onCommit,
  onWrite,
}: {
  declared: readonly StrategyParam[];
  /** Values that were moved away from those in the text. */
  moved: Readonly<Record<string, ParamValue>>;
  onMove: (moved: Readonly<Record<string, ParamValue>>) => void;
  onCommit: () => void;
  /** Writes a value into the text; null where the text isn't read yet. */
  onWrite: ((name: WrittenParam['name'], value: ParamValue) => void) | null;
}) {
  const values = paramValues(declared, moved);
  const changed = changedParams(declared, values);
  const hasChanges = Object.keys(changed).length > 0;
  const set = (name: string, value: ParamValue) => onMove(changedParams(declared, { ...values, [name]: value }));
  return (
    <section aria-label="Parameters">
      <SectionHeading
        aside={
          hasChanges && (
            <Button
              size="small"
              variant="quiet"
              onClick={() => {
                onMove({});
                onCommit();
              }}
            >
              As in the text
            </Button>
          )
        }
      >
        Parameters
      </SectionHeading>
      <div className={styles.params}>
        {declared.length === 0 && <p className={styles.note}>The text has none with a value of its own.</p>}
        {declared.map((param) => {
          const value = values[param.name] ?? param.default;
          return (
            <div key={param.name} className={styles.param}>
              <ParamControl
                param={param}
                value={value}
                onChange={(next) => set(param.name, next)}
                onCommit={(next) => {
                  set(param.name, next);
                  onCommit();
                }}
              />
              <IconButton
                label={`Write ${param.name} to the code`}
                size="small"
                icon={<PencilLine aria-hidden />}
                disabled={!(param.name in changed) || onWrite === null}
                onClick={() => onWrite?.(param.name, value)}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}
