import type { Result } from '../../shared/model/failure';

/** Work under way that can be given up. Its result is `jobCancelled` then. */
export interface Job<T> {
  readonly result: Promise<Result<T>>;
  cancel(): void;
}
