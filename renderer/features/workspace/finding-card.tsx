import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Finding } from '../../../shared/checks/engine/finding';
import { addWord } from '../../session/dictionary-words';
import { dismissFinding, fixFindings, raiseFinding } from '../../session/findings';
import { useRowFindings } from '../../hooks/use-row-findings';
import { useReadOnly } from '../../hooks/use-project';
import { textOf } from '../../session/text-of';
import { setView, viewStore, type ShownFinding } from '../../session/view-store';
import { FindingView } from '../../ui/finding-view';

/** The mouse rests so long on a finding before the card comes, and is so long away from both before it goes. */
const REST_MS = 350;
const LEAVE_MS = 300;

/** The card goes when its words have not been on the screen for so many frames. */
const MOST_FRAMES_LOST = 60;

const GAP_PX = 6;

/** Tells beside the words what the checks find there. */
export function FindingCard() {
  useHover();
  const shown = useStore(viewStore, (state) => state.finding);
  if (!shown || shown.card === 'none') return null;
  return <OpenCard key={shown.key} shown={shown} />;
}

function OpenCard({ shown }: { readonly shown: ShownFinding }) {
  const { t, i18n } = useTranslation();
  const card = useRef<HTMLDivElement>(null);
  const findings = useRowFindings(shown.rowId);
  const readOnly = useReadOnly();
  const together = findingsTogether(findings, shown.key);
  const there = together.length > 0;
  useLayoutEffect(() => {
    if (there && card.current) return keepBeside(card.current, shown.key);
  }, [there, shown.key]);
  useEffect(() => {
    if (!there) setView({ finding: null });
  }, [there]);
  useEffect(() => {
    if (shown.card === 'focus') card.current?.querySelector('button')?.focus();
  }, [shown.card]);
  return (
    <div
      ref={card}
      role="dialog"
      aria-label={t('finding.card')}
      lang={i18n.language}
      className="finding-card"
      data-testid="finding-card"
      onMouseDown={() => shown.card === 'hover' && setView({ finding: { ...shown, card: 'open' } })}
      onKeyDown={(event) => {
        // The keys of the grid mean nothing here.
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        setView({ finding: null });
        document.querySelector<HTMLElement>('.cell.chosen')?.focus({ preventScroll: true });
      }}
    >
      {together.map((finding) => (
        <section key={finding.key}>
          <FindingView
            finding={finding}
            textOf={textOf}
            readOnly={readOnly}
            named
            acts={{
              onFix: () => void fixFindings([finding]),
              onDismiss: (reason, note) => void dismissFinding(finding, reason, note),
              onRaise: () => void raiseFinding(finding, t),
              onAddWord: () => addWord(finding),
            }}
          />
        </section>
      ))}
    </div>
  );
}

/** The finding of a key, and those that are about the same words. */
function findingsTogether(findings: readonly Finding[], key: string): readonly Finding[] {
  const asked = findings.find((finding) => finding.key === key);
  const [place] = asked?.spans ?? [];
  if (!asked || !place) return [];
  const others = findings.filter(
    ({ spans: [first], key: other }) =>
      other !== key &&
      first?.paragraphId === place.paragraphId &&
      first.start <= place.end &&
      first.end >= place.start,
  );
  return [asked, ...others];
}

/** Keeps the card below its words, or above where there is no room, as long as it is shown. */
function keepBeside(card: HTMLElement, key: string): () => void {
  let lost = 0;
  let frame = 0;
  const place = () => {
    const words = [...document.querySelectorAll<HTMLElement>('[data-finding]')].find(
      (element) => element.dataset['finding'] === key,
    );
    const box = words?.getClientRects()[0];
    lost = box ? 0 : lost + 1;
    card.style.visibility = box ? 'visible' : 'hidden';
    if (box) {
      const { offsetWidth: width, offsetHeight: height } = card;
      const below = box.bottom + GAP_PX;
      const top = below + height < innerHeight ? below : Math.max(GAP_PX, box.top - height - GAP_PX);
      card.style.top = `${top}px`;
      card.style.left = `${Math.max(GAP_PX, Math.min(box.left, innerWidth - width - GAP_PX))}px`;
    }
    if (lost > MOST_FRAMES_LOST) setView({ finding: null });
    else frame = requestAnimationFrame(place);
  };
  place();
  return () => cancelAnimationFrame(frame);
}

/** Shows the card of the finding the mouse rests on. */
function useHover(): void {
  useEffect(() => {
    let clock: ReturnType<typeof setTimeout> | undefined;
    const wait = (finding: ShownFinding | null, ms: number) => {
      clearTimeout(clock);
      clock = setTimeout(() => setView({ finding }), ms);
    };
    const look = ({ target, buttons }: MouseEvent) => {
      if (!(target instanceof Element) || buttons > 0) return;
      const { finding: shown } = viewStore.getState();
      if (target.closest('.finding-card')) return clearTimeout(clock);
      const words = target.closest<HTMLElement>('.grid [data-finding]');
      const key = words?.dataset['finding'];
      const rowId = words?.closest<HTMLElement>('[data-row]')?.dataset['row'];
      if (key === undefined || rowId === undefined) {
        if (shown?.card === 'hover') wait(null, LEAVE_MS);
        else clearTimeout(clock);
      } else if (shown?.key === key && shown.card !== 'none') clearTimeout(clock);
      // A card that was asked for stays until it is answered or closed.
      else if (!shown || shown.card === 'none' || shown.card === 'hover')
        wait({ rowId, key, card: 'hover' }, REST_MS);
    };
    const press = ({ target }: Event) => {
      clearTimeout(clock);
      const { finding: shown } = viewStore.getState();
      const elsewhere =
        target instanceof Element && !target.closest('.finding-card, .inspector, .mark.finding');
      if (shown && elsewhere) setView({ finding: null });
    };
    document.addEventListener('mouseover', look);
    document.addEventListener('pointerdown', press);
    return () => {
      clearTimeout(clock);
      document.removeEventListener('mouseover', look);
      document.removeEventListener('pointerdown', press);
    };
  }, []);
}
