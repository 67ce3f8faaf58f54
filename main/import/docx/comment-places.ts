import type { Span } from '../../../shared/text/sentences';
import type { Thread, Threads } from './threads';
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
  /** Those whose range is open and has not met any text so far; apart, so that blank paragraphs cost nothing. */
  private readonly ahead = new Set<string>();
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
    const placed: PlacedThread[] = [];
    const open = new Map<string, number>();
    const take = (id: string, start: number, end: number): void => {
      const thread = this.unplaced.get(id);
      if (thread) placed.push({ thread, start, end });
      this.unplaced.delete(id);
      this.ahead.delete(id);
      open.delete(id);
    };
    for (const [{ id, at }, offset] of anchors) {
      const start = this.ahead.has(id) ? 0 : open.get(id);
      if (at === 'start' && start === undefined && this.unplaced.has(id)) open.set(id, offset);
      else if (at === 'end' && start !== undefined) take(id, start, offset);
      else if (at === 'sign' && start === undefined) take(id, offset, offset);
    }
    const textEnd = text.trimEnd().length;
    if (textEnd > 0) for (const id of this.ahead) take(id, 0, text.length);
    for (const [id, start] of open)
      if (start < textEnd) take(id, start, text.length);
      else this.ahead.add(id);
    if (!isShown) {
      for (const { thread } of placed) this.waiting.push(thread);
      return [];
    }
    const waited = this.waiting.map((thread) => ({ thread, start: 0, end: 0 }));
    this.waiting = [];
    return [...waited, ...placed].sort((a, b) => a.start - b.start);
  }

  /** The comments no text has come for so far; they are not told of again. */
  takeWaiting(): readonly Thread[] {
    const all = [...this.waiting, ...[...this.ahead].flatMap((id) => this.unplaced.get(id) ?? [])];
    for (const id of this.ahead) this.unplaced.delete(id);
    this.ahead.clear();
    this.waiting = [];
    return all;
  }
}
