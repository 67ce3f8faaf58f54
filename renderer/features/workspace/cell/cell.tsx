import { useEffect, useMemo, useRef, useState, type DragEvent, type MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Finding, FindingSpan } from '../../../../shared/checks/engine/finding';
import { findingSentence } from '../../../../shared/contract/finding-sentence';
import type { Settings } from '../../../../shared/contract/settings';
import type { Flag } from '../../../../shared/model/flag';
import type { Language } from '../../../../shared/model/language';
import type { Paragraph } from '../../../../shared/model/paragraph';
import type { Row } from '../../../../shared/model/row';
import { baselineText } from '../../../../shared/reconcile/baseline';
import { useBaselineRule } from '../../../hooks/use-baseline';
import { edit } from '../../../session/place/navigation';
import type { RowCriteria } from '../../../session/rows/row-filters';
import { inPresentText } from '../../../session/place/present-text';
import { partsOf, type CellPart, type TableShapes } from '../../../session/rows/tables';
import { unkeptStore } from '../../../session/typing/unkept-store';
import {
  leaveText,
  select,
  togglePicked,
  viewStore,
  type Editing,
  type Selected,
} from '../../../session/place/view-store';
import {
  breakAt,
  dropUnwritten,
  joinWithPrevious,
  moveFromEditor,
  pasteAt,
  tellEnd,
  writeMissing,
} from '../../../session/typing/writing';
import { DRAG_TYPE } from '../drag-type';
import { endClick } from '../text/end-click';
import { MarkedText } from '../text/marked-text';
import { ParagraphEditor } from '../editor/paragraph-editor';
import { ParagraphText } from '../text/paragraph-text';
import { Shape } from '../../../ui/shape';
import { ReviewMarks } from './review-marks';
import { placeBefore, stretchOf } from '../../../session/paint/stretch';
import { StretchBar } from './stretch-bar';
import type { Look } from '../../../session/paint/paint-paragraph';
import {
  NO_FINDINGS,
  type PaintFindings,
  type PaintHit,
  type PaintSentence,
} from '../../../session/paint/pieces';
import type { RowSentences } from '../../../session/rows/sentence-links';
import { offsetAtPoint, readTextSelection } from '../text/text-selection';

/** So much of a long text is shown before the place that is looked at. */
const CONTEXT = 100;

const NO_FLAGS: readonly Flag[] = [];
const NO_HITS: readonly PaintHit[] = [];
const NO_SENTENCES: readonly PaintSentence[] = [];

export interface CellProps {
  readonly row: Row;
  readonly language: Language;
  readonly columnIndex: number;
  /** The person's place, when it is in this cell. */
  readonly selected: Selected | null;
  readonly editing: Editing | null;
  readonly criteria: RowCriteria;
  /** How the tables of the version are drawn. */
  readonly tables: TableShapes[Language];
  /** What the checks find in the row. */
  readonly findings: readonly Finding[];
  /** The places the finding a person looks at is about. */
  readonly compared: readonly FindingSpan[];
  readonly hits: ReadonlyMap<string, readonly PaintHit[]>;
  readonly textView: Settings['textView'];
  readonly readOnly: boolean;
  /** Whether a click opens a text for writing. */
  readonly writable: boolean;
  readonly dropping: boolean;
  readonly sentences: RowSentences;
  readonly lit: number | null;
  /** Hears where the caret of the live editor is, a UTF-16 offset. */
  readonly onCaret: (paragraphId: string, offset: number) => void;
}

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
  const gapFlags = criteria.byGapRow.get(row.id) ?? NO_FLAGS;
  const gapFlag = gapFlags.find((flag) =>
    flag.spans.some((span) => span.at === 'gap' && span.language === language),
  );
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
        <Gap
          row={row}
          language={language}
          flag={gapFlag ?? null}
          finding={findingsOfGap(findings, language)}
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
        <span className={`status ${cell.status}`}>{t(`status.${cell.status}`)}</span>
      )}
    </div>
  );
}

function isLine(part: CellPart): part is Extract<CellPart, { kind: 'line' }> {
  return part.kind === 'line';
}

/** What is only figures and signs stands under other figures. */
const FIGURES = /^[\p{N}\p{P}\p{S}\s]+$/u;

/** The cells of one line of a table, beside each other as in the article. */
function TableLine({
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
      {places.map((paragraphs, column) => (
        <div
          key={column}
          className={
            paragraphs.length > 0 && paragraphs.every(({ text }) => FIGURES.test(text))
              ? 'table-cell figures'
              : 'table-cell'
          }
        >
          {paragraphs.map((paragraph) => (
            <ParagraphView key={paragraph.id} {...cell} paragraph={paragraph} />
          ))}
        </div>
      ))}
    </div>
  );
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

function ParagraphView({
  paragraph,
  row,
  language,
  selected,
  editing,
  criteria,
  findings,
  compared,
  hits,
  textView,
  readOnly,
  writable,
  sentences,
  lit,
  onCaret,
}: CellProps & { readonly paragraph: Paragraph }) {
  const { t, i18n } = useTranslation();
  const unkept = useStore(unkeptStore, ({ waiting, refusal }) => refusal && waiting.get(paragraph.id));
  const baseline = useBaselineRule();
  const picked = useStore(viewStore, (state) => state.picked.includes(paragraph.id));
  const look = useLook({
    paragraph,
    baseline: baselineText(baseline, paragraph),
    flags: criteria.byParagraph.get(paragraph.id) ?? NO_FLAGS,
    findings: useFindingsIn(paragraph.id, findings, compared),
    hits: hits.get(paragraph.id) ?? NO_HITS,
    sentences: sentences.get(paragraph.id) ?? NO_SENTENCES,
    lit,
    textView,
  });
  const host = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useShownFrom(
    look.hits.find((hit) => hit.current) ?? look.findings.compared[0] ?? null,
  );
  if (editing?.paragraphId === paragraph.id && writable) {
    return (
      <div
        className={`paragraph ${paragraph.role} editing`}
        data-role={paragraph.role}
        data-place={paragraph.id}
      >
        {paragraph.label && paragraph.role !== 'paragraph' && <Label paragraph={paragraph} />}
        <ParagraphEditor
          paragraph={paragraph}
          language={language}
          label={t('cell.editing', { language: t(`language.${language}`) })}
          caret={editing.caret}
          end={editing.end}
          look={look}
          onCaret={(offset) => onCaret(paragraph.id, offset)}
          onLeave={leaveText}
          onClosed={() => void dropUnwritten(paragraph.id)}
          onBreak={(offset) => breakAt(row, language, paragraph.id, offset)}
          onPaste={(start, end, parts) => pasteAt(paragraph.id, start, end, parts)}
          onJoin={() => joinWithPrevious(row, language, paragraph.id)}
          onEnd={() => tellEnd(row, language, paragraph.id)}
          onMove={(to) => moveFromEditor(row, language, paragraph.id, to)}
        />
      </div>
    );
  }
  const click = (event: MouseEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey) return togglePicked(paragraph.id);
    if (readTextSelection(document.getSelection())) return;
    if (!writable) return select({ rowId: row.id, language, paragraphId: paragraph.id });
    const at = offsetAtPoint(event.currentTarget, event.clientX, event.clientY);
    const caret =
      at === null ? paragraph.text.length : inPresentText(paragraph.id, { start: at, end: at }).start;
    // The present text comes in place of the earlier one, and its words stand elsewhere.
    if (textView === 'original') endClick();
    edit(row.id, language, paragraph.id, caret);
  };
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(DRAG_TYPE, `${language} ${paragraph.id}`);
    event.dataTransfer.effectAllowed = 'move';
  };
  const goTo = (place: number) => {
    flushSync(() => setFrom(place));
    host.current?.scrollIntoView({ block: 'start' });
  };
  const shown = textView === 'original' ? look.baseline : paragraph;
  const stretch = stretchOf(shown, from, row.cells[language].paragraphs.length);
  const isPart = stretch.end - stretch.start < shown.text.length;
  const several = row.cells[language].paragraphs.length > 1;
  return (
    <>
      <div
        ref={host}
        className={`paragraph ${paragraph.role}${several && selected?.paragraphId === paragraph.id ? ' here' : ''}${picked ? ' picked' : ''}`}
        data-role={paragraph.role}
        data-place={paragraph.id}
        style={{ marginInlineStart: `${paragraph.depth * 1.4}em` }}
      >
        {!readOnly && (
          <span className="grip" draggable onDragStart={drag} title={t('cell.drag')} aria-hidden="true" />
        )}
        {paragraph.label && <Label paragraph={paragraph} />}
        <MarkedText paragraphId={paragraph.id} language={language} onClick={click}>
          {paragraph.text === '' && textView !== 'original' ? (
            <span className="emptied">{t('cell.emptied')}</span>
          ) : null}
          {unkept ? (
            // No flag, finding or change has a place in a text the project does not have.
            unkept.content.text
          ) : (
            <ParagraphText look={look} from={stretch.start} to={stretch.end} />
          )}
        </MarkedText>
      </div>
      {isPart && (
        <StretchBar
          paragraphId={paragraph.id}
          text={shown.text}
          language={language}
          stretch={stretch}
          before={placeBefore(shown, stretch, row.cells[language].paragraphs.length)}
          // Where another text is shown, its places are not those of the present one.
          readOnly={!writable || shown !== paragraph}
          onGo={goTo}
        />
      )}
      {unkept && (
        <div className="review-marks" lang={i18n.language}>
          <span className="review-mark unkept" data-testid="unkept">
            ! {t('cell.notKept')}
          </span>
        </div>
      )}
    </>
  );
}

/** From where on a long text is shown: where a person went last, or a little before the place that is looked at now. */
function useShownFrom(place: { readonly start: number } | null): [number, (from: number) => void] {
  const [from, setFrom] = useState(0);
  const [lookedAt, setLookedAt] = useState<number | null>(null);
  const start = place?.start ?? null;
  if (start !== lookedAt) {
    setLookedAt(start);
    if (start !== null) setFrom(Math.max(0, start - CONTEXT));
  }
  return [from, setFrom];
}

/** The same look as long as nothing in it changes: only then need nothing be painted anew. */
function useLook({ paragraph, baseline, flags, findings, hits, sentences, lit, textView }: Look): Look {
  return useMemo(
    () => ({ paragraph, baseline, flags, findings, hits, sentences, lit, textView }),
    [paragraph, baseline, flags, findings, hits, sentences, lit, textView],
  );
}

/** What of a row's findings stands in one paragraph. */
function useFindingsIn(
  paragraphId: string,
  findings: readonly Finding[],
  compared: readonly FindingSpan[],
): PaintFindings {
  return useMemo(() => {
    if (findings.length === 0 && compared.length === 0) return NO_FINDINGS;
    return {
      found: findings.filter(({ spans: [first] }) => first?.paragraphId === paragraphId),
      compared: compared.filter((span) => span.paragraphId === paragraphId),
    };
  }, [paragraphId, findings, compared]);
}

function Label({ paragraph }: { readonly paragraph: Paragraph }) {
  return <span className="label">{paragraph.label}</span>;
}

/** What is found of a version having nothing in a row. */
function findingsOfGap(findings: readonly Finding[], language: Language): Finding | null {
  return (
    findings.find(
      ({ params, spans }) =>
        params['language'] === language && !spans.some((span) => span.language === language),
    ) ?? null
  );
}

/** What stands where a version has nothing: a way to write it, and what was said about it. */
function Gap({
  row,
  language,
  flag,
  finding,
  writable,
}: {
  readonly row: Row;
  readonly language: Language;
  readonly flag: Flag | null;
  readonly finding: Finding | null;
  readonly writable: boolean;
}) {
  const { t, i18n } = useTranslation();
  return (
    <div className="gap-note" lang={i18n.language}>
      <span>{t('cell.missing')}</span>
      {flag && (
        <button type="button" className="gap-mark" data-flag={flag.id} data-severity={flag.severity}>
          <Shape name="flag" severity={flag.severity} /> {t('cell.gapFlagged')}
        </button>
      )}
      {finding && (
        <button type="button" className="gap-mark" data-finding={finding.key}>
          <Shape name={finding.severity} /> {findingSentence(finding, t)}
        </button>
      )}
      {writable && (
        <button type="button" className="link-button" onClick={() => void writeMissing(row, language)}>
          {t('cell.write')}
        </button>
      )}
    </div>
  );
}
