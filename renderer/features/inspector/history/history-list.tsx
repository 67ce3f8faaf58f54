import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Command } from '../../../../shared/commands/command';
import type { HistoryLine, HistoryPage } from '../../../../shared/contract/channels';
import { findParagraph } from '../../../../shared/model/find-paragraph';
import { LANGUAGES } from '../../../../shared/model/language';
import type { Row } from '../../../../shared/model/row';
import { cutText } from '../../../../shared/model/cut-text';
import { bridge } from '../../../session/bridge';
import { handOver } from '../../../session/typing/active-editor';
import { compareWithRevision } from '../../../session/matters/baseline';
import { formatTime } from '../../../../shared/interface/format-time';
import { projectStore } from '../../../session/project/project-store';
import { useAuthor } from '../../../hooks/use-shown-flags';
import { useReviewingBlind } from '../../../hooks/use-shown-flags';
import { select, setView, viewStore } from '../../../session/place/view-store';

const LISTED = 100;

/** What others did of this kind is not told to a person who reviews blind. */
const TELLS_OF_FLAGS: ReadonlySet<string> = new Set<Command['type']>([
  'addFlag',
  'editFlag',
  'removeFlag',
  'setFlagStatus',
  'assignFlag',
  'commentFlag',
  'applyFix',
]);

const NO_ROWS: readonly Row[] = [];

/** What was done, newest first; what undo took back is struck out. */
export function HistoryList() {
  const { t } = useTranslation();
  const project = useStore(projectStore, (state) => state.project);
  const rows = project?.rows ?? NO_ROWS;
  const selectedRowId = useStore(viewStore, (state) => state.selected?.rowId);
  const own = useAuthor();
  const blind = useReviewingBlind();
  const [author, setAuthor] = useState<string | null>(null);
  const [rowOnly, setRowOnly] = useState(false);
  const [page, setPage] = useState<HistoryPage | null>(null);
  const ids = useMemo(
    () => (rowOnly ? idsOf(rows.find((row) => row.id === selectedRowId)) : null),
    [rows, rowOnly, selectedRowId],
  );
  useEffect(() => {
    let wanted = true;
    void bridge
      .request('project/history', { limit: LISTED, author, ids })
      .then((told) => wanted && setPage(told));
    return () => {
      wanted = false;
    };
  }, [project, author, ids]);
  if (page === null) return null;
  const lines = page.lines.filter((line) => !blind || line.author === own || !TELLS_OF_FLAGS.has(line.label));
  return (
    <section>
      <h2>{t('history.heading')}</h2>
      <div className="history-filters">
        <select
          value={author ?? ''}
          aria-label={t('history.author')}
          data-testid="history-author"
          onChange={(event) => setAuthor(event.target.value || null)}
        >
          <option value="">{t('history.anybody')}</option>
          {page.authors.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
        <label className="check-field">
          <input
            type="checkbox"
            checked={rowOnly}
            data-testid="history-row-only"
            onChange={(event) => setRowOnly(event.target.checked)}
          />
          {t('history.thisRow')}
        </label>
      </div>
      {page.lines.length === 0 && (
        <p className="quiet">{t(page.authors.length === 0 ? 'history.none' : 'history.noneSuch')}</p>
      )}
      <ol className="history">
        {lines.map((line) => (
          <Line key={line.seq} line={line} row={line.place && findRow(rows, line.place)} />
        ))}
      </ol>
    </section>
  );
}

/** A row as it is now, with its number as people count. */
interface NumberedRow {
  readonly row: Row;
  readonly number: number;
}

function Line({ line, row }: { readonly line: HistoryLine; readonly row: NumberedRow | null }) {
  const { t } = useTranslation();
  const { seq, label, author, time, undone, place } = line;
  const compare = async () => {
    await handOver();
    await compareWithRevision(seq, time);
  };
  const go = () => {
    if (!row) return;
    const language = place?.language ?? viewStore.getState().selected?.language ?? 'ru';
    const { paragraphs } = row.row.cells[language];
    const there = paragraphs.find(({ id }) => id === place?.paragraphId) ?? paragraphs[0];
    setView({ filter: 'all' });
    select({ rowId: row.row.id, language, paragraphId: there?.id ?? null });
  };
  const lang = place?.language ?? undefined;
  return (
    <li className={undone ? 'undone' : ''} data-testid="history-line">
      <span>{t(`done.${label}`)}</span>
      {place && (
        <button type="button" className="place" disabled={!row} onClick={go}>
          <span className="place-language">
            {row ? t('inspector.rowNumber', { number: row.number }) : t('changes.rowGone')}
          </span>
          <span lang={lang}>
            {place.removed !== '' && <del>{cutText(place.removed)}</del>}
            {place.added !== '' && <ins>{cutText(place.added)}</ins>}
            {cutText(place.words)}
          </span>
        </button>
      )}
      <small>
        {cutText(author, 60)} · {formatTime(time, t)}
      </small>
      <button type="button" className="link-button" onClick={() => void compare()}>
        {t('history.compare')}
      </button>
    </li>
  );
}

/** Finds the row of a place, by its paragraph where that has moved on; null when it is gone. */
function findRow(
  rows: readonly Row[],
  { rowId, paragraphId }: NonNullable<HistoryLine['place']>,
): NumberedRow | null {
  const place = findParagraph(rows, paragraphId ?? '');
  const index = place?.rowIndex ?? rows.findIndex(({ id }) => id === rowId);
  const row = rows[index];
  return row ? { row, number: index + 1 } : null;
}

/** The ids of a row and its paragraphs. */
function idsOf(row: Row | undefined): string[] {
  if (!row) return [];
  return [row.id, ...LANGUAGES.flatMap((language) => row.cells[language].paragraphs.map(({ id }) => id))];
}
