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

export const USUAL_PACE: Pace = { idle: 1000, most: 4000, look: 1000, settle: 400 };

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

  /**
   * There is something to be brought.
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
