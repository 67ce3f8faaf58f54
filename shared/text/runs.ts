/** A value laid over `text.slice(start, end)`; start = end is a point between two characters. */
export interface Layer<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** A stretch of text that is covered by the same values from end to end, or a point with what stands there. */
export interface LayerRun<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

/**
 * Cuts a text at every edge of the layers over it (marks, flags, search hits), so that it can be painted piece
 * after piece. Layers are clipped to the text. Points become runs of no width, before the run that starts there;
 * such a run lists the points and the layers around them. Values stand in the order of `layers`.
 *
 * @param length UTF-16 length of the text
 */
export function layerRuns<T>(length: number, layers: readonly Layer<T>[]): readonly LayerRun<T>[] {
  const clipped = layers.map(({ start, end, value }, order) => ({
    start: clamp(start, length),
    end: clamp(end, length),
    value,
    order,
  }));
  const waiting = clipped.toSorted((a, b) => a.start - b.start);
  const edges = new Set([0, length, ...clipped.flatMap(({ start, end }) => [start, end])]);
  const runs: LayerRun<T>[] = [];
  let open: typeof clipped = [];
  let next = 0;
  let from = 0;
  for (const at of [...edges].sort((a, b) => a - b)) {
    if (at > from) runs.push({ start: from, end: at, values: open.map(({ value }) => value) });
    open = open.filter(({ end }) => end > at);
    const starting = [];
    for (let layer = waiting[next]; layer?.start === at; layer = waiting[next]) {
      starting.push(layer);
      next += 1;
    }
    const points = starting.filter(({ end }) => end === at);
    if (points.length > 0) {
      const values = [...open, ...points].sort((a, b) => a.order - b.order).map(({ value }) => value);
      runs.push({ start: at, end: at, values });
    }
    open = [...open, ...starting.filter(({ end }) => end > at)].sort((a, b) => a.order - b.order);
    from = at;
  }
  return runs;
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}
