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
  readonly top: number;
}

/** Tells in one line what is marked where the mouse rests or a key took the caret. */
export function MatterHint() {
  const { t, i18n } = useTranslation();
  const hint = useHint();
  const isOpen = useStore(
    viewStore,
    ({ shown }) => shown !== null && shown.card !== 'none' && isSameMatter(shown.matter, hint?.matter),
  );
  const line = hint && !isOpen ? matterLine(hint.matter, t) : null;
  return (
    <div
      role="status"
      className="matter-hint"
      lang={i18n.language}
      data-testid="matter-hint"
      style={line === null || !hint ? { display: 'none' } : { left: hint.left, top: hint.top }}
    >
      {line}
    </div>
  );
}

function useHint(): Hint | null {
  const [hint, setHint] = useState<Hint | null>(null);
  useEffect(() => {
    let clock: ReturnType<typeof setTimeout> | undefined;
    let asked: Matter | null = null;
    let byKey = false;
    const ask = (matter: Matter | null, element: Element | null) => {
      if (matter && isSameMatter(matter, asked)) return;
      clearTimeout(clock);
      asked = matter;
      setHint(null);
      if (!matter || !element) return;
      clock = setTimeout(() => setHint(placed(matter, element)), REST_MS);
    };
    const over = ({ target, clientX, clientY, buttons }: MouseEvent) => {
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
      ask(null, null);
    };
    const press = () => {
      byKey = false;
      ask(null, null);
    };
    document.addEventListener('mouseover', over);
    document.addEventListener('selectionchange', caret);
    document.addEventListener('keydown', key, { capture: true });
    document.addEventListener('pointerdown', press, { capture: true });
    document.addEventListener('wheel', press, { capture: true, passive: true });
    return () => {
      clearTimeout(clock);
      document.removeEventListener('mouseover', over);
      document.removeEventListener('selectionchange', caret);
      document.removeEventListener('keydown', key, { capture: true });
      document.removeEventListener('pointerdown', press, { capture: true });
      document.removeEventListener('wheel', press, { capture: true });
    };
  }, []);
  return hint;
}

/** Below the words, inside the window; what was painted anew meanwhile is found again. */
function placed(matter: Matter, element: Element): Hint | null {
  const there = element.isConnected ? element : elementsOf(matter, null)[0];
  const box = there?.getClientRects()[0];
  if (!box) return null;
  return { matter, left: Math.max(8, Math.min(box.left, innerWidth - 320)), top: box.bottom + 6 };
}
