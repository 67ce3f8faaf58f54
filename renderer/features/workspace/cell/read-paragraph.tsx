import { useRef, type DragEvent, type MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Look } from '../../../session/paint/paint-paragraph';
import { placeBefore, stretchOf } from '../../../session/paint/stretch';
import { edit } from '../../../session/place/navigation';
import { inPresentText } from '../../../session/place/present-text';
import { select, togglePicked, viewStore } from '../../../session/place/view-store';
import { unkeptStore } from '../../../session/typing/unkept-store';
import { targetAt } from '../../../session/place/target';
import { DRAG_TYPE } from '../drag-type';
import { PictureFrame } from '../pictures/picture-frame';
import { TakeButton } from '../pictures/take-button';
import { endClick } from '../text/end-click';
import { MarkedText } from '../text/marked-text';
import { ParagraphText } from '../text/paragraph-text';
import { offsetAtPoint, readMarked, readTextSelection } from '../text/text-selection';
import type { ParagraphProps } from './cell-props';
import { StretchBar } from './stretch-bar';

/** A paragraph as it is read: a click opens it for writing, a right click too, Ctrl with a click picks it, its grip drags it. */
export function ReadParagraph({
  paragraph,
  row,
  language,
  selected,
  textView,
  readOnly,
  writable,
  look,
  from,
  onFrom,
}: ParagraphProps & {
  readonly look: Look;
  /** From where on a long text is shown, a UTF-16 offset. */
  readonly from: number;
  readonly onFrom: (from: number) => void;
}) {
  const { t, i18n } = useTranslation();
  const unkept = useStore(unkeptStore, ({ waiting, refusal }) => refusal && waiting.get(paragraph.id));
  const picked = useStore(viewStore, (state) => state.picked.includes(paragraph.id));
  const host = useRef<HTMLDivElement>(null);
  const click = (event: MouseEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey) return togglePicked(paragraph.id);
    if (readTextSelection(document.getSelection())) return;
    if (!writable) return select({ rowId: row.id, language, paragraphId: paragraph.id });
    open(event);
    // The present text comes in place of the earlier one, and its words stand elsewhere.
    if (textView === 'original') endClick();
  };
  const open = (event: MouseEvent<HTMLDivElement>) => {
    const at = offsetAtPoint(event.currentTarget, event.clientX, event.clientY);
    const caret =
      at === null ? paragraph.text.length : inPresentText(paragraph.id, { start: at, end: at }).start;
    edit(row.id, language, paragraph.id, caret);
  };
  // The menu of a text is that of the open one: what is cut or pasted needs a caret. What is marked or picked stays so.
  const openForMenu = (event: MouseEvent<HTMLDivElement>) => {
    const isMarked = readMarked(document.getSelection()).length > 0;
    if (writable && !isMarked && viewStore.getState().picked.length === 0) open(event);
  };
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(DRAG_TYPE, `${language} ${paragraph.id}`);
    event.dataTransfer.effectAllowed = 'move';
  };
  const goTo = (place: number) => {
    flushSync(() => onFrom(place));
    host.current?.scrollIntoView({ block: 'start' });
  };
  const { length: inCell } = row.cells[language].paragraphs;
  const shown = textView === 'original' ? look.baseline : paragraph;
  const stretch = stretchOf(shown, from, inCell);
  const isPart = stretch.end - stretch.start < shown.text.length;
  const isHere = inCell > 1 && selected?.paragraphId === paragraph.id;
  return (
    <>
      <div
        ref={host}
        className={`paragraph ${paragraph.role}${isHere ? ' here' : ''}${picked ? ' picked' : ''}`}
        data-role={paragraph.role}
        data-place={paragraph.id}
        style={{ marginInlineStart: `${paragraph.depth * 1.4}em` }}
      >
        {!readOnly && (
          <span className="grip" draggable onDragStart={drag} title={t('cell.drag')} aria-hidden="true" />
        )}
        {paragraph.label && <span className="label">{paragraph.label}</span>}
        {paragraph.picture && (
          <PictureFrame
            paragraph={paragraph}
            picture={paragraph.picture}
            target={targetAt({ rowId: row.id, language, paragraphId: paragraph.id })}
          >
            {writable && <TakeButton row={row} language={language} />}
          </PictureFrame>
        )}
        <MarkedText
          paragraphId={paragraph.id}
          language={language}
          onClick={click}
          onContextMenu={openForMenu}
        >
          {paragraph.text === '' && textView !== 'original' ? (
            <span className={paragraph.picture ? 'picture-hint' : 'emptied'} lang={i18n.language}>
              {t(paragraph.picture ? 'picture.hint' : 'cell.emptied')}
            </span>
          ) : null}
          {unkept ? (
            // No flag, finding or change has a place in a text the project does not have.
            unkept.content.text
          ) : (
            <ParagraphText look={look} from={stretch.start} to={stretch.end} />
          )}
        </MarkedText>
      </div>
      {isPart && (
        <StretchBar
          paragraphId={paragraph.id}
          text={shown.text}
          language={language}
          stretch={stretch}
          before={placeBefore(shown, stretch, inCell)}
          // Where another text is shown, its places are not those of the present one.
          readOnly={!writable || shown !== paragraph}
          onGo={goTo}
        />
      )}
      {unkept && (
        <div className="review-marks" lang={i18n.language}>
          <span className="review-mark unkept" data-testid="unkept">
            ! {t('cell.notKept')}
          </span>
        </div>
      )}
    </>
  );
}
