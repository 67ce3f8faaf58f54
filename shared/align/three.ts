/** One value for each of ru, ky and en, in this order; x, y and z where they are spoken of apart. */
export type Three<T> = readonly [T, T, T];

/** Works out a value for each of the three. */
export function mapThree<T>(make: (axis: 0 | 1 | 2) => T): Three<T> {
  return [make(0), make(1), make(2)];
}
