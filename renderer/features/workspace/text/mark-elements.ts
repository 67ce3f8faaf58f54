import { LANGUAGES } from '../../../../shared/model/language';
import type { Matter } from '../../../session/matters/matter';
import { viewStore } from '../../../session/place/view-store';

/** What is marked in the texts: a flag, a finding, a change, words that are gone, a text that was outrun; beside them, a row in doubt. */
export const MARKED = '[data-flag], [data-finding], [data-change], [data-went], [data-stale], [data-doubt]';

/**
 * The matter that is marked under the mouse or at the caret: of several the innermost, a person's flag before what the
 * checks find. Null where nothing is.
 *
 * @param point where the mouse is; needed only to tell words that are gone from those they are shown beside
 */
export function matterAt(under: EventTarget | null, point: { x: number; y: number } | null): Matter | null {
  const element = under instanceof Element ? under : null;
  const doubt = element?.closest<HTMLElement>('[data-doubt]')?.dataset['doubt'];
  if (doubt !== undefined) return { kind: 'alignment', rowId: doubt };
  const cell = element?.closest<HTMLElement>('.cell');
  const rowId = cell?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  const language = LANGUAGES.find((each) => each === cell?.lang);
  if (!element || !rowId || !language) return null;
  const paragraphId = element.closest<HTMLElement>('[data-place]')?.dataset['place'];
  let mark = element.closest<HTMLElement>(MARKED);
  for (; mark && cell?.contains(mark); mark = mark.parentElement?.closest<HTMLElement>(MARKED) ?? null) {
    const { flag, finding, change, went, stale } = mark.dataset;
    if (flag !== undefined && flag !== 'draft') return { kind: 'flag', rowId, flagId: flag };
    if (finding !== undefined) return { kind: 'finding', rowId, key: finding };
    if (stale !== undefined) return { kind: 'stale', rowId, language };
    const at = change ?? (went !== undefined && (!point || !isOnText(mark, point)) ? went : undefined);
    if (at !== undefined && paragraphId !== undefined)
      return { kind: 'change', rowId, language, paragraphId, at: Number(at) };
  }
  return null;
}

/** Whether a point is on the text of an element, and not on what its style writes beside it. */
function isOnText(element: Element, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()].some(
    (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
}

/** Where a matter is marked on the page, in the chosen row first; none while it is rolled out of sight. */
export function elementsOf(matter: Matter, change: { readonly start: number; readonly end: number } | null) {
  const within = (selector: string) => [...document.querySelectorAll<HTMLElement>(`.grid .cell ${selector}`)];
  const id = (value: string) => CSS.escape(value);
  switch (matter.kind) {
    case 'finding':
      return within(`[data-finding="${id(matter.key)}"]`);
    case 'flag':
      return within(`[data-flag="${id(matter.flagId)}"]`).toSorted((a, b) => nearness(a) - nearness(b));
    case 'change': {
      if (!change) return [];
      const isOf = ({ dataset: { change: changed, went } }: HTMLElement) => {
        const at = Number(changed ?? went);
        return at >= change.start && at <= change.end;
      };
      const place = `[data-place="${id(matter.paragraphId)}"]`;
      return within(`${place} :is([data-change], [data-went])`).filter(isOf);
    }
    case 'stale':
      return [
        ...document.querySelectorAll<HTMLElement>(
          `[data-row="${id(matter.rowId)}"] [data-stale="${matter.language}"]`,
        ),
      ];
    case 'alignment':
      return [...document.querySelectorAll<HTMLElement>(`[data-doubt="${id(matter.rowId)}"]`)];
  }
}

/** A flag may be about several places: the card stands at the one a person is at. */
function nearness(element: HTMLElement): number {
  const { selected } = viewStore.getState();
  const place = element.closest<HTMLElement>('[data-place]')?.dataset['place'];
  if (place !== undefined && place === selected?.paragraphId) return 0;
  return element.closest('.row')?.getAttribute('data-row') === selected?.rowId ? 1 : 2;
}
