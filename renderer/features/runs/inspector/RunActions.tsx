import { EllipsisVertical, GitCompare, Play, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import type { RunRow } from '#shared/contract/run.ts';
import { goTo } from '../../../app/routes/use-route.ts';
import { KeyHint } from '../../../app/shell/KeyHint.tsx';
import { isOver } from '../../../app/store/jobs-slice.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { AlertDialog } from '../../../ui/overlay/AlertDialog.tsx';
import { Menu } from '../../../ui/overlay/Menu.tsx';
import { notify } from '../../../ui/overlay/notify.ts';
import { useNewSweep } from '../../sweeps/use-new-sweep.ts';
import { downloadRun, EXPORT_FORMATS } from '../download-run.ts';
import { useDeleteRunMutation, useVerifyRunMutation } from '../queries.ts';
import type { Rerun } from '../rerun.ts';
import { RUN_COMMANDS } from '../run-commands.ts';
import { useCompareWith } from '../use-compare-with.ts';
import { useWorkspace } from '../use-workspace.ts';
import { runForgotten, runLeaving, verifyStarted } from '../workspace-slice.ts';
import styles from './inspector.module.css';

/** What comes after looking at a run. */
export function RunActions({ run, rerun }: { run: RunRow; rerun: Rerun }) {
  const dispatch = useAppDispatch();
  const { id } = run;
  const compared = useWorkspace((state) => state.compared);
  const compareWith = useCompareWith();
  const optimise = useNewSweep();
  const [verify, { isLoading: isAsking }] = useVerifyRunMutation();
  // The run that one was asked about: another one may be shown by the time of the answer.
  const [deleting, setDeleting] = useState<RunRow | null>(null);
  const [remove] = useDeleteRunMutation();
  const count = new Set([id, ...compared]).size;

  const onVerify = async () => {
    const { data, error } = await verify(id);
    if (data !== undefined) dispatch(verifyStarted({ run: id, job: data.id }));
    if (error !== undefined) notify({ tone: 'error', title: 'Can’t verify', body: (error as ApiError).message });
  };
  const onDelete = async (gone: string) => {
    // Left before it is gone, so that nobody asks for it any more.
    dispatch(runLeaving(gone));
    if (gone === id) goTo({ place: 'runs', run: null });
    const { error } = await remove(gone);
    if (error !== undefined) {
      dispatch(runLeaving(null));
      notify({ tone: 'error', title: 'The run was not deleted', body: (error as ApiError).message });
      return;
    }
    dispatch(runForgotten(gone));
  };
  return (
    <div className={styles.actions}>
      <Button
        variant="primary"
        icon={<Play aria-hidden />}
        hint={<KeyHint command={RUN_COMMANDS.start.id} />}
        isBusy={rerun.job !== null && !isOver(rerun.job)}
        onClick={rerun.runNow}
      >
        Re-run
      </Button>
      <Button
        icon={<GitCompare aria-hidden />}
        onClick={() => compareWith(id)}
        aria-label={count > 1 ? `Compare ${count} runs` : 'Compare with another run'}
      >
        {count > 1 ? `Compare ${count}` : 'Compare'}
      </Button>
      <Button icon={<ShieldCheck aria-hidden />} isBusy={isAsking} onClick={() => void onVerify()}>
        Verify
      </Button>
      <Menu
        align="end"
        trigger={<Button icon={<EllipsisVertical aria-hidden />}>More</Button>}
        entries={[
          { kind: 'action', label: 'Optimise…', run: () => optimise(id) },
          { kind: 'separator' },
          ...EXPORT_FORMATS.map((format) => ({
            kind: 'action' as const,
            label: RUN_COMMANDS[format].title,
            run: () => downloadRun(id, format),
          })),
          { kind: 'separator' },
          { kind: 'action', label: 'Delete this run…', isDanger: true, run: () => setDeleting(run) },
        ]}
      />
      <AlertDialog
        title="Delete this run?"
        body={`${(deleting ?? run).strategy.name}, its trades, its tags and its note are gone for good.`}
        confirmLabel="Delete run"
        isDanger
        isOpen={deleting !== null}
        onOpenChange={(isOpen) => !isOpen && setDeleting(null)}
        onConfirm={() => deleting !== null && void onDelete(deleting.id)}
      />
    </div>
  );
}
