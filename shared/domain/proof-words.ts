import { isoTime } from './iso-time.ts';
import type { LookAheadProof, UndecidedReason, WarmUpProof } from './proof.ts';

export interface ProofWords {
  tone: 'ok' | 'warn' | 'error' | 'none';
  title: string;
  body: string;
}

const REASONS: Record<UndecidedReason, string> = {
  'too-few-bars': 'There are too few bars to leave some out.',
  'no-orders': 'The strategy sent no order.',
  failed: 'The strategy failed, and a proof needs a run that doesn’t.',
  'no-comparison': 'On fewer bars the strategy doesn’t get to trade, so there was nothing to compare.',
};

/** What cutting the bars has shown, and no more than that. */
export function lookAheadWords(proof: LookAheadProof): ProofWords {
  switch (proof.verdict) {
    case 'clean':
      return {
        tone: 'ok',
        title: `No look-ahead found in ${counted(proof.cuts, 'cut')}`,
        body: 'With the bars behind each cut left out, and with other prices there, it did the same before.',
      };
    case 'found': {
      const bars = `the bars from ${isoTime(proof.cutTime)} on`;
      const change = proof.future === 'left-out' ? `with ${bars} left out` : `with other prices on ${bars}`;
      return {
        tone: 'error',
        title: 'It looks ahead',
        body: `On ${isoTime(proof.time)} ${happened(proof, change)}`,
      };
    }
    case 'undecided':
      return { tone: 'none', title: 'Look-ahead: not decidable', body: REASONS[proof.reason] };
  }
}

/** What beginning later has shown, and no more than that. */
export function warmUpWords(proof: WarmUpProof): ProofWords {
  switch (proof.verdict) {
    case 'clean':
      return {
        tone: 'ok',
        title: `Same orders from ${counted(proof.starts, 'later start')}`,
        body: 'With bars left out at the beginning, it sent the same orders in the later half.',
      };
    case 'found':
      return {
        tone: 'warn',
        title: 'Orders hang on where the data begins',
        body:
          `On ${isoTime(proof.time)} ${happened(proof, `with the first ${counted(proof.dropped, 'bar')} left out`)} ` +
          'Its warm-up is too short, or it remembers what it did since the start.',
      };
    case 'undecided':
      return { tone: 'none', title: 'Warm-up: not decidable', body: REASONS[proof.reason] };
  }
}

type Found = Pick<Extract<LookAheadProof, { verdict: 'found' }>, 'what' | 'deed' | 'isOwn'>;

function happened({ what, deed, isOwn }: Found, change: string): string {
  switch (what) {
    case 'failure':
      return `it failed ${change}, and otherwise not.`;
    case 'log':
      return isOwn ? `it wrote “${deed}”, but not ${change}.` : `it wrote “${deed}” ${change}, and otherwise not.`;
    case 'order':
      return isOwn
        ? `it sent an order (${deed}) that it sent differently or not at all ${change}.`
        : `it sent an order (${deed}) ${change}, and otherwise not.`;
    case 'fill':
      return isOwn
        ? `an order was filled (${deed}) that was filled differently or not at all ${change}.`
        : `an order was filled (${deed}) ${change}, and otherwise not.`;
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
