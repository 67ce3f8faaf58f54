import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

export interface MenuEntry {
  readonly label: string;
  /** The key that does the same. */
  readonly hint?: string;
  /** What is told of it at its end: that it is chosen, how many there are. */
  readonly note?: string;
  readonly disabled?: boolean;
  /** Why it cannot be chosen now: it can be reached and read all the same. */
  readonly why?: string;
  /** Goes to what keeps it from being chosen. */
  readonly lead?: (() => void) | null;
  /** Whether the menu stays open when it is chosen. */
  readonly stays?: boolean;
  /** Whether a line is drawn above it. */
  readonly line?: boolean;
  readonly choose: () => void;
}

/** A button that opens a small menu below itself. */
export function MenuButton({
  label,
  entries,
  className,
  children,
}: {
  readonly label: string;
  /** What there is to choose, worked out while the menu is open. */
  readonly entries: () => readonly MenuEntry[];
  readonly className: string;
  readonly children: ReactNode;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const open = () => {
    const box = button.current?.getBoundingClientRect();
    if (box) setAt({ x: box.left, y: box.bottom + 2 });
  };
  const close = () => setAt(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={open}
      >
        {children}
      </button>
      {at && <PopupMenu label={label} entries={entries()} at={at} onClose={close} />}
    </>
  );
}

/** So far above the place a menu ends that opens upwards, in px: the line that was clicked stays in sight. */
const ABOVE = 14;

/** So near the edge of the window a menu comes, in px. */
const EDGE = 4;

type Place = { readonly top: number } & ({ readonly left: number } | { readonly right: number });

/** A menu at a place on the screen; arrows move in it, Escape and a click elsewhere close it. */
export function PopupMenu({
  label,
  entries,
  at,
  onClose,
}: {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ left: at.x, top: at.y });
  // Before the effect that takes the focus: afterwards it goes back to where it was.
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useLayoutEffect(() => {
    const box = menu.current?.getBoundingClientRect();
    if (!box) return;
    // A menu opened near the edge stays in the window: above what it is about where there is no place below.
    const above = at.y + box.height > innerHeight - EDGE && at.y > box.height + ABOVE;
    setPlace({
      // At the right it holds on to the edge, whatever its words become while it is open.
      ...(at.x + box.width > innerWidth - EDGE ? { right: EDGE } : { left: at.x }),
      top: above
        ? at.y - box.height - ABOVE
        : Math.max(EDGE, Math.min(at.y, innerHeight - box.height - EDGE)),
    });
    menu.current?.querySelector<HTMLElement>('[role="menuitem"]:not([disabled])')?.focus();
  }, [at]);
  useEffect(() => {
    const outside = (event: MouseEvent) => {
      if (!menu.current?.contains(event.target as Node)) onClose();
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [onClose]);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      return onClose();
    }
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]:not([disabled])')];
    const here = items.indexOf(document.activeElement as HTMLElement);
    items[(here + by + items.length) % items.length]?.focus();
  };
  return createPortal(
    <div ref={menu} role="menu" aria-label={label} className="menu" style={place} onKeyDown={move}>
      {entries.map(({ label: text, hint, note, disabled, why, lead, stays, line, choose }, i) => (
        <button
          key={`${i} ${text}`}
          type="button"
          role="menuitem"
          className={line ? 'line' : undefined}
          disabled={disabled}
          aria-disabled={why !== undefined}
          onClick={() => {
            const act = why === undefined ? choose : lead;
            if (!act) return;
            if (!stays) onClose();
            act();
          }}
        >
          <span>
            {text}
            {why && <small className="why">{why}</small>}
          </span>
          {hint && <kbd>{hint}</kbd>}
          {note && <span className="note">{note}</span>}
        </button>
      ))}
    </div>,
    document.body,
  );
}
