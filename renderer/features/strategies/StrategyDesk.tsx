import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { StrategyDetail } from '#shared/contract/strategy.ts';
import { MAIN_FILE } from '#shared/domain/strategy-files.ts';
import type { Command } from '../../app/commands/command.ts';
import { useCommands } from '../../app/commands/use-commands.ts';
import { goTo } from '../../app/routes/use-route.ts';
import { LAYOUT_COMMANDS } from '../../app/shell/layout/layout-commands.ts';
import { WorkspaceSide } from '../../app/shell/layout/WorkspaceSide.tsx';
import { bottomPanelToggled } from '../../app/store/shell-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store/store.ts';
import { CodeEditor, type CodeEditorHandle } from '../../editor/CodeEditor.tsx';
import type { Problem } from '../../editor/problem.ts';
import { Button } from '../../ui/action/Button.tsx';
import { SplitPane } from '../../ui/layout/SplitPane.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { barPicked } from '../runs/workspace-slice.ts';
import { askedFor, fileShown, problemsResized } from './desk-slice.ts';
import { DraftNotice, DraftStatus } from './draft/DraftNotice.tsx';
import type { OpenStrategy } from './draft/open-strategy.ts';
import { fileOf, pathOf } from './draft/paths.ts';
import { useDraftFiles } from './draft/use-open-strategy.ts';
import { useSharedFiles } from './draft/use-shared-files.ts';
import { CompareVersions } from './history/CompareVersions.tsx';
import { ProblemsPanel } from './problems/ProblemsPanel.tsx';
import { useProblems } from './problems/use-problems.ts';
import { useRunning } from './run/use-running.ts';
import { StrategyAside } from './StrategyAside.tsx';
import { StrategyDialogs } from './StrategyDialogs.tsx';
import { StrategyToolbar } from './StrategyToolbar.tsx';
import { useDesk } from './use-desk.ts';
import { useStrategyActions } from './use-strategy-actions.ts';
import { useStrategyCommands } from './use-strategy-commands.ts';
import styles from './workbench.module.css';

/** One strategy: its text, what is wrong with it, and beside it what comes of it. */
export function StrategyDesk({
  open,
  detail,
  onClose,
  onStep,
}: {
  open: OpenStrategy;
  detail: StrategyDetail;
  onClose: (id: string) => void;
  onStep: (step: 1 | -1) => void;
}) {
  const dispatch = useAppDispatch();
  const { id } = open;
  const files = useDraftFiles(open.draft);
  const chosen = useDesk((state) => state.files[id] ?? MAIN_FILE);
  const paths = ordered(files);
  const file = paths.includes(chosen) ? chosen : (paths[0] ?? null);
  useSharedFiles(id, files);
  const compared = useDesk((state) => (state.compared?.strategy === id ? state.compared : null));
  const running = useRunning(open, files);
  const { result } = running;
  const problems = useProblems(id, files, result, running.error);
  const actions = useStrategyActions(open, detail);
  const editor = useRef<CodeEditorHandle>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState({ line: 1, column: 1 });
  useStrategyCommands({ open, detail, file, run: running.run, actions, editor, onClose, onStep });

  const goToProblem = ({ path, line, column }: Problem) => {
    dispatch(fileShown({ strategy: id, file: fileOf(id, path) }));
    // Once the file is shown.
    requestAnimationFrame(() => editor.current?.goTo(line, column));
  };
  const goToBar = () => {
    if (result?.run.failure == null) return;
    dispatch(barPicked({ run: result.run.id, row: result.run.failure.bar, symbol: null }));
    goTo({ place: 'runs', run: result.run.id });
  };
  const text = (
    <div className={styles.text}>
      <div className={styles.editor}>
        {file === null ? (
          <EmptyState
            title="No files yet"
            body="What all strategies share stands here: ./shared/…"
            action={<Button onClick={() => dispatch(askedFor('file'))}>New file…</Button>}
          />
        ) : (
          <CodeEditor
            ref={editor}
            path={pathOf(id, file)}
            label={`${detail.name}, ${file}. Esc leaves the text, Control M lets Tab leave it.`}
            onCursor={(line, column) => setCursor({ line, column })}
            onLeave={() => toolbar.current?.querySelector<HTMLElement>('button, [tabindex]')?.focus()}
          />
        )}
        {compared !== null && (
          <div className={styles.over}>
            <CompareVersions compared={compared} />
          </div>
        )}
      </div>
      <div className={styles.foot}>
        <DraftStatus open={open} />
        <span className={styles.space} />
        <span className={styles.hint}>Esc leaves the text · Ctrl M: Tab leaves it</span>
        <span>
          Ln {cursor.line}, Col {cursor.column}
        </span>
      </div>
    </div>
  );
  return (
    <WorkspaceSide
      workspace="strategies"
      side="inspector"
      title="result"
      panel={<StrategyAside detail={detail} running={running} actions={actions} />}
    >
      <div className={styles.desk}>
        <div ref={toolbar}>
          <StrategyToolbar strategy={id} files={paths} file={file} running={running} />
        </div>
        <DraftNotice open={open} />
        <div className={styles.rest}>
          <WithProblems>
            {text}
            <ProblemsPanel strategy={id} problems={problems} detail={result} onGoTo={goToProblem} onGoToBar={goToBar} />
          </WithProblems>
        </div>
      </div>
      <StrategyDialogs open={open} detail={detail} actions={actions} />
    </WorkspaceSide>
  );
}

/** The text, and the problems below it unless they are hidden. */
function WithProblems({ children: [text, problems] }: { children: [ReactNode, ReactNode] }) {
  const dispatch = useAppDispatch();
  const isOpen = useAppSelector((state) => state.shell.isBottomPanelOpen);
  const height = useDesk((state) => state.problemsHeight);
  const commands = useMemo<Command[]>(
    () => [{ ...LAYOUT_COMMANDS.bottom, run: () => void dispatch(bottomPanelToggled()) }],
    [dispatch],
  );
  useCommands(commands);
  return (
    <SplitPane
      label="Height of the problems"
      direction="column"
      sized="second"
      size={height}
      min={60}
      max={600}
      onResize={(size) => dispatch(problemsResized(size))}
      first={text}
      second={isOpen ? problems : null}
    />
  );
}

function ordered(files: Readonly<Record<string, string>>): string[] {
  const others = Object.keys(files).filter((path) => path !== MAIN_FILE);
  return [...(files[MAIN_FILE] === undefined ? [] : [MAIN_FILE]), ...others.sort()];
}
