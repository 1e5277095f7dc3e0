import { type RefObject, useMemo } from 'react';
import type { StrategyDetail } from '#shared/contract/strategy.ts';
import { MAIN_FILE } from '#shared/domain/strategy-files.ts';
import type { Command } from '../../app/commands/command.ts';
import { useCommands } from '../../app/commands/use-commands.ts';
import { goTo } from '../../app/routes/use-route.ts';
import { useAppDispatch } from '../../app/store/store.ts';
import type { EditorAction } from '../../editor/actions.ts';
import type { CodeEditorHandle } from '../../editor/CodeEditor.tsx';
import { useNewSweep } from '../sweeps/use-new-sweep.ts';
import { asideChosen, askedFor, fileShown, versionsCompared } from './desk-slice.ts';
import type { OpenStrategy } from './draft/open-strategy.ts';
import { SHARED } from './draft/paths.ts';
import type { DeskRun } from './run/use-desk-run.ts';
import { STRATEGY_COMMANDS } from './strategy-commands.ts';
import type { StrategyActions } from './use-strategy-actions.ts';

const AT_CURSOR: readonly (readonly [keyof typeof STRATEGY_COMMANDS, EditorAction])[] = [
  ['complete', 'complete'],
  ['help', 'help'],
  ['signature', 'signature'],
  ['definition', 'definition'],
  ['references', 'references'],
  ['renameSymbol', 'rename'],
  ['format', 'format'],
  ['fix', 'fix'],
  ['nextProblem', 'nextProblem'],
  ['find', 'find'],
  ['replace', 'replace'],
  ['line', 'line'],
  ['symbol', 'symbol'],
  ['comment', 'comment'],
];

/** What can be done with the strategy that is shown. */
export function useStrategyCommands({
  open,
  detail,
  file,
  run: { run, runNow, stop },
  actions,
  editor,
  onClose,
  onStep,
}: {
  open: OpenStrategy;
  detail: StrategyDetail;
  /** The one that is shown. */
  file: string | null;
  run: Pick<DeskRun, 'run' | 'runNow' | 'stop'>;
  actions: StrategyActions;
  editor: RefObject<CodeEditorHandle | null>;
  onClose: (id: string) => void;
  /** To the tab after or before. */
  onStep: (step: 1 | -1) => void;
}): void {
  const dispatch = useAppDispatch();
  const optimise = useNewSweep();
  const { id, isArchived } = detail;
  const head = detail.head?.id ?? null;
  const commands = useMemo<Command[]>(() => {
    const ask = (what: Parameters<typeof askedFor>[0]) => () => void dispatch(askedFor(what));
    return [
      {
        ...STRATEGY_COMMANDS.save,
        async run() {
          await editor.current?.act('format');
          await open.draft.flush();
          dispatch(askedFor('revision'));
        },
      },
      { ...STRATEGY_COMMANDS.newFile, run: ask('file') },
      ...(file === MAIN_FILE || file === null
        ? []
        : [
            {
              ...STRATEGY_COMMANDS.removeFile,
              run() {
                dispatch(fileShown({ strategy: id, file: MAIN_FILE }));
                open.removeFile(file);
              },
            },
          ]),
      { ...STRATEGY_COMMANDS.rename, run: ask('rename') },
      { ...STRATEGY_COMMANDS.tags, run: ask('tags') },
      { ...STRATEGY_COMMANDS.duplicate, run: actions.duplicate },
      { ...STRATEGY_COMMANDS.export, run: actions.download },
      isArchived
        ? { ...STRATEGY_COMMANDS.unarchive, run: () => actions.archive(false) }
        : { ...STRATEGY_COMMANDS.archive, run: () => actions.archive(true) },
      { ...STRATEGY_COMMANDS.delete, run: actions.remove },
      { ...STRATEGY_COMMANDS.close, run: () => onClose(id) },
      ...AT_CURSOR.map(([command, action]) => ({
        ...STRATEGY_COMMANDS[command],
        run: () => editor.current?.act(action),
      })),
      ...(id === SHARED
        ? []
        : [
            { ...STRATEGY_COMMANDS.run, run: runNow },
            { ...STRATEGY_COMMANDS.stop, run: stop },
          ]),
      ...(run === null
        ? []
        : [
            { ...STRATEGY_COMMANDS.openRun, run: () => goTo({ place: 'runs', run }) },
            { ...STRATEGY_COMMANDS.optimise, run: () => optimise(run) },
          ]),
      { ...STRATEGY_COMMANDS.focus, run: () => editor.current?.focus() },
      { ...STRATEGY_COMMANDS.nextTab, run: () => onStep(1) },
      { ...STRATEGY_COMMANDS.previousTab, run: () => onStep(-1) },
      { ...STRATEGY_COMMANDS.result, run: () => void dispatch(asideChosen('result')) },
      { ...STRATEGY_COMMANDS.history, run: () => void dispatch(asideChosen('history')) },
      ...(head === null
        ? []
        : [
            {
              ...STRATEGY_COMMANDS.compare,
              async run() {
                await open.draft.flush();
                dispatch(versionsCompared({ strategy: id, before: head, after: 'draft' }));
              },
            },
          ]),
    ];
  }, [dispatch, open, id, isArchived, head, file, run, runNow, stop, optimise, actions, editor, onClose, onStep]);
  useCommands(commands);
}
