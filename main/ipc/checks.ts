import type { AppContext } from '../app/app-context';
import { handle } from '../app/handle';

/** Checking the open project. */
export function handleChecks(context: AppContext): void {
  handle('checks/begin', () => {
    context.checking.begin();
    return null;
  });
  handle('checks/ledger', () => context.checking.ledger());
}
