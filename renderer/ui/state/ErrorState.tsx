import { CircleAlert, Copy, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import { Button } from '../action/Button.tsx';
import { notify } from '../overlay/notify.ts';
import styles from './ErrorState.module.css';
import { errorText } from './error-text.ts';

/** What went wrong, what to do about it, and the details for a report. */
export function ErrorState({
  error,
  onRetry,
  isCompact = false,
  heading,
  actions,
}: {
  error: ApiError;
  onRetry?: () => void;
  /** A strip above what was there before. */
  isCompact?: boolean;
  /** Name of the screen, where this is all that it shows. */
  heading?: string;
  actions?: ReactNode;
}) {
  return (
    <div className={isCompact ? styles.strip : styles.state} role="alert">
      <CircleAlert className={styles.icon} aria-hidden />
      <div className={styles.words}>
        {heading !== undefined && <h1>{heading}</h1>}
        <p className={styles.message}>{error.message}</p>
        {error.hint !== undefined && <p className={styles.hint}>{error.hint}</p>}
        {error.at !== undefined && (
          <p className={styles.code}>
            {error.at.file}:{error.at.line}:{error.at.column}
          </p>
        )}
        {error.lines !== undefined && error.lines.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <pre className={styles.lines} tabIndex={0}>
            {error.lines.join('\n')}
          </pre>
        )}
        <div className={styles.actions}>
          {onRetry !== undefined && (
            <Button size="small" icon={<RotateCw aria-hidden />} onClick={onRetry}>
              Try again
            </Button>
          )}
          {actions}
          <Button size="small" variant="quiet" icon={<Copy aria-hidden />} onClick={() => copyDetails(error)}>
            Copy details
          </Button>
          <span className={styles.code}>{error.code}</span>
        </div>
      </div>
    </div>
  );
}

function copyDetails(error: ApiError): void {
  navigator.clipboard.writeText(errorText(error)).then(
    () => notify({ id: 'copied', title: 'Details copied', tone: 'ok' }),
    () => notify({ id: 'copied', title: 'The clipboard can’t be written to', tone: 'warn' }),
  );
}
