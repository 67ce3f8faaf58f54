import { hideMatter } from '../../../session/matters/show-matter';
import type { Matter } from '../../../session/matters/matter';
import { elementsOf } from '../text/mark-elements';
import { lineTo, placeCard, type Box } from './place-card';

/** The card goes when its words have not been on the screen for so many frames. */
const MOST_FRAMES_LOST = 60;

/** So far from the edge of what is in sight a card stays. */
const EDGE_PX = 6;

/** Keeps a card beside its words, with a line to them, as long as it is shown. */
export function keepBeside(
  card: HTMLElement,
  line: SVGSVGElement,
  matter: Matter,
  change: { readonly start: number; readonly end: number } | null,
): () => void {
  let lost = 0;
  let frame = 0;
  const place = () => {
    const view = inSight();
    const mark = elementsOf(matter, change)[0];
    const words = mark?.getClientRects()[0];
    const isThere = words !== undefined && words.bottom > view.top && words.top < view.bottom;
    lost = isThere ? 0 : lost + 1;
    card.style.visibility = line.style.visibility = isThere ? 'visible' : 'hidden';
    if (mark && words && isThere) {
      // A finding in many places leaves the texts beside it in sight.
      card.style.maxHeight = `min(24rem, ${view.bottom - view.top}px)`;
      const { offsetWidth: width, offsetHeight: height } = card;
      const text = textAround(mark);
      const placed = placeCard(words, text, { width, height }, view);
      card.style.left = `${placed.left}px`;
      card.style.top = `${placed.top}px`;
      card.dataset['side'] = placed.side;
      draw(line, lineTo(placed, words, text, { width, height }));
    }
    if (lost > MOST_FRAMES_LOST) hideMatter();
    else frame = requestAnimationFrame(place);
  };
  place();
  return () => cancelAnimationFrame(frame);
}

/** The text a mark is in, with what is told below it; the whole cell where it is in no text, the row where it is beside them. */
function textAround(mark: Element): Box {
  const cell = mark.closest('.cell');
  const text = mark.closest('.paragraph');
  if (!text || !cell) return (cell ?? mark.closest('.row') ?? mark).getBoundingClientRect();
  const { left, top, right, bottom } = text.getBoundingClientRect();
  const isLast = [...cell.querySelectorAll('.paragraph')].at(-1) === text;
  const below = isLast ? cell.querySelector('.review-marks')?.getBoundingClientRect().bottom : undefined;
  return { left, top, right, bottom: Math.max(bottom, below ?? 0) };
}

/** Where a card may stand: beside the rows that are in sight. */
function inSight(): Box {
  const rows = document.querySelector('.rows')?.getBoundingClientRect();
  const texts = document.querySelector('.workspace')?.getBoundingClientRect();
  return {
    left: (texts?.left ?? 0) + EDGE_PX,
    right: (texts?.right ?? innerWidth) - EDGE_PX,
    top: (rows?.top ?? 0) + EDGE_PX,
    bottom: (rows?.bottom ?? innerHeight) - EDGE_PX,
  };
}

function draw(line: SVGSVGElement, path: string): void {
  const [drawn, dot] = line.children;
  if (drawn?.getAttribute('d') === path) return;
  drawn?.setAttribute('d', path);
  const [, x = '0', y = '0'] = /^M(\S+) ([^HV]+)/.exec(path) ?? [];
  dot?.setAttribute('cx', x);
  dot?.setAttribute('cy', y);
}
