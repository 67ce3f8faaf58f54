import { isDeepStrictEqual } from 'node:util';
import type { KnownToChecks } from '../checking/check-context';
import type { LedgerEntry } from '../../shared/checks/ledger';
import { isSameStep, type Step } from '../../shared/checks/engine/step';
import type { Patch } from '../../shared/patch/project-patch';
import type { Events } from '../../shared/contract/channels';
import type { Row } from '../../shared/model/row';
import type { DescribedError } from '../system/log/describe-error';
import type { At, CheckAnswer, CheckMessage } from './check-messages';

/** The process that checks, as it is seen from outside. */
export interface CheckProcess {
  readonly post: (message: CheckMessage) => void;
  readonly kill: () => void;
}

/** How the process ended by itself, or was ended for the memory it took: with this exit code, or by this signal. */
export interface Ended {
  readonly kind: 'memory' | 'exit';
  readonly code: number | NodeJS.Signals | null;
}

export type StartCheckProcess = (
  hear: (answer: CheckAnswer) => void,
  ended: (ended: Ended) => void,
) => CheckProcess;

/** Why the process had to be started anew. */
export type Trouble =
  { readonly kind: 'silence' } | Ended | { readonly kind: 'bug'; readonly error: DescribedError };

/**
 * The process is ended when it says nothing for so long though it has something to do. Looks are counted and not seconds,
 * so that a computer that slept for an hour has not been silent for one.
 */
export interface Patience {
  readonly lookMs: number;
  readonly looks: number;
}

const PATIENCE: Patience = { lookMs: 1000, looks: 15 };

/** The process is started again so often for one article; then somebody has to ask for it. */
const MOST_RESTARTS = 8;

/** What is to be checked, and what is to be done with what is found. */
export interface Checked {
  readonly project: () => { readonly rows: readonly Row[]; readonly state: number } | null;
  /** The same object for as long as nothing is different in it. */
  readonly known: () => KnownToChecks;
  /** `all` tells whether every check has looked at that state of the project. */
  readonly found: (found: Events['checks/found'], all: boolean) => void;
  /** Something went wrong at this place; the checks go on without it where it is one step. */
  readonly trouble: (trouble: Trouble, at: At | null) => void;
  readonly stopped: () => void;
}

/**
 * The process in which the open project is checked: there from when it is first asked for until the project closes. What
 * hangs, takes too much memory or ends in a bug is left out, and the rest is checked anew in another process. Which step
 * it was is known at once of a check of the article; of a row only that it was in it, so the steps are told singly then.
 */
export class Checking {
  private worker: CheckProcess | null = null;
  private restarts = 0;
  private leftOut: readonly Step[] = [];
  private slowly = false;
  /** What the process is at, and how often it was seen there. */
  private at: At | null = null;
  private seen = 0;
  private clock: NodeJS.Timeout | null = null;
  /** What the process knows beside the texts. */
  private told: KnownToChecks | null = null;
  private readonly waiting: ((entries: readonly LedgerEntry[] | null) => void)[] = [];

  constructor(
    private readonly checked: Checked,
    private readonly start: StartCheckProcess,
    private readonly patience: Patience = PATIENCE,
  ) {}

  /** Begins to check the open project, or tells everything once more; what was left out is tried again. */
  begin(): void {
    this.restarts = 0;
    this.leftOut = [];
    this.slowly = false;
    this.open();
  }

  /** Tells of a change of the project. */
  follow(patches: readonly Patch[], state: number): void {
    const rows = patches.filter((patch) => patch.rows !== undefined).map(onlyRows);
    this.say({ type: 'change', patches: rows, state });
  }

  /** Tells what the app knows beside the texts, if that has changed: everything is checked anew then. */
  tellKnown(): void {
    const known = this.checked.known();
    if (!this.worker || known === this.told) return;
    const isSame = isDeepStrictEqual(known, this.told);
    this.told = known;
    if (isSame) return;
    this.say({ type: 'known', known });
  }

  /** The facts of the open project; null while it is not checked. */
  ledger(): Promise<readonly LedgerEntry[] | null> {
    if (!this.worker) return Promise.resolve(null);
    const answered = new Promise<readonly LedgerEntry[] | null>((answer) => this.waiting.push(answer));
    this.say({ type: 'ledger' });
    return answered;
  }

  /** What is not checked because it went wrong. */
  notChecked(): readonly Step[] {
    return this.leftOut;
  }

  end(): void {
    this.leftOut = [];
    this.endWorker();
  }

  private endWorker(): void {
    const { worker } = this;
    this.worker = null;
    this.at = null;
    if (this.clock) clearInterval(this.clock);
    this.clock = null;
    this.answerWaiting(null);
    worker?.kill();
  }

  private answerWaiting(entries: readonly LedgerEntry[] | null): void {
    for (const answer of this.waiting.splice(0)) answer(entries);
  }

  private open(): void {
    const project = this.checked.project();
    if (!project) return;
    this.worker ??= this.startWorker();
    const known = this.checked.known();
    this.told = known;
    const { leftOut, slowly } = this;
    this.say({ type: 'open', ...project, known, leftOut, slowly });
  }

  private say(message: CheckMessage): void {
    if (!this.worker) return;
    // Until it says otherwise it is busy with this.
    this.at ??= { check: null, rowId: null };
    this.seen = 0;
    this.worker.post(message);
  }

  private startWorker(): CheckProcess {
    const worker: CheckProcess = this.start(
      (answer) => {
        if (this.worker === worker) this.hear(answer);
      },
      (ended) => {
        if (this.worker === worker) this.recover(ended);
      },
    );
    this.clock = setInterval(() => this.look(), this.patience.lookMs);
    return worker;
  }

  private hear(answer: CheckAnswer): void {
    this.seen = 0;
    switch (answer.type) {
      case 'found':
        return this.checked.found(answer.found, answer.all);
      case 'ledger':
        return this.answerWaiting(answer.entries);
      case 'at':
        this.at = answer.at;
        return;
      case 'failed':
        return this.recover({ kind: 'bug', error: answer.error });
    }
  }

  private look(): void {
    if (!this.at) return;
    this.seen += 1;
    if (this.seen > this.patience.looks) this.recover({ kind: 'silence' });
  }

  /** Goes on in another process, without what this one was at. */
  private recover(trouble: Trouble): void {
    const { at } = this;
    this.endWorker();
    this.checked.trouble(trouble, at);
    this.restarts += 1;
    if (at?.check) {
      const step: Step = { check: at.check, rowId: at.rowId };
      if (!this.leftOut.some((other) => isSameStep(step, other))) this.leftOut = [...this.leftOut, step];
    } else this.slowly = true;
    if (this.restarts > MOST_RESTARTS) this.checked.stopped();
    else this.open();
  }
}

/** A patch without what checks do not look at: a review may hold whole articles. */
function onlyRows({ rows }: Patch): Patch {
  return rows ? { rows } : {};
}
