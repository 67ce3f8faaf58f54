import type { KnownToChecks } from '../checking/check-context';
import type { DescribedError } from '../system/log/describe-error';
import type { LedgerEntry } from '../../shared/checks/ledger';
import type { Step } from '../../shared/checks/engine/step';
import type { Patch } from '../../shared/patch/project-patch';
import type { Events } from '../../shared/contract/channels';
import type { Row } from '../../shared/model/row';

/** What the process that checks is told. `state` counts the changes of the project since it was opened. */
export type CheckMessage =
  /** Some rows of a project that is about to be opened, in order. */
  | { readonly type: 'rows'; readonly rows: readonly Row[] }
  /** A project is open, or is to be checked from the beginning. */
  | {
      readonly type: 'open';
      readonly rows: readonly Row[];
      readonly known: KnownToChecks;
      readonly state: number;
      readonly leftOut: readonly Step[];
      /** Whether each step is to be told before it begins, or only each row and each check of the article. */
      readonly slowly: boolean;
    }
  /** The rows were changed; none of the patches concerns anything else. */
  | { readonly type: 'change'; readonly patches: readonly Patch[]; readonly state: number }
  | { readonly type: 'known'; readonly known: KnownToChecks }
  /** The facts of the project are asked for. */
  | { readonly type: 'ledger' };

/** What it answers. */
export type CheckAnswer =
  | {
      readonly type: 'found';
      readonly found: Events['checks/found'];
      /**
       * Whether every check has looked at this state, those included that need dictionaries; what is left out is not
       * waited for.
       */
      readonly all: boolean;
    }
  | { readonly type: 'ledger'; readonly entries: readonly LedgerEntry[] }
  /** What it is at; null when it has nothing to do. */
  | { readonly type: 'at'; readonly at: At | null }
  /** A bug. It waits to be ended. */
  | { readonly type: 'failed'; readonly error: DescribedError };

/** What the process is at: a step, some check of a row, or with both null something else. */
export interface At {
  readonly check: Step['check'] | null;
  readonly rowId: string | null;
}
