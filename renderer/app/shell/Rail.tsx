import clsx from 'clsx';
import { hrefOf } from '../routes/use-route.ts';
import { WORKSPACES, type Workspace } from '../workspaces.ts';
import styles from './Rail.module.css';

const FIRST = WORKSPACES.filter((workspace) => workspace.isLast !== true);
const LAST = WORKSPACES.filter((workspace) => workspace.isLast === true);

/** The workspaces, one button each. */
export function Rail({ current }: { current: Workspace | undefined }) {
  return (
    <nav className={styles.rail} aria-label="Workspaces">
      {FIRST.map((workspace) => (
        <RailLink key={workspace.place} workspace={workspace} isCurrent={workspace === current} />
      ))}
      <div className={styles.space} />
      {LAST.map((workspace) => (
        <RailLink key={workspace.place} workspace={workspace} isCurrent={workspace === current} />
      ))}
    </nav>
  );
}

function RailLink({ workspace, isCurrent }: { workspace: Workspace; isCurrent: boolean }) {
  const { icon: Icon, title, home } = workspace;
  return (
    <a
      className={clsx(styles.link, isCurrent && styles.current)}
      href={hrefOf(home)}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={title}
      title={title}
    >
      <Icon size={19} strokeWidth={1.75} aria-hidden />
    </a>
  );
}
