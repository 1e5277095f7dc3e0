import { skipToken } from '@reduxjs/toolkit/query';
import { Grid3x3 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RunDetail } from '#shared/contract/run.ts';
import type { StrategyParam } from '#shared/contract/strategies.ts';
import type { SweepTerms } from '#shared/contract/sweeps.ts';
import { goTo } from '../../../app/routes/use-route.ts';
import { shownError } from '../../../app/store/host-api.ts';
import { useAppDispatch, useAppSelector } from '../../../app/store/store.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { ErrorState } from '../../../ui/state/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/state/Skeleton.tsx';
import { termsOfRun } from '../../runs/inspector/terms-of-run.ts';
import { useRunQuery, useStrategyQuery } from '../../runs/queries.ts';
import { useStartSweepMutation } from '../queries.ts';
import { newSweepClosed } from '../sweeps-slice.ts';
import { Estimate } from './Estimate.tsx';
import { NewSweepForm } from './NewSweepForm.tsx';
import { formAround, problemsOf, type SweepForm, searchOf } from './sweep-form.ts';

/** Asks how to sweep the parameters of a run: strategy, series and terms are those of the run. */
export function NewSweepDialog() {
  const dispatch = useAppDispatch();
  const run = useAppSelector((state) => state.sweeps.newSweepOf);
  const detail = useRunQuery(run ?? skipToken);
  const strategy = useStrategyQuery(run === null ? skipToken : { kind: 'run', run });
  const close = () => void dispatch(newSweepClosed());
  const isOpen = run !== null;
  const failure = shownError(detail.error ?? strategy.error);
  if (detail.currentData !== undefined && strategy.currentData !== undefined && isOpen) {
    return <SweepOfRun key={run} detail={detail.currentData} params={strategy.currentData.params} onClose={close} />;
  }
  return (
    <Dialog title="New sweep" width="wide" isOpen={isOpen} onOpenChange={(open) => !open && close()}>
      {failure === null ? <SkeletonLines label="What can be swept" lines={6} /> : <ErrorState error={failure} />}
    </Dialog>
  );
}

function SweepOfRun({
  detail,
  params,
  onClose,
}: {
  detail: RunDetail;
  params: readonly StrategyParam[];
  onClose: () => void;
}) {
  const { run, manifest } = detail;
  const [form, setForm] = useState<SweepForm>(() => formAround(params, manifest.params));
  const [start, { error, isLoading, reset }] = useStartSweepMutation();
  const terms = useMemo((): SweepTerms | null => {
    const search = searchOf(form);
    if (search === null) return null;
    const searched = new Set(search.space.axes.map(({ name }) => name));
    const fixed = Object.entries(manifest.params).filter(([name]) => !searched.has(name));
    return { ...termsOfRun(detail, Object.fromEntries(fixed)), ...search };
  }, [form, detail, manifest]);
  const problems = problemsOf(form, params);
  const refusal = shownError(error);
  const isReady = terms !== null && Object.keys(problems.axes).length === 0;
  const onStart = async () => {
    if (terms === null) return;
    const { data } = await start(terms);
    if (data === undefined) return;
    onClose();
    goTo({ place: 'sweeps', sweep: data.sweep });
  };
  const series = run.series.map(({ symbol, timeframe }) => `${symbol} ${timeframe}`).join(', ');
  return (
    <Dialog
      title="New sweep"
      description={`${run.strategy.name} on ${series}, with money, costs and days of the run.`}
      width="wide"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Estimate terms={isReady ? terms : null} />
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            icon={<Grid3x3 aria-hidden />}
            isBusy={isLoading}
            disabled={!isReady}
            onClick={() => void onStart()}
          >
            Start
          </Button>
        </>
      }
    >
      {refusal !== null && <ErrorState error={refusal} isCompact />}
      {form.axes.length === 0 ? (
        <EmptyState title="Nothing to search" body="The strategy declares no parameter that is a number." />
      ) : (
        <NewSweepForm
          form={form}
          params={params}
          values={manifest.params}
          problems={problems}
          onChange={(changed) => {
            reset();
            setForm(changed);
          }}
        />
      )}
    </Dialog>
  );
}
