import { useEffect, useRef } from 'react';
import { client } from '../../../app/api/client.ts';
import { shownError } from '../../../app/store/host-api.ts';
import { selectJob } from '../../../app/store/jobs-slice.ts';
import { useAppSelector } from '../../../app/store/store.ts';
import { notify } from '../../../ui/overlay/notify.ts';
import { useImportPreviewQuery, useStartImportMutation } from '../queries.ts';
import { ImportStageView } from './ImportStageView.tsx';
import { draftErrors, termsOf } from './import-draft.ts';
import type { ImportEvent, ImportFlow, ImportStage } from './import-flow.ts';
import { ProblemsStage } from './ProblemsStage.tsx';
import { ReadStage } from './ReadStage.tsx';
import { useSettled } from './use-settled.ts';

type FileStage = Extract<ImportStage, { upload: unknown }>;

/** Typing goes on for this long, ms, before the file is looked at again. */
const PAUSE = 250;

/** What is done with a file that the host has: it is looked at, its problems are told, it is imported. */
export function FileStages({
  stage,
  flow,
  onEvent,
}: {
  stage: FileStage;
  flow: ImportFlow;
  onEvent: (event: ImportEvent) => void;
}) {
  const { draft, waiting } = flow;
  const { upload } = stage.upload;
  const errors = draftErrors(draft);
  const settled = useSettled(draft, PAUSE, Object.keys(errors).length === 0);
  const preview = useImportPreviewQuery({ upload, options: termsOf(settled) }, { skip: stage.step === 'import' });
  const [start, { isLoading: isStarting }] = useStartImportMutation();
  const job = useAppSelector((state) => (stage.step === 'import' ? selectJob(state, stage.job) : undefined));
  useDiscard(upload, stage.step === 'import' && job?.state !== 'failed');

  const onImport = async (skipBad: boolean) => {
    const { data, error } = await start({ upload, options: termsOf(draft, { skipBad }) });
    const failure = shownError(error);
    if (data !== undefined) onEvent({ type: 'started', job: data.id });
    else notify({ title: 'The import did not begin', body: failure?.message, tone: 'error' });
  };
  if (stage.step === 'import') {
    return (
      <ImportStageView
        name={stage.upload.name}
        job={job}
        hasNext={waiting.length > 0}
        onSkipBad={() => void onImport(true)}
        onEvent={onEvent}
      />
    );
  }
  const failure = shownError(preview.error);
  const isFresh = preview.currentData !== undefined && settled === draft && !preview.isFetching;
  if (stage.step === 'problems' && preview.data !== undefined) {
    return (
      <ProblemsStage
        preview={preview.data}
        isStarting={isStarting}
        onBack={() => onEvent({ type: 'readAgain' })}
        onSkipBad={() => void onImport(true)}
      />
    );
  }
  return (
    <ReadStage
      draft={draft}
      errors={errors}
      preview={preview.data}
      isFresh={isFresh}
      isStarting={isStarting}
      hasNext={waiting.length > 0}
      error={failure}
      onRetry={preview.refetch}
      onDraft={(changed) => onEvent({ type: 'drafted', draft: changed })}
      onCancel={() => onEvent(waiting.length > 0 ? { type: 'passed' } : { type: 'closed' })}
      onProblems={() => onEvent({ type: 'problemsShown' })}
      onImport={() => void onImport(false)}
    />
  );
}

/** Has the host throw the file away when it is left, unless an import has it in hand. */
function useDiscard(upload: string, isInHand: boolean): void {
  const latest = useRef(isInHand);
  useEffect(() => {
    latest.current = isInHand;
  }, [isInHand]);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(leaving.current);
    return () => {
      if (latest.current) return;
      // Not at once, because an effect may be ended only to begin again. What can't be discarded now is thrown away by
      // the host after a day.
      leaving.current = setTimeout(() => void client.market.discardUpload({ upload }).catch(() => {}));
    };
  }, [upload]);
}
