import { Component, type ReactNode } from 'react';
import { bridge } from '../session/bridge';
import { CrashScreen } from './crash-screen';
import { reportBug, restartWindow } from './report-bug';

interface State {
  readonly crashed: boolean;
}

/** A bug in the window: everything typed is kept in the project file, so starting the window again is safe. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { crashed: false };

  static getDerivedStateFromError(): State {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown): void {
    reportBug('screen', error);
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <CrashScreen
        onRestart={restartWindow}
        onCopyDiagnostics={() => bridge.request('diagnostics/copy', null)}
      />
    );
  }
}
