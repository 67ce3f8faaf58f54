import { useTranslation } from 'react-i18next';
import type { ActionId } from '../../../shared/contract/actions';
import { useViewStore } from '../../store/view-store';

/** Stands over marked words and offers to flag them. */
export function SelectionBar({ perform }: { readonly perform: (action: ActionId) => void }) {
  const { t } = useTranslation();
  const selection = useViewStore((state) => state.textSelection);
  const draft = useViewStore((state) => state.flagDraft);
  const chosen = document.getSelection();
  const already = draft?.spans.some(
    (span) =>
      span.at === 'text' && span.paragraphId === selection?.paragraphId && span.start === selection.start,
  );
  if (already || !selection || !chosen || chosen.rangeCount === 0) return null;
  // The store changes with the marking, so what is marked now is what the store says.
  const box = chosen.getRangeAt(0).getBoundingClientRect();
  const place = { left: box.left + box.width / 2, top: box.top };
  const action: ActionId = draft ? 'flagAddSpan' : 'flag';
  return (
    <div className="selection-bar" style={place}>
      <button
        type="button"
        // Keeps the marking: a press would otherwise clear it before the click.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => perform(action)}
      >
        {t(`action.${action}`)} <kbd>{draft ? '⇧F' : 'F'}</kbd>
      </button>
    </div>
  );
}
