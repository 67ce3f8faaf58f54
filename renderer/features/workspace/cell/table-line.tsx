import type { CSSProperties } from 'react';
import { isFigure, type CellPart, type HeldPlace, type TableShape } from '../../../session/rows/tables';
import type { CellProps } from './cell-props';
import { ParagraphView } from './paragraph-view';

/** A character is so wide at the most, in letters high (em): a column as wide as its longest word holds it. */
const CHARACTER = 0.56;

/** The least widths of tables for which the styles know how wide a column of the window has to be, in em. */
const STEPS = [12, 18, 24, 32, 40];

/**
 * The cells of one line of a table, beside each other as in the article; one below the other, each with the head of its column,
 * where the column of the window is too narrow for their words.
 */
export function TableLine({
  part: { shape, line, places },
  cell,
}: {
  readonly part: Extract<CellPart, { kind: 'line' }>;
  readonly cell: CellProps;
}) {
  const columns = shape.columns.map(
    ({ share, least }) => `minmax(${(least * CHARACTER).toFixed(2)}em, ${share}fr)`,
  );
  const least = shape.columns.reduce((sum, column) => sum + column.least * CHARACTER, 0);
  const style = { '--table-columns': columns.join(' ') } as CSSProperties;
  return (
    <div
      className={['table-line', line === 0 ? 'first' : '', line === shape.lines - 1 ? 'last' : ''].join(' ')}
      data-least={STEPS.find((step) => step >= least) ?? STEPS.at(-1)}
      style={style}
    >
      {places.map((place) => (
        <div
          key={place.column}
          className={classesOf(place)}
          data-head={headOf(place, shape)}
          style={placeOf(place)}
        >
          {place.paragraphs.map((paragraph) => (
            <ParagraphView key={paragraph.id} {...cell} paragraph={paragraph} />
          ))}
        </div>
      ))}
    </div>
  );
}

function placeOf({ column, columnSpan }: HeldPlace): CSSProperties {
  return { '--table-place': `${column + 1} / span ${columnSpan}` } as CSSProperties;
}

/** What the head says over a cell below it. */
function headOf({ column, columnSpan, paragraphs }: HeldPlace, { columns }: TableShape): string | undefined {
  const isUnder = columnSpan === 1 && paragraphs.some((paragraph) => !paragraph.cell?.header);
  return (isUnder && columns[column]?.head) || undefined;
}

function classesOf({ paragraphs, comesDown, goesOn }: HeldPlace): string {
  const isFilled = paragraphs.length > 0;
  return [
    'table-cell',
    ...(isFilled ? [] : ['empty']),
    ...(isFilled && paragraphs.every(({ text }) => isFigure(text)) ? ['figures'] : []),
    ...(isFilled && paragraphs.every((paragraph) => paragraph.cell?.header) ? ['of-head'] : []),
    ...(comesDown ? ['comes-down'] : []),
    ...(goesOn ? ['goes-on'] : []),
  ].join(' ');
}
