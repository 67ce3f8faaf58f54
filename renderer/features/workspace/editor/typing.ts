import type { Mode } from '../../../../shared/contract/settings';
import type { Paragraph, RichText } from '../../../../shared/model/paragraph';
import { isSameText } from '../../../../shared/reconcile/baseline';
import { settingsStore } from '../../../session/settings/settings-store';
import { forgetText, keepText, markTyping, unkeptText } from '../../../session/typing/unkept-store';

/** Typing is sent this long after the last key, */
const PAUSE_MS = 250;
/** and at the latest this long after the first. */
const LONGEST_MS = 1000;
/** After a pause this long, undo stops here; and wherever the caret was taken elsewhere. */
const NEW_STEP_MS = 1000;

/** What is typed in one text, on its way to the project: when it is sent, and how much of it is one step of undo. */
export class Typing {
  private readonly paragraphId: string;
  /** What the project has, or is about to have. */
  private known: RichText;
  private underWay = 0;
  private dirtySince: number | null = null;
  private lastTyped = 0;
  private typedIn: Mode | null = null;
  private step = crypto.randomUUID();
  private timer: ReturnType<typeof setTimeout> | null = null;

  /**
   * @param content what the text is at this moment, as it is kept
   * @param onKept hears that the project has what was handed over, and may have changed otherwise meanwhile
   */
  constructor(
    paragraph: Paragraph,
    private readonly content: () => RichText,
    private readonly onKept: () => void,
  ) {
    this.paragraphId = paragraph.id;
    // What was typed here before and still waits to be kept is what the text is.
    this.known = unkeptText(paragraph.id)?.content ?? paragraph;
  }

  /** What the text was when it was opened. */
  first(): RichText {
    return this.known;
  }

  /** Hears that something was typed. */
  hear(): void {
    markTyping(true);
    const now = Date.now();
    const { mode } = settingsStore.getState().settings;
    if (now - this.lastTyped > NEW_STEP_MS || mode !== this.typedIn) this.step = crypto.randomUUID();
    this.typedIn = mode;
    this.lastTyped = now;
    this.dirtySince ??= now;
    if (this.timer) clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(PAUSE_MS, this.dirtySince + LONGEST_MS - now));
    this.timer = setTimeout(() => void this.flush(), wait);
  }

  /** Hears that the caret was taken elsewhere: what is typed from now on is another step of undo. */
  endStep(): void {
    if (this.lastTyped === 0) return;
    if (this.dirtySince !== null) void this.flush();
    this.lastTyped = 0;
    this.step = crypto.randomUUID();
  }

  /** Sends what was typed; true once the project has it. */
  async flush(): Promise<boolean> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.dirtySince = null;
    const content = this.content();
    const { paragraphId } = this;
    if (isSameText(content, this.known) && !unkeptText(paragraphId)) {
      markTyping(false);
      return true;
    }
    this.known = content;
    this.underWay += 1;
    const suggest = settingsStore.getState().settings.mode === 'suggesting';
    const kept = keepText({ paragraphId, content, suggest, group: this.step });
    markTyping(false);
    const isKept = await kept;
    this.underWay -= 1;
    if (isKept) this.onKept();
    return isKept;
  }

  /** Whether what the project now says came from elsewhere, and is no echo of what was typed here. */
  takesOver(paragraph: RichText): boolean {
    if (this.underWay > 0 || this.dirtySince !== null) return false;
    if (isSameText(paragraph, this.known) || unkeptText(this.paragraphId)) return false;
    this.begin(paragraph);
    return true;
  }

  /** Gives up what was typed and refused: the text is what the project has. */
  giveUp(paragraph: RichText): void {
    forgetText(this.paragraphId);
    this.begin(paragraph);
  }

  private begin(content: RichText): void {
    this.known = content;
    this.step = crypto.randomUUID();
  }
}
