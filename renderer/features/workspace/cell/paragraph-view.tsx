import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Look } from '../../../session/paint/paint-paragraph';
import { leaveText, type Editing } from '../../../session/place/view-store';
import {
  breakAt,
  dropUnwritten,
  joinWithPrevious,
  moveFromEditor,
  pasteAt,
  tellEnd,
} from '../../../session/typing/writing';
import { targetAt } from '../../../session/place/target';
import { PictureFrame } from '../pictures/picture-frame';
import { TakeButton } from '../pictures/take-button';
import { ParagraphEditor } from '../editor/paragraph-editor';
import type { ParagraphProps } from './cell-props';
import { ReadParagraph } from './read-paragraph';
import { useLook } from './use-look';

/** So much of a long text is shown before the place that is looked at. */
const CONTEXT = 100;

/** One paragraph of a cell, open for writing or to be read. */
export function ParagraphView(props: ParagraphProps) {
  const { paragraph, editing, writable } = props;
  const look = useLook(props);
  const [from, setFrom] = useShownFrom(
    look.hits.find((hit) => hit.current) ?? look.findings.compared[0] ?? null,
  );
  return editing?.paragraphId === paragraph.id && writable ? (
    <OpenParagraph {...props} editing={editing} look={look} />
  ) : (
    <ReadParagraph {...props} look={look} from={from} onFrom={setFrom} />
  );
}

function OpenParagraph({
  paragraph,
  row,
  language,
  editing,
  look,
  onCaret,
}: ParagraphProps & { readonly editing: Editing; readonly look: Look }) {
  const { t } = useTranslation();
  return (
    <div
      className={`paragraph ${paragraph.role} editing`}
      data-role={paragraph.role}
      data-place={paragraph.id}
    >
      {paragraph.label && paragraph.role !== 'paragraph' && <span className="label">{paragraph.label}</span>}
      {paragraph.picture && (
        <PictureFrame
          paragraph={paragraph}
          picture={paragraph.picture}
          target={targetAt({ rowId: row.id, language, paragraphId: paragraph.id })}
        >
          <TakeButton row={row} language={language} />
        </PictureFrame>
      )}
      <ParagraphEditor
        paragraph={paragraph}
        language={language}
        hint={paragraph.picture ? t('picture.hint') : null}
        label={t(paragraph.picture ? 'cell.editingPicture' : 'cell.editing', {
          language: t(`language.${language}`),
        })}
        caret={editing.caret}
        end={editing.end}
        look={look}
        onCaret={(offset) => onCaret(paragraph.id, offset)}
        onLeave={leaveText}
        onClosed={() => void dropUnwritten(paragraph.id)}
        onBreak={(offset) => breakAt(row, language, paragraph.id, offset)}
        onPaste={(start, end, parts) => pasteAt(paragraph.id, start, end, parts)}
        onJoin={() => joinWithPrevious(row, language, paragraph.id)}
        onEnd={() => tellEnd(row, language, paragraph.id)}
        onMove={(to) => moveFromEditor(row, language, paragraph.id, to)}
      />
    </div>
  );
}

/** From where on a long text is shown: where a person went last, or a little before the place that is looked at now. */
function useShownFrom(place: { readonly start: number } | null): [number, (from: number) => void] {
  const [from, setFrom] = useState(0);
  const [lookedAt, setLookedAt] = useState<number | null>(null);
  const start = place?.start ?? null;
  if (start !== lookedAt) {
    setLookedAt(start);
    if (start !== null) setFrom(Math.max(0, start - CONTEXT));
  }
  return [from, setFrom];
}
