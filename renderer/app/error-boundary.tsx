import { Component, type ReactNode } from 'react';
import i18next from 'i18next';

interface State {
  readonly error: Error | null;
}

/** A bug in the window: everything typed is kept in the project file, so starting the window again is safe. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="crash" role="alert">
        <h1>{i18next.t('crash.title')}</h1>
        <p>{i18next.t('crash.kept')}</p>
        <pre>{error.message}</pre>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {i18next.t('crash.restart')}
        </button>
      </main>
    );
  }
}
