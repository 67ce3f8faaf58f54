import type { Settings } from '../../../shared/contract/settings';
import { projectStore } from '../../session/project/project-store';
import { saidStore } from '../../session/said/said-store';
import { settingsStore } from '../../session/settings/settings-store';
import { viewStore } from '../../session/place/view-store';

/** A row on the screen, and how far below the upper edge of the rows in sight it begins, in px. */
interface Anchor {
  readonly rowId: string;
  readonly offset: number;
}

/** The rows are measured anew bit by bit: they are at rest when nothing moved for so many frames, */
const STILL_FRAMES = 8;
/** and left alone after so many in any case. */
const MOST_FRAMES = 60;

/** What of the settings gives the rows another width or height. */
const OF_LAYOUT: readonly (keyof Settings)[] = [
  'outlineOpen',
  'inspectorOpen',
  'textSize',
  'density',
  'textView',
  'columns',
  'mode',
];

/**
 * Keeps the row a person is in where it is, or where that is not in sight the first one they see, while all rows get
 * another width or height: a pane comes or goes, the text grows, the window is resized.
 *
 * @returns ends it
 */
export function keepRowsSteady(): () => void {
  let last = findAnchor();
  let held: Anchor | null = null;
  let [still, frames, frame] = [0, 0, 0];
  const release = () => (held = null);
  const note = () => {
    if (!held) requestAnimationFrame(() => (held ? null : (last = findAnchor())));
  };
  const follow = () => {
    const moved = held ? putBack(held) : 0;
    still = moved === 0 ? still + 1 : 0;
    frames += 1;
    if (!held || still > STILL_FRAMES || frames > MOST_FRAMES) {
      release();
      note();
    } else frame = requestAnimationFrame(follow);
  };
  const hold = (anchor: Anchor | null) => {
    cancelAnimationFrame(frame);
    held ??= anchor;
    [still, frames] = [0, 0];
    frame = requestAnimationFrame(follow);
  };
  const resized = () => hold(last);
  const ended = [
    settingsStore.subscribe(({ settings: now }, { settings: before }) => {
      if (OF_LAYOUT.some((name) => now[name] !== before[name])) hold(findAnchor());
    }),
    viewStore.subscribe((now, before) => {
      if (now.selected?.rowId !== before.selected?.rowId || now.filter !== before.filter) release();
      else if ((now.flagDraft === null) !== (before.flagDraft === null)) hold(findAnchor());
      note();
    }),
    saidStore.subscribe((now, before) => {
      if ((now.asked === null) !== (before.asked === null)) hold(findAnchor());
    }),
    projectStore.subscribe(note),
  ];
  document.addEventListener('scroll', note, { capture: true, passive: true });
  // Who rolls goes elsewhere.
  document.addEventListener('wheel', release, { capture: true, passive: true });
  addEventListener('resize', resized);
  return () => {
    cancelAnimationFrame(frame);
    for (const end of ended) end();
    document.removeEventListener('scroll', note, { capture: true });
    document.removeEventListener('wheel', release, { capture: true });
    removeEventListener('resize', resized);
  };
}

function findAnchor(): Anchor | null {
  const view = document.querySelector('.rows')?.getBoundingClientRect();
  if (!view) return null;
  const isSeen = ({ top, bottom }: DOMRect) => bottom > view.top && top < view.bottom;
  const rows = [...document.querySelectorAll<HTMLElement>('.rows [data-row]')];
  const boxes = rows.map((row) => ({ row, box: row.getBoundingClientRect() }));
  const seen = boxes.filter(({ box }) => isSeen(box)).toSorted((a, b) => a.box.top - b.box.top);
  const found = seen.find(({ row }) => row.classList.contains('chosen')) ?? seen[0];
  const rowId = found?.row.dataset['row'];
  return found && rowId !== undefined ? { rowId, offset: found.box.top - view.top } : null;
}

/** Rolls the rows so that a row is where it was; by how many px, 0 where it is there. */
function putBack({ rowId, offset }: Anchor): number {
  const rows = document.querySelector<HTMLElement>('.rows');
  const row = rows?.querySelector(`[data-row="${CSS.escape(rowId)}"]`);
  if (!rows || !row) return 0;
  const { top, height } = rows.getBoundingClientRect();
  const box = row.getBoundingClientRect();
  // In a smaller window the row stays in sight all the same.
  const wanted = Math.min(offset, Math.max(0, height - Math.min(box.height, height)));
  const before = rows.scrollTop;
  rows.scrollTop += Math.round(box.top - top - wanted);
  return rows.scrollTop - before;
}
