import { goTo } from '../../app/routes/use-route.ts';
import type { KnownJob } from '../../app/store/jobs-slice.ts';
import { JobCard, type JobCardProps } from '../../ui/state/JobCard.tsx';
import { outcomeOf, placeOf } from './outcome.ts';
import { jobProgress } from './progress.ts';
import { useCancelJobMutation, usePauseJobMutation, useResumeJobMutation } from './queries.ts';
import { UnknownJob } from './UnknownJob.tsx';

/** A job, with what can be done about it now. */
export function JobItem({ job }: { job: KnownJob }) {
  const [pause] = usePauseJobMutation();
  const [resume] = useResumeJobMutation();
  const [cancel] = useCancelJobMutation();
  if (job.isUnknown === true) return <UnknownJob title={job.title} />;
  const { fraction, words } = jobProgress(job);
  const outcome = outcomeOf(job);
  const place = placeOf(job);
  const handlers: Pick<JobCardProps, 'onPause' | 'onResume' | 'onCancel' | 'onOpen'> = {};
  if (job.canPause && job.state === 'running') handlers.onPause = () => void pause(job.id);
  if (job.state === 'paused' || job.state === 'interrupted') handlers.onResume = () => void resume(job.id);
  if (job.state === 'queued' || job.state === 'running' || job.state === 'paused') {
    handlers.onCancel = () => void cancel(job.id);
  }
  if (place !== null) handlers.onOpen = () => goTo(place);
  return (
    <JobCard
      title={job.title}
      state={job.state}
      fraction={fraction}
      words={outcome ?? words}
      {...(job.error !== null && { error: [job.error.message, job.error.hint].filter(Boolean).join(' ') })}
      {...handlers}
    />
  );
}
