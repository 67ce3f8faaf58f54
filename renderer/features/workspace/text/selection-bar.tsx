import { useEffect, useReducer, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useKeyLabel } from '../../../hooks/use-key-label';
import type { ActId } from '../../../session/acts/all-acts';
import { performHere } from '../../../session/acts/perform';
import { viewStore } from '../../../session/place/view-store';
import { placeBeside } from './beside-words';

const STYLES = [
  ['bold', 'B'],
  ['italic', 'I'],
  ['link', '🔗'],
] as const;

/** Stands at marked words, above or below and never over them, goes with them when the rows roll, and offers what is done with words. */
export function SelectionBar() {
  const { t } = useTranslation();
  const selection = useStore(viewStore, (state) => state.textSelection);
  const inOpenText = useStore(viewStore, (state) => state.markedInOpen);
  const linking = useStore(viewStore, (state) => state.linking);
  const draft = useStore(viewStore, (state) => state.flagDraft);
  const isWriting = inOpenText !== null;
  const marked = inOpenText ?? selection;
  const [, place] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (!marked) return;
    document.addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      document.removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  }, [marked]);
  const already = draft?.spans.some(
    (span) => span.at === 'text' && span.paragraphId === marked?.paragraphId && span.start === marked.start,
  );
  if (already || !marked || linking) return null;
  // The store changes with the marking, so what is marked now is what the store says.
  const beside = placeBeside(document.getSelection());
  if (!beside) return null;
  const { x, top, bottom, isRoomAbove } = beside;
  return (
    <div
      role="toolbar"
      aria-label={t('bar.label')}
      className={isRoomAbove ? 'selection-bar' : 'selection-bar below'}
      style={{ left: x, top: isRoomAbove ? top : bottom }}
      // Keeps the marking: a press would otherwise clear it before the click.
      onMouseDown={(event) => event.preventDefault()}
    >
      {isWriting &&
        STYLES.map(([id, sign]) => (
          <BarButton key={id} isWriting={isWriting} act={id} label={t(`act.${id}`)}>
            <span aria-hidden="true" className={`sign ${id}`}>
              {sign}
            </span>
          </BarButton>
        ))}
      <BarButton isWriting={isWriting} act="flag" label={t(draft ? 'bar.addPlace' : 'act.flag')} isNamed />
    </div>
  );
}

function BarButton({
  act,
  label,
  isWriting,
  isNamed = false,
  children,
}: {
  readonly act: ActId;
  readonly label: string;
  readonly isWriting: boolean;
  readonly isNamed?: boolean;
  readonly children?: ReactNode;
}) {
  const key = useKeyLabel(act, isWriting);
  return (
    <button
      type="button"
      aria-label={label}
      title={key === null ? label : `${label} (${key})`}
      onClick={() => performHere(act)}
    >
      {children}
      {isNamed && label} {isNamed && key !== null && <kbd>{key}</kbd>}
    </button>
  );
}
