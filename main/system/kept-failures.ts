import type { Failure } from '../../shared/model/failure';

const untold: Failure[] = [];
let hearer: ((failure: Failure) => void) | null = null;

/** Tells the window that something of the app's own was damaged or not written; at once, or when it is there. */
export function tellKept(failure: Failure): void {
  if (hearer) hearer(failure);
  else untold.push(failure);
}

/** What there is to tell so far; what comes later goes to `hear`. */
export function takeKeptFailures(hear: (failure: Failure) => void): readonly Failure[] {
  hearer = hear;
  return untold.splice(0);
}
