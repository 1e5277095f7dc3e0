import { type FormEvent, useId, useState } from 'react';
import { apiErrorOf } from '#shared/contract/errors.ts';
import { Button } from '../../ui/action/Button.tsx';
import { TextField } from '../../ui/field/TextField.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import type { ChartView } from '../viewport/chart-view.ts';
import { endsOf, goToTime, type ViewportSource } from '../viewport/viewport-source.ts';
import { readDate } from './read-date.ts';

interface GoToDateProps {
  source: ViewportSource;
  view: ChartView;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Asks for a date and brings its bar into view. */
export function GoToDate({ source, view, isOpen, onOpenChange }: GoToDateProps) {
  const form = useId();
  return (
    <Dialog
      title="Go to date"
      width="narrow"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <Button type="submit" form={form} variant="primary">
          Go
        </Button>
      }
    >
      <DateForm id={form} source={source} view={view} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function DateForm({
  id,
  source,
  view,
  onDone,
}: Pick<GoToDateProps, 'source' | 'view'> & { id: string; onDone: () => void }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const go = async () => {
    const { signal } = new AbortController();
    const ends = await endsOf(source, signal);
    const read = readDate(text, ends);
    if ('problem' in read) return setProblem(read.problem);
    await goToTime(view, source, { time: read.time, first: ends.first }, signal);
    onDone();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    go().catch((cause) => setProblem(apiErrorOf(cause).message));
  };
  return (
    <form id={id} onSubmit={onSubmit}>
      <TextField
        label="Date, UTC"
        value={text}
        placeholder="2021-01-15"
        description="A day, a month or a year, or a time back from the last bar: -2y."
        {...(problem !== null && { error: problem })}
        onChange={(typed) => {
          setText(typed);
          setProblem(null);
        }}
      />
    </form>
  );
}
