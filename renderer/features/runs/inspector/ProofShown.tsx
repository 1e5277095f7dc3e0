import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ProofWords } from '#shared/domain/proof-words.ts';
import { useAppDispatch } from '../../../app/store/store.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { formatCount } from '../../../ui/format/count.ts';
import { barPicked } from '../workspace-slice.ts';
import styles from './inspector.module.css';

const ICONS = { ok: CircleCheck, none: Info, warn: TriangleAlert, error: CircleAlert };
const TONES: Record<ProofWords['tone'], string | undefined> = {
  ok: styles.toneOk,
  none: styles.info,
  warn: styles.warning,
  error: styles.serious,
};

/** One proof in words, with the bar that it found and where the text of the strategy is suspicious. */
export function ProofShown({
  words: { tone, title, body },
  place,
  code,
}: {
  words: ProofWords;
  place: { run: string; row: number } | null;
  /** `strategy.ts:12`. */
  code: string | null;
}) {
  const dispatch = useAppDispatch();
  const Icon = ICONS[tone];
  return (
    <details className={clsx(styles.check, TONES[tone])} open={place !== null}>
      <summary>
        <Icon className={styles.icon} aria-hidden />
        <span className={styles.name}>{title}</span>
      </summary>
      <p className={styles.message}>{body}</p>
      {code !== null && (
        <p className={styles.suggestion}>
          The lint sees it at <code>{code}</code>.
        </p>
      )}
      {place !== null && (
        <p className={styles.suggestion}>
          <Button size="small" onClick={() => dispatch(barPicked({ ...place, symbol: null }))}>
            Go to bar {formatCount(place.row + 1)}
          </Button>
        </p>
      )}
    </details>
  );
}
