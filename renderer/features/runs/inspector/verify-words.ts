import type { JobResult } from '#shared/contract/job.ts';

type Verified = Extract<JobResult, { kind: 'verify' }>;

export interface Verdict {
  tone: 'ok' | 'warn' | 'error';
  title: string;
  body: string;
}

/** What verifying a run found. */
export function verdictOf({ isVerified, stored, fresh, engineThen, engineNow }: Verified): Verdict {
  if (isVerified) {
    return {
      tone: 'ok',
      title: 'Verified, bit for bit',
      body: `Run again from its source, data and parameters, it gave the same result, ${short(fresh)}`,
    };
  }
  if (stored === null) {
    return { tone: 'warn', title: 'Nothing to compare with', body: 'This run has no stored result. Run it again.' };
  }
  if (stored === fresh) {
    return {
      tone: 'error',
      title: 'What is stored was changed',
      body: 'The stored result is not the one that was written. Run it again, and don’t rely on this one.',
    };
  }
  if (engineThen !== engineNow) {
    return {
      tone: 'warn',
      title: 'Another result, from another engine',
      body: `It was made by engine ${engineThen}, and engine ${engineNow} computes ${short(fresh)} instead of ${short(stored)}.`,
    };
  }
  return {
    tone: 'error',
    title: 'Not the same result',
    body: `The same engine computed ${short(fresh)} instead of ${short(stored)}. Please report this.`,
  };
}

function short(hash: string): string {
  return `${hash.slice(0, 8)}…`;
}
