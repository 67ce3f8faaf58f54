import { useEffect } from 'react';
import { goToMatter, hideMatter, showMatter } from '../../../session/matters/show-matter';
import type { Matter } from '../../../session/matters/matter';
import { viewStore } from '../../../session/place/view-store';
import { MARKED, matterAt } from '../text/mark-elements';

/** What may be pressed while a card is open: the card, what lists the same, and what is marked. */
const BELONGS = `.matter-card, .inspector, .row-marks, ${MARKED}`;

/**
 * Opens the card of what is marked where a person clicks, in a text that is read and in one that is open alike: the click
 * does there what it does anywhere, and the focus stays. Who types, or presses elsewhere, closes it.
 */
export function useMarksPressed(): void {
  useEffect(() => {
    let under: Matter | null = null;
    // Before anybody else: the click may open the text, and what it was on is then gone from the page.
    const note = ({ target, clientX, clientY, ctrlKey, metaKey, button, detail }: MouseEvent) => {
      const isPlain = button === 0 && !ctrlKey && !metaKey && detail <= 1;
      under = isPlain ? matterAt(target, { x: clientX, y: clientY }) : null;
    };
    const open = () => {
      const marked = document.getSelection();
      const isMarking = marked !== null && !marked.isCollapsed && marked.toString().trim() !== '';
      // A mark below a text, or where there is none, is in no text that the click could have chosen.
      if (under?.kind === 'stale' || under?.kind === 'alignment') goToMatter(under, 'open');
      else if (under && !isMarking) showMatter(under, 'open');
      under = null;
    };
    const press = ({ target }: Event) => {
      if (target instanceof Element && !target.closest(BELONGS)) hideMatter();
    };
    const write = ({ target }: Event) => {
      const { shown } = viewStore.getState();
      const isText = target instanceof Element && target.closest('.editor') !== null;
      if (isText && shown && shown.card !== 'none') hideMatter();
    };
    document.addEventListener('click', note, { capture: true });
    document.addEventListener('click', open);
    document.addEventListener('pointerdown', press);
    document.addEventListener('beforeinput', write);
    return () => {
      document.removeEventListener('click', note, { capture: true });
      document.removeEventListener('click', open);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('beforeinput', write);
    };
  }, []);
}
