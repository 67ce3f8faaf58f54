interface Splice {
  readonly start: number;
  /** = start where something is put in. */
  readonly end: number;
  readonly text: string;
}

/** A text with stretches of it replaced, each by itself; all that is not named stays as it is. */
export class Splices {
  private splices: Splice[] = [];

  constructor(readonly source: string) {}

  get isEmpty(): boolean {
    return this.splices.length === 0;
  }

  /** Puts a text in place of a stretch; one within a stretch that is replaced as a whole is not written. */
  replace(start: number, end: number, text: string): void {
    this.splices.push({ start, end, text });
  }

  /** Puts a text in; what is put in later at the same place stands behind it. */
  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** The whole text with what was replaced in it. */
  render(): string {
    return this.write(this.splices, 0, this.source.length);
  }

  /** Takes a stretch out of its place and gives it as it is by now. What was put in right before or behind it stays there. */
  cut(from: number, to: number): string {
    const isInside = ({ start, end }: Splice): boolean =>
      start >= from && end <= to && (start < end || (start > from && end < to));
    const text = this.write(this.splices.filter(isInside), from, to);
    this.splices = this.splices.filter((splice) => !isInside(splice));
    this.replace(from, to, '');
    return text;
  }

  private write(splices: readonly Splice[], from: number, to: number): string {
    // Of two that begin together what is put in comes first, then the one that holds the other.
    const inOrder = splices.toSorted(
      (a, b) => a.start - b.start || Number(a.start < a.end) - Number(b.start < b.end) || b.end - a.end,
    );
    const pieces: string[] = [];
    let done = from;
    for (const splice of inOrder) {
      if (splice.start < done) continue;
      pieces.push(this.source.slice(done, splice.start), splice.text);
      done = splice.end;
    }
    return pieces.join('') + this.source.slice(done, to);
  }
}
