import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Language } from '../../../shared/model/language';
import { around } from '../../../shared/search/around';
import type { NoteHit } from '../../../shared/search/search-notes';
import type { Hit } from '../../../shared/search/search-rows';
import { useProject } from '../../hooks/use-project';
import { goToMatter } from '../../session/matters/show-matter';
import type { Find } from '../../session/place/view-store';
import { shownTextOf } from '../../session/project/text-of';
import { hitsByRow, type FoundRow } from '../../session/search/hits-by-row';
import { searchStore } from '../../session/search/search-store';
import { goToHit } from '../../session/search/step-hit';
import { settingsStore, visibleColumns } from '../../session/settings/settings-store';
import { LongList } from '../../ui/long-list';

/** So much stands around what was found, in UTF-16 units of each side. */
const AROUND = 36;

/** Of a version in which nothing was found in a row, so much of its text stands beside. */
const BESIDE = 72;

/** Every place where something was found, row by row in the columns of the texts, which go along; then those in notes. */
export function FoundList({ find }: { readonly find: Find }) {
  const { t } = useTranslation();
  const { hits, notes } = useDeferredValue(useStore(searchStore));
  const settings = useStore(settingsStore, (state) => state.settings);
  const columns = useMemo(() => visibleColumns(settings), [settings]);
  const rows = useMemo(() => hitsByRow(hits), [hits]);
  const entries = useMemo(() => [...rows, ...notes], [rows, notes]);
  if (!find.listed || find.query.trim() === '') return null;
  const index = hits.length === 0 ? -1 : find.index % hits.length;
  const template = `3rem ${columns.map((language) => `minmax(0, ${settings.columns.widths[language]}fr)`).join(' ')}`;
  const style = { '--found-columns': template } as React.CSSProperties;
  return (
    <div
      className="found-list"
      data-testid="found-list"
      style={style}
      role="group"
      aria-label={t('find.listLabel')}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (by === 0 || hits.length === 0) return;
        goToHit((index + by + hits.length) % hits.length);
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <LongList
        entries={entries}
        keyOf={(entry, at) => ('hits' in entry ? entry.rowId : `note ${at}`)}
        current={rows.findLastIndex((row) => row.from <= index)}
      >
        {(entry) =>
          'hits' in entry ? (
            <FoundInRow found={entry} columns={columns} index={index} />
          ) : (
            <FoundInNote hit={entry} />
          )
        }
      </LongList>
    </div>
  );
}

function FoundInRow({
  found,
  columns,
  index,
}: {
  readonly found: FoundRow;
  readonly columns: readonly Language[];
  /** Which of all hits is the present one. */
  readonly index: number;
}) {
  const { t } = useTranslation();
  const { rows } = useProject();
  const at = rows.findIndex(({ id }) => id === found.rowId);
  const row = rows[at];
  if (!row) return null;
  return (
    <div className="found-row" data-testid="found-row">
      <span className="found-number" title={t('find.row', { number: at + 1 })}>
        {at + 1}
      </span>
      {columns.map((language) => {
        const here = found.hits.flatMap((hit, n) =>
          hit.language === language ? [{ hit, at: found.from + n }] : [],
        );
        const [first] = row.cells[language].paragraphs;
        return (
          <div key={language} className="found-cell" lang={language}>
            {here.map((each) => (
              <FoundPlace key={each.at} hit={each.hit} at={each.at} isCurrent={each.at === index} />
            ))}
            {here.length === 0 && first && (
              <p className="found-beside">
                {around(shownTextOf(first.id), { start: 0, end: 0 }, BESIDE).after}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

function FoundPlace({
  hit,
  at,
  isCurrent,
}: {
  readonly hit: Hit;
  readonly at: number;
  readonly isCurrent: boolean;
}) {
  const { before, words, after } = around(shownTextOf(hit.paragraphId), hit, AROUND);
  const button = useRef<HTMLButtonElement>(null);
  // Who goes through the list by keys takes the focus along.
  useEffect(() => {
    if (!isCurrent) return;
    button.current?.scrollIntoView({ block: 'nearest' });
    if (document.activeElement?.closest('.found-list')) button.current?.focus();
  }, [isCurrent]);
  return (
    <button
      ref={button}
      type="button"
      className="found-place"
      aria-current={isCurrent}
      data-testid="found-place"
      onClick={() => goToHit(at)}
    >
      {before}
      <mark>{words}</mark>
      {after}
    </button>
  );
}

function FoundInNote({ hit }: { readonly hit: NoteHit }) {
  const { t } = useTranslation();
  const { rows } = useProject();
  const { before, words, after } = around(hit.text, hit, 2 * AROUND);
  return (
    <div className="found-row">
      <span className="found-number">{rows.findIndex(({ id }) => id === hit.rowId) + 1}</span>
      <button
        type="button"
        className="found-place found-note"
        data-testid="found-note"
        onClick={() => goToMatter({ kind: 'flag', rowId: hit.rowId, flagId: hit.flagId }, 'open')}
      >
        <small>{t('find.note')}</small> {before}
        <mark>{words}</mark>
        {after}
      </button>
    </div>
  );
}
