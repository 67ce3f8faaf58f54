import { join } from 'node:path';
import { app, utilityProcess, type UtilityProcess } from 'electron';
import type { KnownToChecks } from '../check-context';
import type { LedgerEntry } from '../../shared/checks/ledger';
import type { Patch } from '../../shared/commands/patch';
import type { Events } from '../../shared/contract/channels';
import type { Row } from '../../shared/model/row';
import type { CheckAnswer, CheckMessage } from './check-messages';

const MEMORY_LIMIT_MB = 1024;

/** A process that ends by itself is started again; one that ends so often without having found anything is not. */
const MOST_FAILURES = 3;

/** What is to be checked, and what is to be done with what is found. */
export interface Checked {
  readonly project: () => { readonly rows: readonly Row[]; readonly state: number } | null;
  readonly known: () => KnownToChecks;
  readonly found: (found: Events['checks/found']) => void;
  readonly stopped: () => void;
}

/** The process in which the open project is checked: there from when it is first asked for until the project closes. */
export class Checking {
  private worker: UtilityProcess | null = null;
  private failures = 0;
  /** What the process knows beside the texts, as JSON. */
  private told = '';
  private readonly waiting: ((entries: readonly LedgerEntry[] | null) => void)[] = [];

  constructor(private readonly checked: Checked) {}

  /** Begins to check the open project, or tells everything once more. */
  begin(): void {
    this.failures = 0;
    this.open();
  }

  /** Tells of a change of the project. */
  follow(patches: readonly Patch[], state: number): void {
    const rows = patches.filter((patch) => patch.rows !== null).map(onlyRows);
    this.say({ type: 'change', patches: rows, state });
  }

  /** Tells what the app knows beside the texts, if that has changed: everything is checked anew then. */
  tellKnown(): void {
    const known = this.checked.known();
    const told = JSON.stringify(known);
    if (!this.worker || told === this.told) return;
    this.told = told;
    this.say({ type: 'known', known });
  }

  /** The facts of the open project; null while it is not checked. */
  ledger(): Promise<readonly LedgerEntry[] | null> {
    if (!this.worker) return Promise.resolve(null);
    const answered = new Promise<readonly LedgerEntry[] | null>((answer) => this.waiting.push(answer));
    this.say({ type: 'ledger' });
    return answered;
  }

  end(): void {
    const { worker } = this;
    this.worker = null;
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
    this.told = JSON.stringify(known);
    this.say({ type: 'open', ...project, known });
  }

  private say(message: CheckMessage): void {
    this.worker?.postMessage(message);
  }

  private startWorker(): UtilityProcess {
    const path = join(app.getAppPath(), 'out', 'main', 'check-worker.cjs');
    const worker = utilityProcess.fork(path, [], {
      serviceName: 'Triptych checks',
      execArgv: [`--max-old-space-size=${MEMORY_LIMIT_MB}`],
    });
    worker.on('message', (answer: CheckAnswer) => {
      if (this.worker !== worker) return;
      this.failures = 0;
      if (answer.type === 'found') this.checked.found(answer.found);
      else this.answerWaiting(answer.entries);
    });
    worker.once('exit', () => {
      if (this.worker !== worker) return;
      this.worker = null;
      this.answerWaiting(null);
      this.failures += 1;
      if (this.failures < MOST_FAILURES) this.open();
      else this.checked.stopped();
    });
    return worker;
  }
}

/** A patch without what checks do not look at: a review may hold whole articles. */
function onlyRows({ rows }: Patch): Patch {
  return { title: null, origins: null, rows, flags: null };
}
