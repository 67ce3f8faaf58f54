import {
  createContext,
  use,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';

/** Of more entries only those are in the page that can be seen, and a few around them. */
const MOST_AT_ONCE = 60;

/** So far beyond what can be seen entries are there, in pixels: keys reach the next one before it is seen. */
const BUFFER = 600;

/** How many entries there are, whether in the page or not. */
const Size = createContext(0);

/**
 * A list that may hold any number of entries, in whatever scrolls around it. Assistive technology is told of each entry
 * in the page how many there are; the one that has the focus stays in the page.
 */
export function LongList<T>({
  entries,
  keyOf,
  className = '',
  label,
  atOnce = MOST_AT_ONCE,
  current = -1,
  children,
}: {
  readonly entries: readonly T[];
  readonly keyOf: (entry: T, index: number) => string | number;
  readonly className?: string;
  readonly label?: string;
  /** Up to so many entries are all in the page. */
  readonly atOnce?: number;
  /** The position of the entry that is to be in sight; -1 for none. */
  readonly current?: number;
  /** What an entry shows; the list item is around it. */
  readonly children: (entry: T, index: number) => ReactNode;
}) {
  const host = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const [margin, setMargin] = useState<number | null>(null);
  const [focused, setFocused] = useState(-1);
  const long = entries.length > atOnce;
  const handle = useRef<VirtualizerHandle>(null);
  const there = margin !== null;
  useEffect(() => {
    if (there && current !== -1) handle.current?.scrollToIndex(current, { align: 'nearest' });
  }, [there, current]);
  useLayoutEffect(() => {
    const list = host.current;
    if (!long || !list) return;
    const around = scrollerOf(list);
    scroller.current = around;
    const measure = () => {
      const above = list.getBoundingClientRect().top - around.getBoundingClientRect().top;
      setMargin(Math.round(above + around.scrollTop));
    };
    measure();
    // What stands above the list may grow.
    const watched = new ResizeObserver(measure);
    for (const each of [around, ...around.children]) watched.observe(each);
    return () => watched.disconnect();
  }, [long]);
  if (!long)
    return (
      <ul className={`long-list ${className}`} aria-label={label}>
        {entries.map((entry, index) => (
          <li key={keyOf(entry, index)}>{children(entry, index)}</li>
        ))}
      </ul>
    );
  return (
    <div
      ref={host}
      role="list"
      className={`long-list ${className}`}
      aria-label={label}
      onFocus={({ target }) => setFocused(indexOf(target))}
    >
      {margin !== null && (
        <Size value={entries.length}>
          <Virtualizer
            ref={handle}
            scrollRef={scroller}
            startMargin={margin}
            bufferSize={BUFFER}
            keepMounted={focused === -1 || focused >= entries.length ? [] : [focused]}
            data={entries}
            item={Item}
          >
            {(entry, index) => <div key={keyOf(entry, index)}>{children(entry, index)}</div>}
          </Virtualizer>
        </Size>
      )}
    </div>
  );
}

function Item({
  style,
  index,
  children,
  ref,
}: {
  readonly style: React.CSSProperties;
  readonly index: number;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}) {
  return (
    <div
      ref={ref}
      role="listitem"
      style={style}
      data-entry={index}
      aria-setsize={use(Size)}
      aria-posinset={index + 1}
    >
      {children}
    </div>
  );
}

/** The position of the entry an element stands in; -1 when it is in none. */
function indexOf(element: Element): number {
  return Number(element.closest('[data-entry]')?.getAttribute('data-entry') ?? -1);
}

/** What scrolls around an element. */
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let around: HTMLElement | null = element; around; around = around.parentElement) {
    const { overflowY } = getComputedStyle(around);
    if (overflowY === 'auto' || overflowY === 'scroll') return around;
  }
  return document.documentElement;
}
