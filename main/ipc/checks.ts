import type { AppContext } from '../app-context';
import { handle } from './handle';

/** Checking the open project. */
export function handleChecks(context: AppContext): void {
  handle('checks/begin', () => {
    context.checking.begin();
    return null;
  });
  handle('checks/ledger', () => context.checking.ledger());
}
