import { Component, type ReactNode } from 'react';
import { INTERNAL_ERROR } from '#shared/contract/errors.ts';
import { ErrorState } from '../ui/state/ErrorState.tsx';

interface BoundaryState {
  error: Error | null;
}

/** Keeps what goes wrong in one screen from taking the window with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: Error): BoundaryState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <ErrorState
        error={{ ...INTERNAL_ERROR, lines: [String(error.message)] }}
        onRetry={() => this.setState({ error: null })}
      />
    );
  }
}
