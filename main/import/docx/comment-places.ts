import type { Span } from '../../../shared/text/normalise-rich';
import type { Thread, Threads } from './comments';
import type { XmlElement } from './xml';

/** A place in the text that a comment names: where its range starts or ends, or where its sign stands. */
export interface CommentAnchor {
  readonly id: string;
  readonly at: 'start' | 'end' | 'sign';
}

const ANCHORS: ReadonlyMap<string, CommentAnchor['at']> = new Map([
  ['w:commentRangeStart', 'start'],
  ['w:commentRangeEnd', 'end'],
  ['w:commentReference', 'sign'],
]);

/** The anchor an element is; null for any other. */
export function readAnchor({
  name,
  attributes,
}: Pick<XmlElement, 'name' | 'attributes'>): CommentAnchor | null {
  const at = ANCHORS.get(name);
  return at === undefined ? null : { id: attributes['w:id'] ?? '', at };
}

/** A comment on a stretch of one paragraph, UTF-16 offsets; start = end where it has no range, or one without text. */
export interface PlacedThread extends Span {
  readonly thread: Thread;
}

/**
 * Finds the paragraph each comment stands at, which is asked for paragraph by paragraph in the order of the file:
 * the first that has text inside its range, up to the end of that paragraph. A comment where there is no text, as
 * on a picture, waits for the next that has any.
 */
export class CommentPlaces {
  private readonly unplaced: Map<string, Thread>;
  /** Id -> where its range starts in the present paragraph. */
  private readonly open = new Map<string, number>();
  private waiting: Thread[] = [];

  constructor(threads: Threads) {
    this.unplaced = new Map(threads);
  }

  /**
   * @param anchors those of the paragraph in their order, each with its offset into `text`
   * @param isShown whether the paragraph is one in Triptych; else it takes no comments
   * @returns in the order of the text
   */
  place(
    anchors: readonly (readonly [anchor: CommentAnchor, offset: number])[],
    text: string,
    isShown: boolean,
  ): readonly PlacedThread[] {
    const placed: PlacedThread[] = this.waiting.map((thread) => ({ thread, start: 0, end: 0 }));
    const take = (id: string, start: number, end: number): void => {
      const thread = this.unplaced.get(id);
      if (thread) placed.push({ thread, start, end });
      this.unplaced.delete(id);
      this.open.delete(id);
    };
    for (const [{ id, at }, offset] of anchors) {
      const start = this.open.get(id);
      if (at === 'start' && this.unplaced.has(id)) this.open.set(id, start ?? offset);
      else if (at === 'end' && start !== undefined) take(id, start, offset);
      else if (at === 'sign' && start === undefined) take(id, offset, offset);
    }
    const textEnd = text.trimEnd().length;
    for (const [id, start] of [...this.open])
      if (start < textEnd) take(id, start, text.length);
      else this.open.set(id, 0);
    this.waiting = isShown ? [] : placed.map(({ thread }) => thread);
    return isShown ? placed.sort((a, b) => a.start - b.start) : [];
  }

  /** The comments no text has come for so far; they are not told of again. */
  takeWaiting(): readonly Thread[] {
    const open = [...this.open.keys()].flatMap((id) => this.unplaced.get(id) ?? []);
    for (const id of this.open.keys()) this.unplaced.delete(id);
    const all = [...this.waiting, ...open];
    this.open.clear();
    this.waiting = [];
    return all;
  }
}
