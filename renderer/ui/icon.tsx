/** Drawn in a square of 16 by 16, as lines in the colour of the text. */
const PATHS = {
  outline: 'M2 3.5h12M5 8h9M5 12.5h9',
  pane: 'M3.7 2.7h8.6a2 2 0 0 1 2 2v6.6a2 2 0 0 1-2 2H3.7a2 2 0 0 1-2-2V4.700a2 2 0 0 1 2-2zM10 2.7v10.6',
  search: 'M11.6 7A4.6 4.6 0 1 1 2.4 7a4.6 4.6 0 0 1 9.2 0zM10.5 10.500l3.6 3.6',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.7 3.500l-3 3 3 3',
  redo: 'M13 6.5H6.500a3.5 3.5 0 0 0 0 7H10M10.3 3.500l3 3-3 3',
  funnel: 'M2.5 3.500h11L9.3 8.500v4l-2.6 1v-5z',
} as const;

/** A small picture on a button, which has to say in words what it does. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
