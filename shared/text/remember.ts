/**
 * The same function, remembering its results: words come again and again in a text. It starts afresh after `most`
 * different keys, so that a book does not fill the memory.
 */
export function remember<V>(most: number, compute: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}
