import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isSameMatter, type Matter } from '../../../session/matters/matter';
import { viewStore } from '../../../session/place/view-store';
import { elementsOf, matterAt } from '../text/mark-elements';
import { matterLine } from './matter-line';

/** The mouse rests so long on what is marked, or the caret stands there, before a line tells of it: as long as usual. */
const REST_MS = 500;

interface Hint {
  readonly matter: Matter;
  readonly left: number;
  /** The edge that is at the words: the lower one of a hint above them. */
  readonly at: { readonly top: number } | { readonly bottom: number };
}

/** Tells in one line what is marked where the mouse rests or a key took the caret. */
export function MatterHint() {
  const { t, i18n } = useTranslation();
  const hint = useHint();
  // It would lie over what the card offers.
  const isOpen = useStore(viewStore, isCardOpen);
  const line = hint && !isOpen ? matterLine(hint.matter, t) : null;
  return (
    <div
      role="status"
      className="matter-hint"
      lang={i18n.language}
      data-testid="matter-hint"
      style={line === null || !hint ? { display: 'none' } : { left: hint.left, ...hint.at }}
    >
      {line}
    </div>
  );
}

function isCardOpen({ shown }: ReturnType<typeof viewStore.getState>): boolean {
  return shown !== null && shown.card !== 'none';
}

function useHint(): Hint | null {
  const [hint, setHint] = useState<Hint | null>(null);
  useEffect(() => {
    let clock: ReturnType<typeof setTimeout> | undefined;
    let asked: Matter | null = null;
    let byKey = false;
    let mouse = '';
    // Where the mouse was when a key was pressed: what comes to lie under it then was not pointed at.
    let restsAt: string | null = null;
    const ask = (matter: Matter | null, element: Element | null) => {
      if (matter && isSameMatter(matter, asked)) return;
      clearTimeout(clock);
      asked = matter;
      setHint(null);
      if (!matter || !element) return;
      clock = setTimeout(() => setHint(placed(matter, element)), REST_MS);
    };
    const over = ({ target, clientX, clientY, buttons }: MouseEvent) => {
      mouse = `${clientX} ${clientY}`;
      if (mouse === restsAt) return;
      restsAt = null;
      byKey = false;
      if (buttons > 0) return ask(null, null);
      const matter = matterAt(target, { x: clientX, y: clientY });
      ask(matter, target instanceof Element ? target : null);
    };
    const caret = () => {
      const { anchorNode: node } = document.getSelection() ?? {};
      const element = node instanceof Element ? node : (node?.parentElement ?? null);
      if (!byKey || !element?.closest('.editor')) return;
      ask(matterAt(element, null), element);
    };
    const key = () => {
      byKey = true;
      restsAt = mouse;
      ask(null, null);
    };
    // The words that are typed are not to be covered.
    const write = () => {
      byKey = false;
      restsAt = mouse;
      ask(null, null);
    };
    const press = () => {
      byKey = false;
      ask(null, null);
    };
    // A card that opens or closes was asked for: no line comes in its place.
    const stopListening = viewStore.subscribe((now, before) => {
      if (isCardOpen(now) !== isCardOpen(before)) write();
    });
    document.addEventListener('mousemove', over);
    document.addEventListener('beforeinput', write);
    document.addEventListener('selectionchange', caret);
    document.addEventListener('keydown', key, { capture: true });
    document.addEventListener('pointerdown', press, { capture: true });
    document.addEventListener('wheel', press, { capture: true, passive: true });
    return () => {
      clearTimeout(clock);
      stopListening();
      document.removeEventListener('mousemove', over);
      document.removeEventListener('beforeinput', write);
      document.removeEventListener('selectionchange', caret);
      document.removeEventListener('keydown', key, { capture: true });
      document.removeEventListener('pointerdown', press, { capture: true });
      document.removeEventListener('wheel', press, { capture: true });
    };
  }, []);
  return hint;
}

/**
 * Below the words, or above them where buttons are below; inside the window. What was painted anew meanwhile is found again.
 */
function placed(matter: Matter, element: Element): Hint | null {
  const there = element.isConnected ? element : elementsOf(matter, null)[0];
  const box = there?.getClientRects()[0];
  if (!box) return null;
  const left = Math.max(8, Math.min(box.left, innerWidth - 320));
  const offers = there?.closest('.cell')?.querySelector('.review-marks .button');
  return { matter, left, at: offers ? { bottom: innerHeight - box.top + 6 } : { top: box.bottom + 6 } };
}
