import { EllipsisVertical } from 'lucide-react';
import { useCommandList } from '../../app/commands/use-commands.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import { IconButton } from '../../ui/action/IconButton.tsx';
import { SegmentedControl } from '../../ui/action/SegmentedControl.tsx';
import { Menu } from '../../ui/overlay/Menu.tsx';
import { fileShown } from './desk-slice.ts';
import { SHARED } from './draft/paths.ts';
import { RunBar } from './run/RunBar.tsx';
import type { Running } from './run/use-running.ts';
import styles from './workbench.module.css';

/** Above the text: its files, what can be done with them, and running them. */
export function StrategyToolbar({
  strategy,
  files,
  file,
  running: { choice, problem, run },
}: {
  strategy: string;
  /** In the order of their paths, `main.ts` first. */
  files: readonly string[];
  file: string | null;
  running: Running;
}) {
  const dispatch = useAppDispatch();
  const commands = useCommandList().filter(({ id, group }) => group === 'File' && id.startsWith('strategy.'));
  return (
    <div className={styles.toolbar}>
      {files.length > 1 && file !== null ? (
        <SegmentedControl
          label="File"
          segments={files.map((path) => ({ value: path, label: path }))}
          value={file}
          onChange={(path) => dispatch(fileShown({ strategy, file: path }))}
        />
      ) : (
        <span className={styles.file}>{file}</span>
      )}
      <span className={styles.space} />
      {strategy !== SHARED && <RunBar strategy={strategy} choice={choice} problem={problem} run={run} />}
      <Menu
        align="end"
        trigger={<IconButton label="More" size="small" icon={<EllipsisVertical aria-hidden />} />}
        entries={commands.map((command) => ({
          kind: 'action',
          label: command.title,
          isDanger: command.id === 'strategy.delete',
          run: () => void command.run(),
        }))}
      />
    </div>
  );
}
