import { useLayoutEffect, useRef } from 'react';
import { toggleMark } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import {
  EditorState,
  TextSelection,
  type Command as EditorCommand,
  type Plugin,
  type Selection,
} from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { useTranslation } from 'react-i18next';
import type { Mode } from '../../../shared/contract/settings';
import type { Paragraph, RichText } from '../../../shared/model/paragraph';
import type { Language } from '../../../shared/model/language';
import { isSameText } from '../../../shared/reconcile/baseline';
import { normaliseRich } from '../../../shared/text/normalise-rich';
import { performHere } from '../../session/acts/perform';
import { bridge } from '../../session/bridge';
import { rememberCaret } from '../../session/caret-left';
import { paintParagraph, type Look, type Painted } from '../../session/paint/paint-paragraph';
import { setActiveEditor, type Style, type TypedKey } from '../../session/active-editor';
import { editorCame, whileKeysWait } from '../../session/held-keys';
import { showNews } from '../../session/notice-store';
import { settingsStore } from '../../session/settings-store';
import { paragraphNow } from '../../session/text-of';
import { forgetText, keepText, markTyping, unkeptText } from '../../session/unkept-store';
import { setView, viewStore } from '../../session/view-store';
import { bringTo } from './bring-to';
import { contentOf, documentOf, editorSchema, PLAIN_PARSER } from './editor-document';
import { endOfChange } from './end-of-change';
import { lengthLimit } from './editor-limit';
import { editorPaint, toPaint } from './editor-paint';
import { readClipboard } from './read-clipboard';

/** Typing is sent this long after the last key, */
const PAUSE_MS = 250;
/** and at the latest this long after the first. */
const LONGEST_MS = 1000;
/** After a pause this long, undo stops here; and wherever the caret was taken elsewhere. */
const NEW_STEP_MS = 1000;

export interface ParagraphEditorProps {
  readonly paragraph: Paragraph;
  readonly language: Language;
  /** What a screen reader calls the field. */
  readonly label: string;
  /** Where the caret goes first, a UTF-16 offset; what is from there to `end` is marked. */
  readonly caret: number;
  readonly end: number;
  /** What is to be seen in the text: the same as where it is read. */
  readonly look: Look;
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
  readonly onMove: (to: 'nextLanguage' | 'previousLanguage' | 'nextRow' | 'previousRow') => void;
}

/** The one place where text is typed. It hands the text on, and that is held until the project has it. */
export function ParagraphEditor(props: ParagraphEditorProps) {
  const { paragraph, language, label, look } = props;
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const session = useRef<EditorSession | null>(null);
  const handlers = useRef(props);
  useLayoutEffect(() => {
    handlers.current = props;
  });

  useLayoutEffect(() => {
    if (!host.current) return;
    const opened = new EditorSession(host.current, handlers.current, () => handlers.current);
    session.current = opened;
    setActiveEditor(opened);
    editorCame(paragraph.id);
    return () => {
      setActiveEditor(null);
      session.current = null;
      opened.close();
    };
  }, [paragraph.id]);

  useLayoutEffect(() => session.current?.receive(), [paragraph]);
  useLayoutEffect(() => session.current?.call(label), [label]);
  useLayoutEffect(() => {
    // What is typed stands in the present text, whichever is read.
    const textView = look.textView === 'original' ? 'clean' : look.textView;
    const { text } = look.paragraph;
    const whole = { start: 0, end: text.length };
    session.current?.paint(text, paintParagraph({ ...look, textView }, whole, t));
  }, [look, t]);

  return <div className="editor" ref={host} data-testid="editor" lang={language} />;
}

/** A live ProseMirror view on one paragraph, and the traffic between it and the project. */
class EditorSession {
  readonly paragraphId: string;
  private readonly view: EditorView;
  private known: RichText;
  /** Whether a button of the mouse is down that went down in the editor. */
  private pressed = false;
  private underWay = 0;
  private dirtySince: number | null = null;
  private lastTyped = 0;
  private typedIn: Mode | null = null;
  private step = crypto.randomUUID();
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** What the model said last, until it is painted. */
  private told: { readonly text: string; readonly painted: readonly Painted[] } | null = null;
  /** What was refused and taken back. */
  private takenBack: RichText | null = null;

  constructor(
    host: HTMLElement,
    { paragraph, caret, end, language, label }: ParagraphEditorProps,
    private readonly handlers: () => ParagraphEditorProps,
  ) {
    this.paragraphId = paragraph.id;
    // What was typed here before and still waits to be kept is what the text is.
    this.known = unkeptText(paragraph.id)?.content ?? paragraph;
    const doc = documentOf(this.known);
    const { size } = doc.content;
    const state = EditorState.create({
      doc,
      selection: TextSelection.create(doc, Math.min(caret, size), Math.min(end, size)),
      plugins: [this.keys(), editorPaint(), lengthLimit(() => showNews('news.tooLongToAdd'))],
    });
    this.view = new EditorView(host, {
      state,
      attributes: fieldAttributes(language, label),
      dispatchTransaction: (transaction) => {
        this.view.updateState(this.view.state.apply(transaction));
        if (transaction.docChanged && !transaction.getMeta('received')) this.typed();
        if (!transaction.selectionSet) return;
        if (!transaction.docChanged && this.lastTyped > 0) this.endStep();
        const { from } = this.view.state.selection;
        this.handlers().onCaret(from);
        this.tellMarked();
      },
      clipboardParser: PLAIN_PARSER,
      handlePaste: (_view, { clipboardData }) => {
        const copied = (type: string) => clipboardData?.getData(type) ?? '';
        this.putIn(readClipboard(copied('text/html'), copied('text/plain')));
        return true;
      },
      handleDOMEvents: {
        mousedown: () => {
          this.pressed = true;
          document.addEventListener('mouseup', this.release, { once: true });
          return false;
        },
        click: (_view, { ctrlKey, metaKey, target }) => {
          // As in the text that is only read: after asking.
          const link = target instanceof Element ? target.closest<HTMLElement>('[data-href]') : null;
          const href = link?.dataset['href'];
          if (href === undefined || !(ctrlKey || metaKey)) return false;
          void bridge.request('link/open', { href });
          return true;
        },
        // A key is about the caret as it is, also where the page has not told of it yet.
        keydown: (_view, { isComposing }) => {
          if (!isComposing) this.hearSelection();
          return false;
        },
        // Pasted while another part of the window is used: Chromium brings it to the words that are marked here.
        paste: (view, event) => {
          if (view.hasFocus()) return false;
          event.preventDefault();
          return true;
        },
        compositionend: () => {
          // Once the editor has taken over what was composed.
          setTimeout(() => this.paintTold());
          return false;
        },
        // Words that are dragged away: the mouse tells nobody that its button is up.
        dragend: () => {
          this.release();
          return false;
        },
        focus: () => {
          // A click says itself where the caret goes.
          if (!this.pressed) queueMicrotask(() => this.putCaret());
          return false;
        },
        blur: () => {
          void this.flush();
          return false;
        },
      },
    });
    this.view.focus();
  }

  private readonly release = (): void => {
    if (!this.view.isDestroyed) {
      this.hearSelection();
      this.tellMarked();
    }
    // After the click: there is none where what was pressed is painted anew before.
    setTimeout(() => {
      this.pressed = false;
      this.paintTold();
    });
  };

  /**
   * Puts the caret where it is. Where the text was painted while a dialog held the focus, Chromium types at the beginning of
   * it afterwards, whatever it says of the caret, until that is set anew.
   */
  private putCaret(): void {
    if (this.view.isDestroyed || !this.view.hasFocus()) return;
    document.getSelection()?.removeAllRanges();
    this.view.focus();
  }

  press(key: TypedKey): void {
    if (isTyped(key)) {
      this.view.dispatch(this.view.state.tr.insertText(key.key).scrollIntoView());
      return;
    }
    const { key: name, code, ctrlKey, metaKey, altKey, shiftKey } = key;
    const init = { key: name, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true };
    const isOwn = !this.view.dom.dispatchEvent(new KeyboardEvent('keydown', init));
    // What the browser does with a key that was really pressed.
    if (!isOwn && name === 'Backspace') document.execCommand('delete');
    if (!isOwn && name === 'Delete') document.execCommand('forwardDelete');
  }

  focus(): void {
    this.view.focus();
  }

  format(style: Style): void {
    this.hearSelection();
    toggleMark(markType(style))(this.view.state, this.view.dispatch);
    this.tellMarked();
  }

  link() {
    this.hearSelection();
    const { doc, selection } = this.view.state;
    const { from, to, empty } = selection;
    const type = markType('link');
    let around: { start: number; end: number; href: string } | null = null;
    doc.forEach((node, start) => {
      const href: unknown = type.isInSet(node.marks)?.attrs['href'];
      const end = start + node.nodeSize;
      if (typeof href !== 'string' || start > to || end < from) return;
      // Several pieces of one link, as where a part of it is bold.
      around = { start: around ? Math.min(around.start, start) : start, end, href };
    });
    if (around) return around;
    return empty ? null : { start: from, end: to, href: null };
  }

  setLink(start: number, end: number, href: string | null): void {
    const type = markType('link');
    const { tr } = this.view.state;
    tr.removeMark(start, end, type);
    if (href !== null) tr.addMark(start, end, type.create({ href }));
    tr.setSelection(TextSelection.create(tr.doc, end));
    this.view.dispatch(tr.scrollIntoView());
  }

  selection() {
    this.hearSelection();
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
    if (!paragraph || this.underWay > 0 || this.dirtySince !== null) return;
    if (isSameText(paragraph, this.known) || unkeptText(this.paragraphId)) return;
    this.known = paragraph;
    this.step = crypto.randomUUID();
    this.hearSelection();
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
    this.view.setProps({ attributes: fieldAttributes(this.handlers().language, label) });
  }

  /** Shows what is to be seen in a text, as soon as that is what the editor holds. */
  paint(text: string, painted: readonly Painted[]): void {
    this.told = { text, painted };
    this.paintTold();
  }

  /** Not while a letter is put together or words are marked with the mouse: what is under a hand stays as it is. */
  private paintTold(): void {
    if (!this.told || this.view.isDestroyed || this.view.composing || this.pressed) return;
    const { told } = this;
    this.told = null;
    this.hearSelection();
    this.view.dispatch(toPaint(this.view.state, told));
    // A caret that stands between the pieces of the text, not in one, as at the end: Chromium types where it was among those before.
    if (document.getSelection()?.anchorNode === this.view.dom) this.putCaret();
  }

  /** Takes over where the caret is by now: the page tells of it only after a while, and what is shown anew would put it back. */
  private hearSelection(): void {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
    if (!this.view.hasFocus() || !anchorNode || !focusNode) return;
    if (!this.view.dom.contains(anchorNode) || !this.view.dom.contains(focusNode)) return;
    const { doc, selection, tr } = this.view.state;
    // What was typed and is not taken over yet says itself where the caret goes.
    if (this.view.dom.textContent !== doc.textContent) return;
    const anchor = this.view.posAtDOM(anchorNode, anchorOffset ?? 0);
    const heard = TextSelection.create(doc, anchor, this.view.posAtDOM(focusNode, focusOffset ?? 0));
    if (!heard.eq(selection)) this.view.dispatch(tr.setSelection(heard));
  }

  async flush(): Promise<boolean> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.dirtySince = null;
    const content = this.content();
    const { paragraphId } = this;
    const waiting = unkeptText(paragraphId);
    if (isSameText(content, this.known) && !waiting) {
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
    // What others changed in the meantime was left aside.
    if (isKept && !this.view.isDestroyed) this.receive();
    return isKept;
  }

  takeBackRefused(): void {
    const { paragraph } = this.handlers();
    const taken = this.content();
    forgetText(this.paragraphId);
    this.known = paragraph;
    this.step = crypto.randomUUID();
    this.replaceText(paragraph, true);
    this.takenBack = taken;
  }

  bringBackRefused(): boolean {
    const { takenBack } = this;
    if (takenBack) this.replaceText(takenBack, false);
    return takenBack !== null;
  }

  close(): void {
    const { onClosed } = this.handlers();
    this.hearSelection();
    rememberCaret(this.paragraphId, this.view.state.selection.head);
    if (viewStore.getState().markedInOpen || viewStore.getState().linking)
      setView({ markedInOpen: null, linking: null });
    void this.flush().then((kept) => kept && onClosed());
    this.view.destroy();
  }

  /** Puts what was copied in place of what is marked: one paragraph into this text, several as paragraphs of their own. */
  private putIn(parts: readonly RichText[]): void {
    const [only, ...others] = parts;
    if (!only) return;
    this.hearSelection();
    const { tr, selection } = this.view.state;
    if (others.length === 0) {
      tr.replaceWith(selection.from, selection.to, documentOf(only).content);
      return this.view.dispatch(tr.scrollIntoView());
    }
    const { start, end } = this.offsets();
    void this.whenKept(() => this.handlers().onPaste(start, end, parts));
  }

  /** Tells where words are marked, so that what is done with words is offered there; not while they are being marked. */
  private tellMarked(): void {
    const { empty, from: start, to: end } = this.view.state.selection;
    const marked = empty || this.pressed ? null : { paragraphId: this.paragraphId, start, end };
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
  private offsets(): { readonly start: number; readonly end: number } {
    const { from, to } = this.view.state.selection;
    const { doc } = this.view.state;
    // A letter at the end keeps the space before it.
    const at = (place: number) => normaliseRich(`${doc.textBetween(0, place)}x`, []).text.length - 1;
    const { length } = this.content().text;
    return { start: Math.min(at(from), length), end: Math.min(at(to), length) };
  }

  /** A place as an offset of the text as it is kept, without the spaces it does not need. */
  private offset(): number {
    const { doc, selection } = this.view.state;
    const at = selection.from;
    const [head, tail] = [doc.textBetween(0, at), doc.textBetween(at, doc.content.size)];
    const { text } = this.content();
    return tail.trim() === '' ? text.length : normaliseRich(head, []).text.length;
  }

  private content(): RichText {
    const { text, marks } = contentOf(this.view.state.doc);
    return normaliseRich(text, marks);
  }

  /** Puts another text in place of the present one; the caret goes to the end of what differs. */
  private replaceText(content: RichText, received: boolean): void {
    const { tr, doc } = this.view.state;
    const caret = endOfChange(doc.textContent, content.text);
    const replaced = tr.replaceWith(0, doc.content.size, documentOf(content).content);
    replaced.setSelection(TextSelection.create(replaced.doc, caret)).scrollIntoView();
    this.view.dispatch(received ? replaced.setMeta('received', true) : replaced);
  }

  private typed(): void {
    markTyping(true);
    this.takenBack = null;
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

  /** What is typed from now on is another step of undo than what was typed before. */
  private endStep(): void {
    if (this.dirtySince !== null) void this.flush();
    this.lastTyped = 0;
    this.step = crypto.randomUUID();
  }

  private keys(): Plugin {
    const move =
      (to: Parameters<ParagraphEditorProps['onMove']>[0]): EditorCommand =>
      () => {
        this.handlers().onMove(to);
        return true;
      };
    return keymap({
      Escape: () => {
        this.handlers().onLeave();
        return true;
      },
      // Only a menu bar with an entry for it would have Electron do this.
      'Mod-Shift-v': () => {
        void bridge.request('clipboard/do', { what: 'pasteAndMatchStyle' });
        return true;
      },
      // Chromium does not take these to the ends of a text that stands among others.
      'Mod-Home': caretTo('start'),
      'Mod-End': caretTo('end'),
      Tab: move('nextLanguage'),
      'Shift-Tab': move('previousLanguage'),
      'Mod-Enter': () => {
        performHere('agreeNext');
        return true;
      },
      Enter: ({ tr }, dispatch) => {
        if (!tr.selection.empty) dispatch?.(tr.deleteSelection());
        void this.whenKept(() => this.handlers().onBreak(this.offset()));
        return true;
      },
      Backspace: ({ selection }) => {
        if (!isAt(selection, 0)) return false;
        void this.whenKept(() => this.handlers().onJoin());
        return true;
      },
      Delete: ({ selection, doc }) => {
        if (!isAt(selection, doc.content.size)) return false;
        this.handlers().onEnd();
        return true;
      },
      // Words that are gone may stand above the first line that is typed in, or below the last one.
      ArrowUp: ({ selection }, _dispatch, view) => {
        if (!view?.endOfTextblock('up') && !isAt(selection, 0)) return false;
        this.handlers().onMove('previousRow');
        return true;
      },
      ArrowDown: ({ selection, doc }, _dispatch, view) => {
        if (!view?.endOfTextblock('down') && !isAt(selection, doc.content.size)) return false;
        this.handlers().onMove('nextRow');
        return true;
      },
    });
  }
}

function markType(name: Style | 'link') {
  return editorSchema.marks[name];
}

function fieldAttributes(language: Language, label: string) {
  return {
    lang: language,
    role: 'textbox',
    'aria-label': label,
    'aria-multiline': 'false',
    spellcheck: 'false',
  };
}

/** Whether a key writes what it is called; with AltGr it counts as Ctrl and Alt held down. */
function isTyped({ key, ctrlKey, metaKey, altKey }: TypedKey): boolean {
  return [...key].length === 1 && !metaKey && ctrlKey === altKey;
}

function isAt({ empty, from }: Selection, offset: number): boolean {
  return empty && from === offset;
}

function caretTo(end: 'start' | 'end'): EditorCommand {
  return ({ doc, tr }, dispatch) => {
    const at = end === 'start' ? 0 : doc.content.size;
    dispatch?.(tr.setSelection(TextSelection.create(doc, at)).scrollIntoView());
    return true;
  };
}
