import { lookAheadWords, warmUpWords } from '../domain/proof-words.ts';
import type { Job } from './job.ts';

/** What a notification of the system says about a job, and where in the window it leads. */
export interface JobNotice {
  title: string;
  body: string;
  path: string;
}

/** What the system tells of a job that has ended by itself; null while it goes on, and when somebody stopped it. */
export function jobNotice({ title, state, run, result, error }: Job): JobNotice | null {
  const path = run === null ? '/jobs' : `/run/${run}`;
  if (state === 'failed') return { title: `${title} failed`, body: error?.message ?? 'See the list of jobs.', path };
  if (state !== 'done') return null;
  return { title, body: result === null ? 'Done.' : outcome(result), path };
}

function outcome(result: NonNullable<Job['result']>): string {
  switch (result.kind) {
    case 'import':
      return result.badRowCount === 0
        ? `${count(result.rows, 'row')} imported.`
        : `${count(result.rows, 'row')} imported, ${count(result.badRowCount, 'bad row')} left out.`;
    case 'run':
      return result.status === 'done' ? `Done, with ${count(result.trades, 'trade')}.` : 'The run failed.';
    case 'verify':
      return result.isVerified
        ? 'Verified: the same result, to the last bit.'
        : 'The result differs from the stored one.';
    case 'sweep':
      return result.failed === 0
        ? `${count(result.runs, 'run')} made.`
        : `${count(result.runs, 'run')} made, ${result.failed.toLocaleString('en')} of them failed.`;
    case 'proof':
      return `${lookAheadWords(result.proofs.lookAhead).title}. ${warmUpWords(result.proofs.warmUp).title}.`;
  }
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
