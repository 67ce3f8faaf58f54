import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { paintParagraph, type Look } from '../../../session/paint/paint-paragraph';
import { setActiveEditor } from '../../../session/typing/active-editor';
import { editorCame } from '../../../session/typing/held-keys';
import { EditorSession, type EditorAsks } from './editor-session';

export interface ParagraphEditorProps extends EditorAsks {
  /** What is to be seen in the text: the same as where it is read. */
  readonly look: Look;
  /** What is to be written where there is nothing yet; null where that goes without saying. */
  readonly hint: string | null;
}

/** The one place where text is typed. It hands the text on, and that is held until the project has it. */
export function ParagraphEditor(props: ParagraphEditorProps) {
  const { paragraph, language, label, look, hint } = props;
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const session = useRef<EditorSession | null>(null);
  const asks = useRef<EditorAsks>(props);
  useLayoutEffect(() => {
    asks.current = props;
  });

  useLayoutEffect(() => {
    if (!host.current) return;
    const opened = new EditorSession(host.current, () => asks.current);
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

  return (
    <div className="editor" ref={host} data-testid="editor" lang={language} data-hint={hint ?? undefined} />
  );
}
