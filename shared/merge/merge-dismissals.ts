import { dismissalsInOrder, type Dismissal } from '../model/dismissal';
import { canonical } from './merge-fields';

/**
 * The findings either copy dismissed. One that was dismissed before and that a copy shows again is shown again, unless
 * the other dismissed it anew; of two different words on a finding the later one stands.
 */
export function mergeDismissals(
  base: readonly Dismissal[],
  ours: readonly Dismissal[],
  theirs: readonly Dismissal[],
): readonly Dismissal[] {
  const [was, is, other] = [base, ours, theirs].map((list) => new Map(list.map((each) => [each.key, each])));
  const keys = new Set([...ours, ...theirs].map(({ key }) => key));
  const merged = [...keys].flatMap((key): readonly Dismissal[] => {
    const [b, o, t] = [was?.get(key), is?.get(key), other?.get(key)];
    if (o && t) return [laterOf(o, t)];
    const left = o ?? t;
    return left && !(b && canonical(b) === canonical(left)) ? [left] : [];
  });
  return dismissalsInOrder(merged);
}

function laterOf(a: Dismissal, b: Dismissal): Dismissal {
  if (a.time !== b.time) return a.time > b.time ? a : b;
  return canonical(a) > canonical(b) ? a : b;
}
