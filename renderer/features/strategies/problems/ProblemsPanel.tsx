import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { RunDetail } from '#shared/contract/run.ts';
import type { Problem, ProblemOwner } from '../../../editor/problem.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { Panel } from '../../../ui/layout/Panel.tsx';
import { Badge } from '../../../ui/state/Badge.tsx';
import { fileOf } from '../draft/paths.ts';
import styles from './problems.module.css';

const OWNER_WORDS: Readonly<Record<ProblemOwner, string>> = {
  types: 'types',
  check: 'check',
  lint: 'lint',
  runtime: 'run',
  note: 'note',
};
const ICONS = { error: CircleAlert, warning: TriangleAlert, hint: Info };

/** What is wrong, whoever found it; a click leads to the place. */
export function ProblemsPanel({
  strategy,
  problems,
  detail,
  onGoTo,
  onGoToBar,
}: {
  strategy: string;
  problems: readonly Problem[];
  /** The newest result: what its reader should know is listed, too. */
  detail: RunDetail | undefined;
  onGoTo: (problem: Problem) => void;
  /** To the bar at which the run stopped. */
  onGoToBar: () => void;
}) {
  const notes = detail?.result?.warnings ?? [];
  const count = problems.length + notes.length;
  return (
    <Panel
      title="Problems"
      badge={count > 0 && <Badge tone={problems.length > 0 ? 'error' : 'warn'}>{count}</Badge>}
      actions={
        detail?.run.failure != null && (
          <Button size="small" variant="quiet" onClick={onGoToBar}>
            Go to the bar
          </Button>
        )
      }
    >
      {count === 0 && (
        <p className={styles.none}>
          <CircleCheck aria-hidden /> No problems
        </p>
      )}
      <ul className={styles.list} aria-label="Problems">
        {problems.map((problem) => {
          const { owner, severity, path, line, column, message, code } = problem;
          const Icon = ICONS[severity];
          return (
            <li key={`${owner} ${path} ${line} ${column} ${code} ${message}`}>
              <button type="button" className={styles.problem} onClick={() => onGoTo(problem)}>
                <Icon className={styles[severity]} aria-label={severity} role="img" />
                <span className={styles.message}>{message}</span>
                <span className={styles.place}>
                  {OWNER_WORDS[owner]} {code} · {fileOf(strategy, path)}:{line}:{column}
                </span>
              </button>
            </li>
          );
        })}
        {notes.map(({ code, message }) => (
          <li key={`${code} ${message}`} className={clsx(styles.problem, styles.note)}>
            <TriangleAlert className={styles.warning} aria-label="note on the run" role="img" />
            <span className={styles.message}>{message}</span>
            <span className={styles.place}>
              {OWNER_WORDS.note} {code}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
