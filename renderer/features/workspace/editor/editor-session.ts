import { toggleMark } from 'prosemirror-commands';
import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Language } from '../../../../shared/model/language';
import type { Style } from '../../../../shared/model/mark';
import type { Paragraph, RichText } from '../../../../shared/model/paragraph';
import { showNews } from '../../../session/notices/notice-store';
import type { Painted } from '../../../session/paint/paint-paragraph';
import { setView, viewStore } from '../../../session/place/view-store';
import { paragraphNow } from '../../../session/project/text-of';
import type { ActiveEditor, TypedKey } from '../../../session/typing/active-editor';
import { rememberCaret } from '../../../session/typing/caret-left';
import { whileKeysWait } from '../../../session/typing/held-keys';
import { bringTo } from './bring-to';
import { clipboard } from './clipboard';
import { documentOf, editorSchema } from './editor-document';
import { editorKeys, pressKey, type WayOut } from './editor-keys';
import { lengthLimit } from './editor-limit';
import { editorPaint, toPaint } from './editor-paint';
import { endOfChange } from './end-of-change';
import { keptSpan, keptText } from './kept-text';
import { linkIn, openLinks, withLink } from './links';
import { hearCaret, keepCaret, pageCaret } from './page-caret';
import { Typing } from './typing';

/** What an open text begins with, and whom it asks for what is not done within it. */
export interface EditorAsks {
  readonly paragraph: Paragraph;
  readonly language: Language;
  /** What a screen reader calls the field. */
  readonly label: string;
  /** Where the caret goes first, a UTF-16 offset; what is from there to `end` is marked. */
  readonly caret: number;
  readonly end: number;
  readonly onCaret: (offset: number) => void;
  readonly onLeave: () => void;
  /** Hears that the editor is gone and the project has what was typed. */
  readonly onClosed: () => void;
  /** Breaks the text at a UTF-16 offset. */
  readonly onBreak: (offset: number) => Promise<void>;
  readonly onJoin: () => Promise<void>;
  /** Puts paragraphs in place of what stands between two UTF-16 offsets. */
  readonly onPaste: (start: number, end: number, parts: readonly RichText[]) => Promise<void>;
  /** Hears that something after the end was to be deleted. */
  readonly onEnd: () => void;
  readonly onMove: (to: WayOut) => void;
}

/** A live ProseMirror view on one paragraph, and the traffic between it and the project. */
export class EditorSession implements ActiveEditor {
  readonly paragraphId: string;
  private readonly view: EditorView;
  private readonly typing: Typing;
  private readonly caret = pageCaret(
    () => this.tellMarked(),
    () => this.paintTold(),
  );
  /** What the model said last, until it is painted. */
  private told: { readonly text: string; readonly painted: readonly Painted[] } | null = null;
  /** What was refused and taken back. */
  private takenBack: RichText | null = null;

  /** @param asks whom to ask at this moment */
  constructor(
    host: HTMLElement,
    private readonly asks: () => EditorAsks,
  ) {
    const { paragraph, caret, end, language, label } = asks();
    this.paragraphId = paragraph.id;
    this.typing = new Typing(
      paragraph,
      () => keptText(this.view.state.doc),
      // What others changed in the meantime was left aside.
      () => this.receive(),
    );
    const doc = documentOf(this.typing.first());
    const { size } = doc.content;
    const state = EditorState.create({
      doc,
      selection: TextSelection.create(doc, Math.min(caret, size), Math.min(end, size)),
      plugins: [
        this.keys(),
        this.caret.plugin,
        clipboard((parts) => {
          const { start, end: last } = this.offsets();
          void this.whenKept(() => this.asks().onPaste(start, last, parts));
        }),
        openLinks(),
        editorPaint(),
        lengthLimit(() => showNews('news.tooLongToAdd')),
      ],
    });
    this.view = new EditorView(host, {
      state,
      attributes: fieldAttributes(language, label),
      dispatchTransaction: (transaction) => {
        this.view.updateState(this.view.state.apply(transaction));
        if (transaction.docChanged && !transaction.getMeta('received')) {
          this.takenBack = null;
          this.typing.hear();
        }
        if (!transaction.selectionSet) return;
        if (!transaction.docChanged) this.typing.endStep();
        this.asks().onCaret(this.view.state.selection.from);
        this.tellMarked();
      },
      handleDOMEvents: {
        compositionend: () => {
          // Once the editor has taken over what was composed.
          setTimeout(() => this.paintTold());
          return false;
        },
        blur: () => {
          void this.flush();
          return false;
        },
      },
    });
    this.view.focus();
    // Words marked while the text was only read are marked here from the beginning: nothing sets them anew.
    this.tellMarked();
  }

  press(key: TypedKey): void {
    pressKey(this.view, key);
  }

  focus(): void {
    this.view.focus();
  }

  insert(text: string): void {
    hearCaret(this.view);
    this.view.dispatch(this.view.state.tr.insertText(text).scrollIntoView());
    this.view.focus();
  }

  format(style: Style): void {
    hearCaret(this.view);
    toggleMark(editorSchema.marks[style])(this.view.state, this.view.dispatch);
    this.tellMarked();
  }

  breakLine(): void {
    hearCaret(this.view);
    this.view.dispatch(this.view.state.tr.insertText('\n').scrollIntoView());
  }

  link() {
    hearCaret(this.view);
    return linkIn(this.view.state);
  }

  setLink(start: number, end: number, href: string | null): void {
    this.view.dispatch(withLink(this.view.state, start, end, href));
  }

  selection() {
    hearCaret(this.view);
    return this.offsets();
  }

  text(): string {
    return this.view.state.doc.textContent;
  }

  /**
   * Takes over what the project now says, unless it is only the echo of what was typed here. The caret stays with the
   * words it is at: who is writing goes on writing.
   */
  receive(): void {
    const paragraph = paragraphNow(this.paragraphId);
    if (!paragraph || this.view.isDestroyed || !this.typing.takesOver(paragraph)) return;
    hearCaret(this.view);
    this.view.dispatch(bringTo(this.view.state, paragraph).setMeta('received', true));
  }

  showStep(before: string): void {
    const paragraph = paragraphNow(this.paragraphId);
    if (!paragraph || paragraph.text === before) return;
    this.receive();
    // Typed on in the meantime: the caret is where that is.
    if (this.text() !== paragraph.text) return;
    const { tr } = this.view.state;
    const caret = TextSelection.create(tr.doc, endOfChange(before, paragraph.text));
    this.view.dispatch(tr.setSelection(caret).scrollIntoView());
  }

  /** Calls the field by another name, as when the interface speaks another language. */
  call(label: string): void {
    this.view.setProps({ attributes: fieldAttributes(this.asks().language, label) });
  }

  /** Shows what is to be seen in a text, as soon as that is what the editor holds. */
  paint(text: string, painted: readonly Painted[]): void {
    this.told = { text, painted };
    this.paintTold();
  }

  /** Not while a letter is put together or words are marked with the mouse: what is under a hand stays as it is. */
  private paintTold(): void {
    if (!this.told || this.view.isDestroyed || this.view.composing || this.caret.isClicking()) return;
    const { told } = this;
    this.told = null;
    hearCaret(this.view);
    this.view.dispatch(toPaint(this.view.state, told));
    keepCaret(this.view);
  }

  flush(): Promise<boolean> {
    return this.typing.flush();
  }

  takeBackRefused(): void {
    const { paragraph } = this.asks();
    const taken = keptText(this.view.state.doc);
    this.typing.giveUp(paragraph);
    this.replaceText(paragraph, true);
    this.takenBack = taken;
  }

  bringBackRefused(): boolean {
    const { takenBack } = this;
    if (takenBack) this.replaceText(takenBack, false);
    return takenBack !== null;
  }

  close(): void {
    const { onClosed } = this.asks();
    hearCaret(this.view);
    const { doc, selection } = this.view.state;
    const { head } = selection;
    rememberCaret(this.paragraphId, keptSpan(doc, { start: head, end: head }).start);
    if (viewStore.getState().markedInOpen || viewStore.getState().linking)
      setView({ markedInOpen: null, linking: null });
    void this.flush().then((kept) => kept && onClosed());
    this.view.destroy();
  }

  /** Tells where words are marked, so that what is done with words is offered there; not while they are being marked. */
  private tellMarked(): void {
    const { empty, from: start, to: end } = this.view.state.selection;
    const marked = empty || this.caret.isPressed() ? null : { paragraphId: this.paragraphId, start, end };
    const { markedInOpen: before } = viewStore.getState();
    if (before?.start !== marked?.start || before?.end !== marked?.end) setView({ markedInOpen: marked });
  }

  /** Does what opens another text once what was typed in this one is kept. */
  private whenKept(act: () => Promise<void>): Promise<void> {
    return whileKeysWait(async () => {
      if (await this.flush()) await act();
    });
  }

  /** What is marked as offsets of the text as it is kept. */
  private offsets() {
    const { doc, selection } = this.view.state;
    return keptSpan(doc, { start: selection.from, end: selection.to });
  }

  /** Puts another text in place of the present one; the caret goes to the end of what differs. */
  private replaceText(content: RichText, received: boolean): void {
    const { tr, doc } = this.view.state;
    const caret = endOfChange(doc.textContent, content.text);
    const replaced = tr.replaceWith(0, doc.content.size, documentOf(content).content);
    replaced.setSelection(TextSelection.create(replaced.doc, caret)).scrollIntoView();
    this.view.dispatch(received ? replaced.setMeta('received', true) : replaced);
  }

  private keys() {
    return editorKeys({
      leave: () => this.asks().onLeave(),
      move: (to) => this.asks().onMove(to),
      breakText: () =>
        void this.whenKept(() => {
          // Neither part has a space at the cut.
          const head = keptText(this.view.state.doc).text.slice(0, this.offsets().start);
          return this.asks().onBreak(head.trimEnd().length);
        }),
      join: () => void this.whenKept(() => this.asks().onJoin()),
      tellEnd: () => this.asks().onEnd(),
    });
  }
}

function fieldAttributes(language: Language, label: string) {
  return {
    lang: language,
    role: 'textbox',
    'aria-label': label,
    'aria-multiline': 'true',
    spellcheck: 'false',
  };
}
