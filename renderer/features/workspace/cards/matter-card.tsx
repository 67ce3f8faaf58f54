import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useProject } from '../../../hooks/use-project';
import { activeEditor } from '../../../session/typing/active-editor';
import { actOfKeys, keysOf } from '../../../session/keyboard/keys';
import { findingsStore } from '../../../session/matters/findings-store';
import { keyOfMatter, type ShownMatter } from '../../../session/matters/matter';
import { mattersInOrder } from '../../../session/matters/matters-in-order';
import { goToMatter, hideMatter, showMatter, stepMatter } from '../../../session/matters/show-matter';
import { viewStore } from '../../../session/place/view-store';
import { projectStore } from '../../../session/project/project-store';
import { Shape } from '../../../ui/shape';
import { useMarksPressed } from './hear-marks';
import { keepBeside } from './keep-beside';
import { useToldMatter, type ToldMatter } from './told-matter';

/** Tells beside the words what is marked there: a flag, a finding, a change, or that another version has changed. */
export function MatterCard() {
  useMarksPressed();
  useEscape();
  const shown = useStore(viewStore, (state) => state.shown);
  if (!shown || shown.card === 'none') return null;
  return <OpenCard key={keyOfMatter(shown.matter)} shown={shown} />;
}

function OpenCard({ shown }: { readonly shown: ShownMatter }) {
  const told = useToldMatter(shown.matter);
  const isSettled = useIsChecked() || shown.matter.kind !== 'finding';
  useEffect(() => {
    // It was dealt with, or its words are others by now. What the checks tell of a state gone by says nothing of a finding.
    if (!told && isSettled) hideMatter();
  }, [told, isSettled]);
  return told && <Frame shown={shown} told={told} />;
}

/** Whether the checks have seen the project as it is, or see nothing any more. */
function useIsChecked(): boolean {
  const { state, progress } = useStore(findingsStore);
  return useStore(projectStore, (now) => now.state) === state || progress === 'stopped';
}

/** The frame of every card: where it stands, its keys, the way on to the next, and back to where a person was. */
function Frame({
  shown: { matter, card: mode },
  told,
}: {
  readonly shown: ShownMatter;
  readonly told: ToldMatter;
}) {
  const { t, i18n } = useTranslation();
  const { rows } = useProject();
  const card = useRef<HTMLDivElement>(null);
  const line = useRef<SVGSVGElement>(null);
  const all = mattersInOrder(matter.kind);
  const at = all.findIndex((each) => keyOfMatter(each) === keyOfMatter(matter));
  const number = rows.findIndex(({ id }) => id === matter.rowId) + 1;
  const { start, end } = told.change ?? { start: -1, end: -1 };
  useLayoutEffect(() => {
    if (card.current && line.current)
      return keepBeside(card.current, line.current, matter, start === -1 ? null : { start, end });
  }, [matter, start, end]);
  useEffect(() => {
    const host = card.current;
    if (mode !== 'focus' || host?.contains(document.activeElement)) return;
    (host?.querySelector<HTMLElement>('.acts button') ?? host?.querySelector('button'))?.focus();
  }, [mode, matter]);
  useLayoutEffect(() => {
    const host = card.current;
    return () => {
      if (host?.contains(document.activeElement)) queueMicrotask(giveFocusBack);
    };
  }, []);
  const step = (by: 1 | -1) => stepMatter(by, null);
  const press = (event: KeyboardEvent) => {
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const act = actOfKeys(keysOf(event.nativeEvent))?.id;
    const isCombined = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') hideMatter();
    else if (act === 'nextFinding' && (isCombined || !inField)) step(1);
    else if (act === 'previousFinding' && (isCombined || !inField)) step(-1);
    // Single keys of the row mean nothing here; undo and the like do what they do anywhere.
    else return isCombined ? undefined : event.stopPropagation();
    event.stopPropagation();
    event.preventDefault();
  };
  return (
    <>
      <svg ref={line} className="matter-line" aria-hidden="true">
        <path />
        <circle r="2.5" />
      </svg>
      <div
        ref={card}
        role="dialog"
        aria-label={t(`matter.${told.kind}`)}
        lang={i18n.language}
        className="matter-card"
        data-kind={told.kind}
        data-testid="matter-card"
        onMouseDown={keepFocus}
        // Where the focus is, it is in the next card too.
        onFocus={() => mode === 'open' && showMatter(matter, 'focus')}
        onBlur={({ relatedTarget: to }) => to && !card.current?.contains(to) && showMatter(matter, 'open')}
        onKeyDown={press}
      >
        <header>
          <Shape name={told.shape} severity={told.severity} />
          <b data-severity={told.severity ?? undefined} data-shape={told.shape}>
            {told.word}
          </b>
          <span className="matter-name" title={told.explanation}>
            {told.name}
          </span>
          <span className="matter-steps">
            {at !== -1 && all.length > 1 && (
              <>
                <span data-testid="matter-position">
                  {t('matter.position', { at: at + 1, count: all.length })}
                </span>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('matter.previous')}
                  onClick={() => step(-1)}
                >
                  ‹
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('matter.next')}
                  onClick={() => step(1)}
                >
                  ›
                </button>
              </>
            )}
            <button type="button" className="icon-button" aria-label={t('button.close')} onClick={hideMatter}>
              ×
            </button>
          </span>
        </header>
        {told.body}
        {told.others.length > 0 && (
          <footer className="matter-others">
            <span>{t('matter.others', { number })}</span>
            {told.others.map(({ matter: other, shape, severity, line: sentence }) => (
              <button
                key={keyOfMatter(other)}
                type="button"
                className="matter-other"
                aria-label={sentence}
                title={sentence}
                onClick={() => goToMatter(other, mode)}
              >
                <Shape name={shape} severity={severity} />
              </button>
            ))}
          </footer>
        )}
      </div>
    </>
  );
}

/** A press on the card leaves the caret where it is; a field has to be written in. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && !event.target.closest('input, textarea, select'))
    event.preventDefault();
}

/** Back to where a person was when they went into the card: the open text, or the chosen cell. */
function giveFocusBack(): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const editor = activeEditor();
  if (editor) editor.focus();
  else document.querySelector<HTMLElement>('.cell.chosen')?.focus({ preventScroll: true });
}

/** Escape closes the card first, wherever the focus is: only the next one leaves the text. */
function useEscape(): void {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const { shown } = viewStore.getState();
      if (event.key !== 'Escape' || event.isComposing || !shown || shown.card === 'none') return;
      const { activeElement } = document;
      const isElsewhere = activeElement?.closest('.matter-card, dialog, .inspector, .find-bar, [role=menu]');
      if (isElsewhere || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      hideMatter();
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, []);
}
