import type { Job } from '#shared/contract/job.ts';
import { lookAheadWords, warmUpWords } from '#shared/domain/proof-words.ts';
import type { Route } from '../../app/routes/routes.ts';
import { formatCount } from '../../ui/format/count.ts';

/** What came of a job, in words; null while nothing has. */
export function outcomeOf({ result }: Pick<Job, 'result'>): string | null {
  if (result === null) return null;
  switch (result.kind) {
    case 'import': {
      const bars = counted(result.rows, 'bar', 'bars');
      const left = result.badRowCount === 0 ? '' : `, ${counted(result.badRowCount, 'bad row', 'bad rows')} left out`;
      return `${bars} of ${result.series.map(({ id }) => id).join(', ')}${left}`;
    }
    case 'run':
      return result.status === 'done' ? counted(result.trades, 'trade', 'trades') : 'The strategy failed.';
    case 'verify':
      if (!result.isIntact) return 'The stored result is damaged.';
      if (result.isVerified) return 'The same result again, to the last bit.';
      return result.engineThen === result.engineNow
        ? 'The result is another one.'
        : `The result is another one: engine ${result.engineThen} made it, this is engine ${result.engineNow}.`;
    case 'sweep': {
      const failed = result.failed === 0 ? '' : `, ${formatCount(result.failed)} of them failed`;
      return `${counted(result.runs, 'run', 'runs')}${failed}`;
    }
    case 'proof':
      return `${lookAheadWords(result.proofs.lookAhead).title}. ${warmUpWords(result.proofs.warmUp).title}.`;
  }
}

/** Where what a job made can be seen; null where there is nothing to see. */
export function placeOf({ run, result }: Pick<Job, 'run' | 'result'>): Route | null {
  if (run !== null) return { place: 'runs', run };
  if (result?.kind === 'sweep') return { place: 'sweeps', sweep: result.sweep };
  if (result?.kind !== 'import') return null;
  const [only, another] = result.series;
  if (only === undefined) return null;
  return { place: 'data', series: another === undefined ? only.id : null };
}

function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
