import type { CellPart, HeldPlace } from '../../../session/rows/tables';
import type { CellProps } from './cell-props';
import { ParagraphView } from './paragraph-view';

/** What is only figures and signs stands under other figures. */
const FIGURES = /^[\p{N}\p{P}\p{S}\s]+$/u;

/** The cells of one line of a table, beside each other as in the article. */
export function TableLine({
  part: { shape, line, places },
  cell,
}: {
  readonly part: Extract<CellPart, { kind: 'line' }>;
  readonly cell: CellProps;
}) {
  const columns = shape.widths.map((width) => `minmax(0, ${width}fr)`).join(' ');
  return (
    <div
      className={['table-line', line === 0 ? 'first' : '', line === shape.lines - 1 ? 'last' : ''].join(' ')}
      style={{ gridTemplateColumns: columns }}
    >
      {places.map((place) => (
        <div
          key={place.column}
          className={classesOf(place)}
          style={{ gridColumn: `${place.column + 1} / span ${place.columnSpan}` }}
        >
          {place.paragraphs.map((paragraph) => (
            <ParagraphView key={paragraph.id} {...cell} paragraph={paragraph} />
          ))}
        </div>
      ))}
    </div>
  );
}

function classesOf({ paragraphs, comesDown, goesOn }: HeldPlace): string {
  const isFilled = paragraphs.length > 0;
  return [
    'table-cell',
    ...(isFilled && paragraphs.every(({ text }) => FIGURES.test(text)) ? ['figures'] : []),
    ...(isFilled && paragraphs.every((paragraph) => paragraph.cell?.header) ? ['of-head'] : []),
    ...(comesDown ? ['comes-down'] : []),
    ...(goesOn ? ['goes-on'] : []),
  ].join(' ');
}
