import { useEffect, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { performHere } from '../../session/acts/perform';
import { Key } from '../../controls/key';
import { viewStore } from '../../session/view-store';

/** Stands over marked words, and goes with them when the rows roll, and offers to flag them. */
export function SelectionBar() {
  const { t } = useTranslation();
  const selection = useStore(viewStore, (state) => state.textSelection);
  const draft = useStore(viewStore, (state) => state.flagDraft);
  const [, place] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (!selection) return;
    document.addEventListener('scroll', place, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', place, { capture: true });
  }, [selection]);
  const chosen = document.getSelection();
  const already = draft?.spans.some(
    (span) =>
      span.at === 'text' && span.paragraphId === selection?.paragraphId && span.start === selection.start,
  );
  if (already || !selection || !chosen || chosen.rangeCount === 0) return null;
  // The store changes with the marking, so what is marked now is what the store says.
  const box = chosen.getRangeAt(0).getBoundingClientRect();
  if (!isInView(box)) return null;
  const act = draft ? 'flagAddSpan' : 'flag';
  return (
    <div className="selection-bar" style={{ left: box.left + box.width / 2, top: box.top }}>
      <button
        type="button"
        // Keeps the marking: a press would otherwise clear it before the click.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => performHere(act)}
      >
        {t(`act.${act}`)} <Key act={act} />
      </button>
    </div>
  );
}

/** Whether words are among the rows one sees, not rolled away above or below. */
function isInView({ top, bottom }: DOMRect): boolean {
  const view = document.querySelector('.rows')?.getBoundingClientRect();
  return view !== undefined && bottom > view.top && top < view.bottom;
}
