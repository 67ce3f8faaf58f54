import { dismissalsInOrder, type Dismissal } from '../model/dismissal';
import { canonical } from './merge-fields';

/**
 * The findings either copy dismissed. One that was dismissed before and that a copy shows again is shown again, unless
 * the other dismissed it anew. Of two different reasons the later one stands, with the words of both.
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
    if (o && t) return [canonical(t) === canonical(b) ? o : canonical(o) === canonical(b) ? t : both(o, t)];
    const left = o ?? t;
    return left && !(b && canonical(b) === canonical(left)) ? [left] : [];
  });
  return dismissalsInOrder(merged);
}

/** The later of two, with what the other one says after it: "Always written so. А. Садыкова: it is a quotation" */
function both(a: Dismissal, b: Dismissal): Dismissal {
  const isLater = a.time === b.time ? canonical(a) > canonical(b) : a.time > b.time;
  const [late, early] = isLater ? [a, b] : [b, a];
  if (late.note.includes(early.note)) return late;
  return { ...late, note: `${late.note} ${early.author}: ${early.note}`.trim() };
}
