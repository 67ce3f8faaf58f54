import type { KnownToChecks } from '../check-context';
import type { LedgerEntry } from '../../shared/checks/ledger';
import type { Patch } from '../../shared/commands/patch';
import type { Events } from '../../shared/contract/channels';
import type { Row } from '../../shared/model/row';

/** What the process that checks is told. `state` counts the changes of the project since it was opened. */
export type CheckMessage =
  /** A project is open, or is to be checked from the beginning. */
  | {
      readonly type: 'open';
      readonly rows: readonly Row[];
      readonly known: KnownToChecks;
      readonly state: number;
    }
  /** The rows were changed; none of the patches concerns anything else. */
  | { readonly type: 'change'; readonly patches: readonly Patch[]; readonly state: number }
  | { readonly type: 'known'; readonly known: KnownToChecks }
  /** The facts of the project are asked for. */
  | { readonly type: 'ledger' };

/** What it answers. */
export type CheckAnswer =
  | { readonly type: 'found'; readonly found: Events['checks/found'] }
  | { readonly type: 'ledger'; readonly entries: readonly LedgerEntry[] };
