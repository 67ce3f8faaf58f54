import { memo, useMemo, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { FindingSpan } from '../../../shared/checks/engine/finding';
import type { Settings } from '../../../shared/contract/settings';
import { LANGUAGES, type Language } from '../../../shared/model/language';
import type { Flag } from '../../../shared/model/flag';
import type { Row } from '../../../shared/model/row';
import { findingNow } from '../../session/matters/findings-store';
import { useRowFindings } from '../../hooks/use-row-findings';
import { dropParagraph } from '../../session/rows/drop-paragraph';
import { selectRow } from '../../session/place/navigation';
import type { ShownMatter } from '../../session/matters/matter';
import { needsAlignmentCheck, rowFlags, type RowCriteria } from '../../session/rows/row-filters';
import type { TableShapes } from '../../session/rows/tables';
import { matterAt } from './text/mark-elements';
import { targetAt } from '../../session/place/target';
import { wordsIn } from '../../session/place/target-now';
import { select, setView, viewStore, type Editing } from '../../session/place/view-store';
import type { Selected } from '../../session/place/selected';
import { Icon } from '../../ui/icon';
import { DRAG_TYPE } from './drag-type';
import { CellView } from './cell/cell';
import { RowMarks } from './row-marks';
import type { PaintHit } from '../../session/paint/pieces';
import { useSentences } from '../../hooks/use-sentences';
import type { RowSentences } from '../../session/rows/sentence-links';
import type { Asked } from '../../session/acts/menus';

const NO_SPANS: readonly FindingSpan[] = [];

export interface RowViewProps {
  readonly row: Row;
  /** Position in the project, from 0. */
  readonly index: number;
  readonly columns: readonly Language[];
  readonly selected: Selected | null;
  readonly editing: Editing | null;
  readonly criteria: RowCriteria;
  readonly tables: TableShapes;
  readonly hits: ReadonlyMap<string, readonly PaintHit[]>;
  readonly textView: Settings['textView'];
  readonly readOnly: boolean;
  /** Whether a click opens a text for writing. */
  readonly writable: boolean;
  /** Hears what a menu is asked for, and where on the screen. */
  readonly onMenu: (asked: Asked, x: number, y: number) => void;
}

/** One row: its number and marks at the left, then a cell for each column. */
export const RowView = memo(function RowView(props: RowViewProps) {
  const { row, index, columns, selected, onMenu } = props;
  const { t } = useTranslation();
  const sentences = useSentences(row);
  const findings = useRowFindings(row.id);
  const shown = useStore(viewStore, (state) => state.shown);
  const compared = useMemo(() => comparedIn(row, props.criteria, shown), [row, props.criteria, shown]);
  const [hovered, setHovered] = useState<number | null>(null);
  const sentence = useStore(viewStore, (state) => (selected ? state.sentence : null));
  const stepped = sentence && linkAt(sentences, sentence.paragraphId, sentence.start);
  const lit = stepped ?? hovered;
  const [dropLanguage, setDropLanguage] = useState<Language | null>(null);
  const allow = (event: DragEvent, over: Language) => {
    if (!event.dataTransfer.types.includes(DRAG_TYPE)) return;
    event.preventDefault();
    setDropLanguage(over);
  };
  const drop = (event: DragEvent, over: Language) => {
    setDropLanguage(null);
    const [from, paragraphId] = event.dataTransfer.getData(DRAG_TYPE).split(' ');
    if (from !== over || !paragraphId) return;
    event.preventDefault();
    void dropParagraph(paragraphId, row.id, over);
  };
  const check = needsAlignmentCheck(row, props.criteria);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={selected ? 'row chosen' : 'row'}
      data-row={row.id}
      data-index={index}
      data-testid="row"
      onMouseOver={({ target }) => setHovered(linkUnder(target))}
      // Whichever was moved last says what is lit: the mouse, or the caret and the keys.
      onMouseMove={() => stepped !== null && setView({ sentence: null })}
      onMouseLeave={() => setHovered(null)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(askedAt(row, event.target), event.clientX, event.clientY);
      }}
    >
      <div
        role="rowheader"
        className="gutter"
        onClick={({ target }) => {
          if (!(target instanceof Element && target.closest('button'))) chooseRow(row, columns);
        }}
      >
        <span className="number">{index + 1}</span>
        {row.confirmed ? (
          <span className="mark confirmed" title={t('row.confirmed')}>
            <Icon name="link" />
          </span>
        ) : check ? (
          // What it means is told where the mouse rests, and what to do about it where it is pressed.
          <button
            type="button"
            className="mark check"
            tabIndex={-1}
            aria-label={t('row.check', { percent: Math.round(row.confidence * 100) })}
            data-doubt={row.id}
          >
            ?
          </button>
        ) : null}
        <RowMarks
          row={row}
          number={index + 1}
          criteria={props.criteria}
          findings={findings}
          columns={columns}
        />
        <button
          type="button"
          className="row-menu"
          tabIndex={-1}
          aria-label={t('row.menu', { number: index + 1 })}
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            onMenu(askedAt(row, event.currentTarget), box.left, box.bottom);
          }}
        >
          ⋮
        </button>
      </div>
      {columns.map((each, columnIndex) => (
        <div
          key={each}
          className="drop-target"
          onDragOver={(event) => allow(event, each)}
          onDragLeave={() => setDropLanguage(null)}
          onDrop={(event) => drop(event, each)}
        >
          <CellView
            row={row}
            language={each}
            columnIndex={columnIndex}
            selected={selected?.language === each ? selected : null}
            editing={props.editing}
            criteria={props.criteria}
            tables={props.tables[each]}
            findings={findings}
            compared={compared}
            hits={props.hits}
            textView={props.textView}
            readOnly={props.readOnly}
            writable={props.writable}
            dropping={dropLanguage === each}
            sentences={sentences}
            lit={lit}
            onCaret={setCaret}
          />
        </div>
      ))}
    </div>
  );
});

/** Goes to a row, in the language a person is in: keys act on it. */
function chooseRow(row: Row, columns: readonly Language[]): void {
  const { selected } = viewStore.getState();
  if (selected?.rowId === row.id) select(selected);
  else selectRow(row, selected?.language ?? columns[0] ?? LANGUAGES[0]);
}

/** The places in a row that the flag or the finding a person looks at is about. */
function comparedIn(row: Row, criteria: RowCriteria, shown: ShownMatter | null): readonly FindingSpan[] {
  if (!shown) return NO_SPANS;
  const { cells } = row;
  const { matter } = shown;
  const spans =
    matter.kind === 'finding'
      ? (findingNow(matter.rowId, matter.key)?.spans ?? NO_SPANS)
      : matter.kind === 'flag'
        ? textSpans(rowFlags(row, criteria).find(({ id }) => id === matter.flagId))
        : NO_SPANS;
  const here = spans.filter(({ language, paragraphId }) =>
    cells[language].paragraphs.some(({ id }) => id === paragraphId),
  );
  return here.length > 0 ? here : NO_SPANS;
}

function textSpans(flag: Flag | undefined): readonly FindingSpan[] {
  return flag?.spans.flatMap((span) => (span.at === 'text' ? [span] : [])) ?? NO_SPANS;
}

function setCaret(paragraphId: string, start: number): void {
  setView({ sentence: { paragraphId, start } });
}

/** The link of the sentence at an offset of a paragraph. */
function linkAt(sentences: RowSentences, paragraphId: string, offset: number): number | null {
  return sentences.get(paragraphId)?.find(({ start, end }) => start <= offset && offset <= end)?.link ?? null;
}

function linkUnder(target: EventTarget): number | null {
  const piece = target instanceof Element ? target.closest<HTMLElement>('[data-link]') : null;
  return piece ? Number(piece.dataset['link']) : null;
}

/**
 * What a menu opened there is about: the paragraph under the mouse, the cell around it, or at the row's number the row.
 * What was chosen before counts only where nothing else says which paragraph of a cell is meant.
 */
function askedAt(row: Row, under: EventTarget): Asked {
  const at = under instanceof Element ? under : null;
  const { selected, sentence } = viewStore.getState();
  const cell = at?.closest<HTMLElement>('.cell');
  const language = LANGUAGES.find((each) => each === cell?.lang);
  if (!language) {
    const paragraphId = selected?.rowId === row.id ? selected.paragraphId : null;
    const place = { rowId: row.id, language: selected?.language ?? LANGUAGES[0], paragraphId };
    return { of: 'row', target: targetAt(place) };
  }
  const { paragraphs } = row.cells[language];
  const before = paragraphs.find(({ id }) => id === selected?.paragraphId) ?? paragraphs[0];
  const paragraphId = at?.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? before?.id ?? null;
  const place = { rowId: row.id, language, paragraphId };
  const here = sentence?.paragraphId === paragraphId ? sentence : null;
  const matter = matterAt(under, null);
  const target = { place, sentence: sentenceUnder(under) ?? here, words: wordsIn(place), matter };
  return { of: at?.closest('.editor, .text') ? 'text' : 'cell', target };
}

function sentenceUnder(target: EventTarget): { paragraphId: string; start: number } | null {
  const piece = target instanceof Element ? target.closest<HTMLElement>('[data-sentence]') : null;
  const paragraphId = piece?.closest<HTMLElement>('[data-place]')?.dataset['place'];
  return piece && paragraphId ? { paragraphId, start: Number(piece.dataset['sentence']) } : null;
}
