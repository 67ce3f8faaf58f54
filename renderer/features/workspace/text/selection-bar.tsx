import {
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  type KeyboardEvent as KeyPress,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useKeyLabel } from '../../../hooks/use-key-label';
import type { ActId } from '../../../session/acts/all-acts';
import { performHere } from '../../../session/acts/perform';
import { viewStore } from '../../../session/place/view-store';
import { returnToTexts } from '../../../session/typing/active-editor';
import { Icon } from '../../../ui/icon';
import { isMarkedInSight, linesAround } from './beside-words';
import { placeBar } from './place-bar';

const STYLES = [
  ['bold', 'B'],
  ['italic', 'I'],
  ['link', <Icon key="link" name="link" />],
] as const;

/**
 * Stands at marked words, where it hides least of what one reads, goes with them when the rows roll, and offers what is done
 * with words. Tab leads from the words to it, arrows from button to button, Escape back.
 */
export function SelectionBar() {
  const { t } = useTranslation();
  const selection = useStore(viewStore, (state) => state.textSelection);
  const inOpenText = useStore(viewStore, (state) => state.markedInOpen);
  const linking = useStore(viewStore, (state) => state.linking);
  const draft = useStore(viewStore, (state) => state.flagDraft);
  const isWriting = inOpenText !== null;
  const marked = inOpenText ?? selection;
  const [, place] = useReducer((times: number) => times + 1, 0);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!marked) return;
    document.addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      document.removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  }, [marked]);
  useEffect(() => {
    // Before the text hears of it: there Tab goes to the next language.
    document.addEventListener('keydown', enter, { capture: true });
    return () => document.removeEventListener('keydown', enter, { capture: true });
    function enter(event: KeyboardEvent): void {
      if (!bar.current || !isPlainTab(event) || !isInTexts(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      bar.current.querySelector('button')?.focus();
    }
  }, []);
  useLayoutEffect(() => {
    const { current } = bar;
    // The store changes with the marking, so what is marked now is what the store says.
    const around = current && linesAround(document.getSelection());
    if (!current || !around) return;
    const { offsetWidth: width, offsetHeight: height } = current;
    const { left, top } = placeBar(around.words, around.text, { width, height }, around.lines, around.view);
    current.style.left = `${left}px`;
    current.style.top = `${top}px`;
  });
  const already = draft?.spans.some(
    (span) => span.at === 'text' && span.paragraphId === marked?.paragraphId && span.start === marked.start,
  );
  if (already || !marked || linking) return null;
  if (!isMarkedInSight(document.getSelection())) return null;
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('bar.label')}
      className="selection-bar"
      // Keeps the marking: a press would otherwise clear it before the click.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={goAbout}
    >
      {isWriting &&
        STYLES.map(([id, sign]) => (
          <BarButton key={id} isWriting={isWriting} act={id} label={t(`act.${id}`)}>
            <span aria-hidden="true" className={`sign of-${id}`}>
              {sign}
            </span>
          </BarButton>
        ))}
      <BarButton isWriting={isWriting} act="flag" label={t(draft ? 'bar.addPlace' : 'act.flag')} isNamed />
      <BarButton isWriting={isWriting} act="findSaid" label={t('act.findSaid')}>
        <Icon name="said" />
      </BarButton>
    </div>
  );
}

function isPlainTab({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Tab' && !shiftKey && !ctrlKey && !altKey && !metaKey;
}

/** Whether a key was pressed where words are marked: in the open text, at a cell, or with the focus nowhere. */
function isInTexts(target: EventTarget | null): boolean {
  return (
    target === document.body || (target instanceof Element && target.closest('[role=gridcell]') !== null)
  );
}

/** The keys of a bar of buttons, and the way back to the words. */
function goAbout(event: KeyPress<HTMLElement>): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by === undefined && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  if (by === undefined) return returnToTexts();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const here = buttons.findIndex((button) => button === document.activeElement);
  buttons[(here + by + buttons.length) % buttons.length]?.focus();
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
  const { t } = useTranslation();
  const key = useKeyLabel(act, isWriting);
  return (
    <button
      type="button"
      aria-label={label}
      title={key === null ? label : t('bar.withKey', { name: label, key })}
      onClick={({ detail }) => {
        // Pressed by a key: the hand goes back to the words, and from there to what the act opens.
        if (detail === 0) returnToTexts();
        performHere(act);
      }}
    >
      {children}
      {isNamed && label} {isNamed && key !== null && <kbd>{key}</kbd>}
    </button>
  );
}
