/** Drawn in a square of 16 by 16, as lines in the colour of the text. */
const PATHS = {
  outline: 'M2 3.5h12M5 8h9M5 12.5h9',
  pane: 'M3.7 2.7h8.6a2 2 0 0 1 2 2v6.6a2 2 0 0 1-2 2H3.7a2 2 0 0 1-2-2V4.7a2 2 0 0 1 2-2zM10 2.7v10.6',
  search: 'M11.6 7A4.6 4.6 0 1 1 2.4 7a4.6 4.6 0 0 1 9.2 0zM10.5 10.5l3.6 3.6',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.7 3.5l-3 3 3 3',
  redo: 'M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M10.3 3.5l3 3-3 3',
  edit: 'M6 2.5c1.4 0 2 .7 2 1.5v8c0 .8-.6 1.5-2 1.5M10 2.5C8.6 2.5 8 3.2 8 4M8 12c0 .8.6 1.5 2 1.5M6.5 8h3',
  suggest: 'M2.5 13.5l.7-3 7.3-7.3 2.3 2.3-7.3 7.3zM9 14h5',
  read: 'M8 4.2C6.5 3.2 4.5 3 2 3v9.5c2.5 0 4.5.2 6 1.2 1.5-1 3.5-1.2 6-1.2V3c-2.5 0-4.5.2-6 1.2zv9.3',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7l.9-.9',
  funnel: 'M2.5 3.5h11L9.3 8.5v4l-2.6 1v-5z',
  said: 'M2 3h7.5v5.5H6L3.8 10.5v-2H2zM11.5 6H14v5h-1.8v2L10 11H7.5',
} as const;

/** A small picture on a button, which has to say in words what it does. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
