import type { Failure, FailureCode } from '../../../shared/model/failure';

/** Thrown deep inside the reader of a damaged or hostile file; `readDocx` turns it into its result. */
export class Unreadable extends Error {
  readonly failure: Failure;

  constructor(code: FailureCode, params: Failure['params'] = {}) {
    super(code);
    this.failure = { code, params };
  }
}
