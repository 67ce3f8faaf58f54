/** How soon what is done gets into the person's file, in ms. */
export interface Pace {
  /** So long after the last change. */
  readonly idle: number;
  /** So long after the first change that is not there yet, at the latest. */
  readonly most: number;
  /** How often it is looked whether the file is still the one we put there. */
  readonly look: number;
  /** How long a file that is not may take to become what it will be: it may just be replaced. */
  readonly settle: number;
}

/** Nobody's file is to be more than five seconds behind: two are for bringing it there, on a slow disk, too. */
export const USUAL_PACE: Pace = { idle: 1000, most: 3000, look: 1000, settle: 400 };

/** When what is done is to be brought into the person's file. */
export class Pacing {
  /** When the first change came that is not on its way. */
  #since: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** @param due called when it is time */
  constructor(
    private readonly pace: Pace,
    private readonly due: () => void,
  ) {}

  /** Something was changed, which is not on its way yet. */
  note(): void {
    this.#since ??= performance.now();
  }

  /**
   * There is something to be brought, and nothing on its way.
   *
   * @param isRefused whether that was tried and could not be done: then it is tried again at a steady pace
   */
  plan(isRefused: boolean): void {
    if (isRefused && this.#timer) return;
    const { idle, most } = this.pace;
    const now = performance.now();
    this.#since ??= now;
    const wait = isRefused ? most : Math.min(idle, this.#since + most - now);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.due();
      },
      Math.max(0, wait),
    );
    this.#timer.unref();
  }

  /** Everything there was until now is on its way, or there. */
  begun(): void {
    this.#since = null;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
