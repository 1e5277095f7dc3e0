import { skipToken } from '@reduxjs/toolkit/query';
import type { SweepTerms } from '#shared/contract/sweeps.ts';
import { Levels } from '#shared/domain/search-space.ts';
import { shownError } from '../../../app/store/host-api.ts';
import { formatCount } from '../../../ui/format/count.ts';
import { formatDuration } from '../../../ui/format/duration.ts';
import { formatBytes } from '../../data/byte-size.ts';
import { type SweepEstimate, useSweepEstimateQuery } from '../queries.ts';
import styles from './new-sweep.module.css';
import { useRested } from './use-rested.ts';

const PAUSE = 500;
/** Places that are looked at one by one with each change; beyond, the host counts them. */
const MOST_COUNTED = 50_000;

/** What a sweep would take: its places at once, the time as soon as the host has tried a few. */
export function Estimate({ terms }: { terms: SweepTerms | null }) {
  const rested = useRested(terms, PAUSE);
  const { currentData, error } = useSweepEstimateQuery(rested ?? skipToken);
  if (terms === null) return <p className={styles.estimate} />;
  const isCurrent = rested === terms;
  const failure = isCurrent && error !== undefined ? shownError(error) : null;
  if (failure !== null) {
    return (
      <p className={styles.problem} role="alert">
        {[failure.message, failure.hint].filter(Boolean).join(' ')}
      </p>
    );
  }
  return (
    <p className={styles.estimate} role="status">
      {isCurrent && currentData !== undefined ? estimateInWords(currentData) : countInWords(terms)}
    </p>
  );
}

function estimateInWords({ places, isExact, runs, seconds, bytes }: SweepEstimate): string {
  const time = seconds === null ? 'no run could be timed' : `about ${formatDuration(seconds * 1_000)}`;
  const of = runs === places && isExact ? '' : ` of ${isExact ? '' : 'up to '}${formatCount(places)} places`;
  return `${formatCount(runs)} runs${of} · ${time} · ${formatBytes(bytes.results)}`;
}

function countInWords({ space, budget }: SweepTerms): string {
  const levels = new Levels({ axes: space.axes, constraints: space.constraints ?? [] });
  const isCounted = levels.size <= MOST_COUNTED;
  const places = isCounted ? levels.count().places : levels.size;
  return `${isCounted ? '' : 'up to '}${formatCount(Math.min(places, budget ?? places))} runs · timing a few…`;
}
