import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/model/language';
import type { Row } from '../../../../shared/model/row';
import { edit } from '../../../session/place/navigation';
import { select } from '../../../session/place/view-store';
import { partsOf, type CellPart } from '../../../session/rows/tables';
import { readTextSelection } from '../text/text-selection';
import type { CellProps } from './cell-props';
import { findingOfGap, GapNote } from './gap-note';
import { ParagraphView } from './paragraph-view';
import { ReviewMarks } from './review-marks';
import { TableLine } from './table-line';

/** One language of one row. */
export function CellView(props: CellProps) {
  const { row, language, columnIndex, selected, editing, criteria, findings, dropping } = props;
  const { t } = useTranslation();
  const cell = row.cells[language];
  const host = useRef<HTMLDivElement>(null);
  const held = cell.paragraphs.some((paragraph) => paragraph.id === editing?.paragraphId);
  const chosen = selected !== null;
  useEffect(() => {
    const focused = document.activeElement;
    const free = !focused || focused === document.body || focused.closest('[role="grid"]') !== null;
    if (chosen && !held && free) host.current?.focus({ preventScroll: true });
  }, [chosen, held]);
  const gapFlag = criteria.byGapRow
    .get(row.id)
    ?.find(({ spans }) => spans.some((span) => span.at === 'gap' && span.language === language));
  const missing = cell.paragraphs.length === 0;
  const parts = useMemo(() => partsOf(cell.paragraphs, props.tables), [cell.paragraphs, props.tables]);
  return (
    <div
      ref={host}
      role="gridcell"
      aria-colindex={columnIndex + 2}
      aria-selected={chosen}
      tabIndex={chosen ? 0 : -1}
      lang={language}
      className={[
        'cell',
        missing ? 'gap' : '',
        parts.some(isLine) ? 'table' : '',
        chosen ? 'chosen' : '',
        dropping ? 'dropping' : '',
      ].join(' ')}
      data-testid={`cell-${language}`}
      onClick={(event) => clickCell(event, row, language, props.writable)}
    >
      {missing && (
        <GapNote
          row={row}
          language={language}
          flag={gapFlag ?? null}
          finding={findingOfGap(findings, language)}
          writable={props.writable}
        />
      )}
      {parts.map((part) =>
        part.kind === 'paragraph' ? (
          <ParagraphView key={part.paragraph.id} {...props} paragraph={part.paragraph} />
        ) : (
          <TableLine key={`line ${part.table} ${part.line}`} part={part} cell={props} />
        ),
      )}
      {!missing && <ReviewMarks row={row} language={language} chosen={chosen} readOnly={props.readOnly} />}
      {!missing && cell.status !== 'translated' && (
        <span className={`status ${cell.status}`} title={t(`status.${cell.status}`)}>
          {t(`status.${cell.status}`)}
        </span>
      )}
    </div>
  );
}

function isLine(part: CellPart): part is Extract<CellPart, { kind: 'line' }> {
  return part.kind === 'line';
}

/** A click beside the words of a cell: as in a document, the caret goes to the nearest of them. */
function clickCell(event: MouseEvent<HTMLElement>, row: Row, language: Language, writable: boolean): void {
  const { paragraphs } = row.cells[language];
  const { currentTarget, target, clientY } = event;
  if (target instanceof Element && target.closest('button')) return;
  if (paragraphs.length === 0) return select({ rowId: row.id, language, paragraphId: null });
  const isBeside = target === currentTarget || (target instanceof Element && target.matches('.paragraph'));
  if (!isBeside || event.ctrlKey || event.metaKey || readTextSelection(document.getSelection())) return;
  const places = [...currentTarget.querySelectorAll<HTMLElement>('[data-place]')];
  const below = places.find((place) => place.getBoundingClientRect().bottom >= clientY) ?? places.at(-1);
  const paragraph = paragraphs.find(({ id }) => id === below?.dataset['place']);
  if (!paragraph) return;
  if (writable) edit(row.id, language, paragraph.id, paragraph.text.length);
  else select({ rowId: row.id, language, paragraphId: paragraph.id });
}
