import { ERROR_LENGTHS, type Request } from '../../shared/contract/channels';
import { bridge } from '../session/bridge';
import { showNews } from '../session/notices/notice-store';

/** A bug that comes back with every picture would otherwise be told of without end. */
const MOST_REPORTS = 50;

let reports = 0;

/** Has a bug in the window written to the log. */
export function reportBug(where: Request<'log/error'>['where'], thrown: unknown): void {
  reports += 1;
  if (reports > MOST_REPORTS) return;
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { name, message } = ERROR_LENGTHS;
  bridge
    .request('log/error', {
      where,
      name: error.name.slice(0, name),
      message: error.message.slice(0, message),
      stack: (error.stack ?? '').slice(0, ERROR_LENGTHS.stack),
    })
    // To report that reporting fails would fail again.
    .catch(() => undefined);
}

/** Shows the window afresh, with what main has. */
export function restartWindow(): void {
  void bridge.request('window/restart', null);
}

/** Tells of bugs outside what React draws: the window may then show something that is no longer so. */
export function watchBugs(): void {
  const tell = () => showNews('news.bug', {}, { key: 'crash.restart', perform: restartWindow });
  addEventListener('error', ({ error }: ErrorEvent) => {
    // Without an error it is the browser's remark that a size changed while it was observed.
    if (!error) return;
    reportBug('event', error);
    tell();
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    reportBug('promise', reason);
    tell();
  });
}
