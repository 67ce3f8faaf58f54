/** One quotation mark or bracket, `text.slice(start, end)` in UTF-16 offsets. */
export interface PairMark {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
}

export interface MarkPair {
  readonly open: PairMark;
  readonly close: PairMark;
  /** Whether the two are of one kind: "«»", not "«”". */
  readonly fits: boolean;
}

/** The marks of one text: each belongs to a pair or stands alone, in the order of the text. */
export interface Pairing {
  readonly pairs: readonly MarkPair[];
  readonly lone: readonly PairMark[];
}

/**
 * Pairs marks from the inside out. What is opened inside a pair and not closed there stands alone; a closing mark
 * that fits nothing open is paired with what was opened last, and does not fit it.
 *
 * @param fits whether a closing mark may close an opening one
 */
export function pairMarks(
  marks: readonly PairMark[],
  fits: (open: PairMark, close: PairMark) => boolean,
): Pairing {
  const pairs: MarkPair[] = [];
  const lone: PairMark[] = [];
  const open: PairMark[] = [];
  // How many of each kind are open, so that looking for one that is not there costs nothing.
  const counts = new Map<string, { readonly mark: PairMark; number: number }>();
  const count = (mark: PairMark, by: number): void => {
    const known = counts.get(mark.text);
    if (known) known.number += by;
    else counts.set(mark.text, { mark, number: by });
  };
  for (const mark of marks) {
    if (mark.opens) {
      open.push(mark);
      count(mark, 1);
      continue;
    }
    const hasPartner = [...counts.values()].some((kind) => kind.number > 0 && fits(kind.mark, mark));
    for (let last = open.pop(); ; last = open.pop()) {
      if (last === undefined) {
        lone.push(mark);
        break;
      }
      count(last, -1);
      if (!hasPartner || fits(last, mark)) {
        pairs.push({ open: last, close: mark, fits: hasPartner });
        break;
      }
      lone.push(last);
    }
  }
  const byPlace = (a: PairMark, b: PairMark): number => a.start - b.start;
  return {
    pairs: pairs.sort((a, b) => byPlace(a.open, b.open)),
    lone: [...lone, ...open].sort(byPlace),
  };
}
