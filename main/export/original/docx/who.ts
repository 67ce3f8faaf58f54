import type { Authored } from '../../../../shared/model/paragraph';
import type { By } from './tracking';

/** Who made a present text what it is. Offsets are UTF-16, in that text. */
export interface Who {
  /** Who wrote what stands at an offset. */
  readonly wrote: (at: number) => By;
  /** Who took out what stood before an offset. */
  readonly took: (at: number) => By;
  /** Where another's words begin. */
  readonly changes: ReadonlySet<number>;
}

/**
 * @param by as far as it is known; later ones count more
 * @param otherwise who is named where it is not
 */
export function whoOf(by: readonly Authored[], otherwise: By): Who {
  const last = by.at(-1) ?? otherwise;
  const name = ({ author, time }: By): By => ({ author, time });
  return {
    wrote: (at) => name(by.findLast(({ start, end }) => start <= at && at < end) ?? last),
    took: (at) => name(by.findLast(({ start, end }) => start <= at && at <= end) ?? last),
    changes: new Set(by.flatMap(({ start, end }) => [start, end])),
  };
}
