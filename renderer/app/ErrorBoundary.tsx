import { Component, type ReactNode } from 'react';
import { type ApiError, INTERNAL_ERROR } from '#shared/contract/errors.ts';
import { notify } from '../ui/overlay/notify.ts';
import { ErrorState } from '../ui/state/ErrorState.tsx';
import { reloadWindow, ScreenNotLoaded } from './screen.ts';

interface BoundaryState {
  error: Error | null;
}

const NOT_LOADED: ApiError = {
  kind: 'run',
  code: 'run.screen-not-loaded',
  message: 'This part of the window could not be loaded: Hindcast did not answer.',
  hint: 'See whether it is running. What is under way there goes on.',
};

/** Keeps what goes wrong in one screen from taking the window with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: Error): BoundaryState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (error instanceof ScreenNotLoaded) return <ErrorState error={NOT_LOADED} onRetry={() => void loadAgain()} />;
    return (
      <ErrorState
        error={{ ...INTERNAL_ERROR, lines: [String(error.message)] }}
        onRetry={() => this.setState({ error: null })}
      />
    );
  }
}

async function loadAgain(): Promise<void> {
  if (await reloadWindow()) return;
  notify({ id: 'not-loaded', title: 'Hindcast does not answer yet', tone: 'warn' });
}
