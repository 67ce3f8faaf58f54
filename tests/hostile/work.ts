/** Methods of lists that call back for each entry they come to. */
const VISITING = [
  'map',
  'flatMap',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'some',
  'every',
  'forEach',
  'reduce',
] as const;

/** Methods that look for an entry. */
const SEEKING = ['includes', 'indexOf', 'lastIndexOf'] as const;

/** Methods that go over the whole of a list, or of a text. */
const WHOLE = [
  'join',
  'concat',
  'slice',
  'flat',
  'sort',
  'toSorted',
  'toReversed',
  'toSpliced',
  'with',
] as const;
const WHOLE_TEXT = [
  'replace',
  'replaceAll',
  'match',
  'matchAll',
  'split',
  'search',
  'normalize',
  'toLowerCase',
] as const;

type Method = (this: { readonly length: number }, ...args: unknown[]) => unknown;

/**
 * Counts what is done with lists and texts while something runs: each entry that is come to, each letter that is gone over.
 * Unlike time that is the same on every machine. Loops, and what regular expressions do inside, are not seen.
 */
export async function countWork(run: () => unknown): Promise<number> {
  let work = 0;
  const undo: (() => void)[] = [];
  const wrap = (prototype: object, name: string, make: (method: Method) => Method) => {
    const method = Reflect.get(prototype, name) as Method;
    Object.defineProperty(prototype, name, { value: make(method), writable: true, configurable: true });
    undo.push(() =>
      Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true }),
    );
  };
  for (const name of VISITING)
    wrap(
      Array.prototype,
      name,
      (method) =>
        function (visit, ...rest) {
          if (typeof visit !== 'function') return method.call(this, visit, ...rest);
          const counted = function (this: unknown, ...given: unknown[]): unknown {
            work += 1;
            return Reflect.apply(visit, this, given);
          };
          return method.call(this, counted, ...rest);
        },
    );
  for (const name of SEEKING)
    wrap(
      Array.prototype,
      name,
      (method) =>
        function (...args) {
          const found = method.apply(this, args);
          work += typeof found === 'number' && found >= 0 ? found + 1 : this.length;
          return found;
        },
    );
  for (const [prototype, names] of [
    [Array.prototype, WHOLE],
    [String.prototype, WHOLE_TEXT],
  ] as const)
    for (const name of names)
      wrap(
        prototype,
        name,
        (method) =>
          function (...args) {
            const made = method.apply(this, args);
            work += name === 'slice' ? (made as { readonly length: number }).length : this.length;
            return made;
          },
      );
  try {
    await run();
  } finally {
    for (const put of undo) put();
  }
  return work;
}
