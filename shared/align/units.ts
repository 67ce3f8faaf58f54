import { LANGUAGES, type PerLanguage } from '../model/language';
import { featuresOf, type AlignmentInput, type FeatureKind } from './features';
import { mapThree, type Three } from './three';

/** One paragraph, or neighbouring ones taken together, as the search sees it. */
export interface Unit {
  /** In UTF-16 units. */
  readonly length: number;
  /** Numbers of its features, ascending, each once. */
  readonly features: Int32Array;
}

export interface Units {
  readonly versions: Three<readonly Unit[]>;
  /** The kind of each feature, by its number. */
  readonly kinds: readonly FeatureKind[];
}

/** Turns paragraphs into lengths and numbered features, so that comparing is cheap. */
export function unitsOf(versions: PerLanguage<readonly AlignmentInput[]>): Units {
  const kinds: FeatureKind[] = [];
  const numbers = new Map<string, number>();
  const unitOf = (paragraph: AlignmentInput): Unit => {
    const features = new Set<number>();
    for (const { kind, value } of featuresOf(paragraph)) {
      const name = `${kind} ${value}`;
      const number = numbers.get(name) ?? kinds.push(kind) - 1;
      numbers.set(name, number);
      features.add(number);
    }
    return { length: paragraph.text.length, features: Int32Array.from(features).sort() };
  };
  return { versions: mapThree((axis) => versions[LANGUAGES[axis]].map(unitOf)), kinds };
}

/** Neighbouring units taken together; at least one. */
export function joinUnits(units: readonly Unit[]): Unit {
  return units.reduce((joined, unit) => ({
    length: joined.length + unit.length,
    features: uniteSorted(joined.features, unit.features),
  }));
}

function uniteSorted(x: Int32Array, y: Int32Array): Int32Array {
  const union = new Int32Array(x.length + y.length);
  let size = 0;
  for (let i = 0, j = 0; i < x.length || j < y.length; size += 1) {
    const a = x[i] ?? Infinity;
    const b = y[j] ?? Infinity;
    union[size] = Math.min(a, b);
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return union.slice(0, size);
}
