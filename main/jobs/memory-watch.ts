/** How much memory a process takes: what Electron's `app.getAppMetrics()` tells of it. */
export interface ProcessMemory {
  readonly pid: number;
  /** What it has in the computer's memory, in KB: heap, buffers, WASM and program alike. */
  readonly memory: { readonly workingSetSize: number };
}

/** A process that can be ended. */
export interface Endable {
  readonly pid?: number | undefined;
  kill(): boolean;
}

/** What the process that checks may take: chosen to leave room for dictionaries and a long article. */
export const CHECKS_MOST_MB = 1536;

/** A process that fills its memory as fast as it can gets about 1.5 GB further between two looks. */
const LOOK_MS = 200;

/**
 * Ends processes that take more memory than they may. V8's own limit does not do that: utility processes of Electron
 * take no notice of `--max-old-space-size`, and it would count neither buffers nor WASM. Looks only while there is
 * something to watch.
 */
export class MemoryWatch {
  private readonly watched = new Map<Endable, { readonly mostMb: number; readonly past: () => void }>();
  private clock: NodeJS.Timeout | null = null;

  constructor(private readonly measure: () => readonly ProcessMemory[]) {}

  /**
   * Watches a process until `leave` is called with it.
   *
   * @param past is called just before the process is ended
   */
  watch(process: Endable, mostMb: number, past: () => void): void {
    this.watched.set(process, { mostMb, past });
    this.clock ??= setInterval(() => this.look(), LOOK_MS);
  }

  leave(process: Endable): void {
    this.watched.delete(process);
    if (this.watched.size > 0 || !this.clock) return;
    clearInterval(this.clock);
    this.clock = null;
  }

  private look(): void {
    const sizes = new Map(this.measure().map(({ pid, memory }) => [pid, memory.workingSetSize / 1024]));
    for (const [process, { mostMb, past }] of [...this.watched]) {
      if (process.pid === undefined || (sizes.get(process.pid) ?? 0) <= mostMb) continue;
      this.leave(process);
      past();
      process.kill();
    }
  }
}
