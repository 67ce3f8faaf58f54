import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VList, type VListHandle } from 'virtua';
import { useStore } from 'zustand';
import { LANGUAGES } from '../../../shared/model/language';
import type { Hit } from '../../../shared/search/search-rows';
import { searchStore } from '../../session/search/search-store';
import { useDraftCriteria } from '../../hooks/use-row-criteria';
import { useShownRows } from '../../hooks/use-shown-rows';
import { modeNow } from '../../session/settings/mode';
import { edit, isEditable, selectRow } from '../../session/place/navigation';
import { useMode } from '../../hooks/use-mode';
import { useProject, useReadOnly } from '../../hooks/use-project';
import { settingsStore, visibleColumns } from '../../session/settings/settings-store';
import { tableShapes } from '../../session/rows/tables';
import type { Target } from '../../session/place/target';
import { targetNow } from '../../session/place/target-now';
import { select, setView, viewStore } from '../../session/place/view-store';
import { ActMenu } from '../../controls/act-menu';
import type { Asked } from '../../session/acts/menus';
import { ColumnHeads } from './column-heads';
import { copyMarked } from './text/copy-marked';
import { EmptyColumns } from './empty-columns';
import { MatterCard } from './cards/matter-card';
import { MatterHint } from './cards/matter-hint';
import type { PaintHit } from '../../session/paint/pieces';
import { leaveOutMark } from './text/leave-out-mark';
import { LinkField } from './text/link-field';
import { RowMap } from './row-map';
import { RowView } from './row-view';
import { keepRowsSteady } from './steady-rows';
import { showWhole } from './show-whole';
import { SelectionBar } from './text/selection-bar';
import { noteMarked, readMarked } from './text/text-selection';

const NO_HITS: ReadonlyMap<string, readonly PaintHit[]> = new Map();

/** The three versions side by side. */
export function Workspace() {
  const { t } = useTranslation();
  const project = useProject();
  const readOnly = useReadOnly();
  const writable = useMode() !== 'reading';
  const settings = useStore(settingsStore, (state) => state.settings);
  const columns = useMemo(() => visibleColumns(settings), [settings]);
  const { selected, editing, find, filter } = useStore(viewStore);
  const shown = useShownRows();
  const tables = tableShapes(project.rows);
  const criteria = useDraftCriteria();
  const list = useRef<VListHandle>(null);
  const [marking, setMarking] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ asked: Asked; x: number; y: number } | null>(null);

  // The texts are painted once the field shows what was typed.
  const hits = useDeferredValue(useStore(searchStore, (state) => state.hits));
  const index = useDeferredValue(find?.index ?? 0);
  const current = hits[index % Math.max(1, hits.length)] ?? null;
  const paintHits = useMemo(() => hitsByParagraph(hits, current), [hits, current]);

  const position = shown.findIndex(({ row }) => row.id === selected?.rowId);
  const seen = useRef<string | null>(null);
  const pressed = useRef<string | null>(null);
  // The list follows the selection to another row, and only then: edits above must not move what is read. What is chosen
  // with the mouse is under it already, and must stay there for the second click.
  useLayoutEffect(() => {
    const place = `${filter} ${selected?.rowId}`;
    if (position === -1 || seen.current === place) return;
    const elsewhere = seen.current?.split(' ')[0] !== filter;
    seen.current = place;
    const underMouse = !elsewhere && pressed.current === selected?.rowId;
    pressed.current = null;
    // The first row from its beginning, however high it is.
    const align = position === 0 ? 'start' : elsewhere ? 'center' : 'nearest';
    if (underMouse) return;
    list.current?.scrollToIndex(position, { align });
    if (align === 'nearest' && selected) return showWhole(selected.rowId);
  }, [position, selected, filter]);

  useEffect(() => {
    // Where the mouse went down: words are marked up to the edge of the window, and beyond.
    let fromRows = false;
    const press = ({ target, button }: PointerEvent) => {
      fromRows = button === 0 && target instanceof Element && target.closest('.rows .text') !== null;
    };
    const arrive = () => {
      if (fromRows) arriveMarked();
      fromRows = false;
    };
    document.addEventListener('selectionchange', noteMarked);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', arrive);
    document.addEventListener('copy', copyMarked);
    // Before the open text hears of what is marked.
    document.addEventListener('mouseup', leaveOutMark, { capture: true });
    return () => {
      document.removeEventListener('selectionchange', noteMarked);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', arrive);
      document.removeEventListener('copy', copyMarked);
      document.removeEventListener('mouseup', leaveOutMark, { capture: true });
    };
  }, []);

  useEffect(keepRowsSteady, []);

  // Tells those who wait for a picture (a script, a benchmark) that rows are on the screen.
  useEffect(() => {
    const frame = requestAnimationFrame(() => (document.documentElement.dataset['ready'] = 'true'));
    return () => cancelAnimationFrame(frame);
  }, []);

  const openMenu = useCallback((asked: Asked, x: number, y: number) => {
    choose(asked.target);
    setMenu({ asked, x, y });
  }, []);
  const go = (index: number) => {
    const to = shown[index];
    if (to) selectRow(to.row, selected?.language ?? columns[0] ?? 'ru');
    list.current?.scrollToIndex(index, { align: 'center' });
  };
  const template = `var(--gutter-width) ${columns.map((language) => `minmax(var(--least-column), ${settings.columns.widths[language]}fr)`).join(' ')}`;
  const style = { '--columns': template } as React.CSSProperties;

  return (
    <div className="workspace">
      <div
        className="grid"
        role="grid"
        aria-label={t('grid.label')}
        aria-rowcount={project.rows.length + 1}
        aria-colcount={columns.length + 1}
        style={style}
        data-text-view={settings.textView}
        data-empty={LANGUAGES.filter((language) => !criteria.languages.includes(language)).join(' ')}
        data-marking={marking ?? undefined}
        onPointerDown={({ target }) => {
          const at = target instanceof Element ? target : null;
          pressed.current = at?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null;
          setMarking(at?.closest<HTMLElement>('.cell')?.lang ?? null);
        }}
      >
        <div className="grid-inner">
          <ColumnHeads columns={columns} />
          <EmptyColumns columns={columns} />
          {shown.length === 0 ? (
            <div className="nothing">
              <p>{t(`empty.${filter}`, { defaultValue: t('empty.filter') })}</p>
              <button type="button" className="button" onClick={() => setView({ filter: 'all' })}>
                {t('empty.showAll')}
              </button>
            </div>
          ) : (
            <VList
              ref={list}
              data={shown}
              className="rows"
              keepMounted={position === -1 ? [] : [position]}
              itemSize={130}
            >
              {({ row, index }) => {
                const here = row.id === selected?.rowId;
                return (
                  <RowView
                    key={row.id}
                    row={row}
                    index={index}
                    columns={columns}
                    selected={here ? selected : null}
                    editing={here ? editing : null}
                    criteria={criteria}
                    tables={tables}
                    hits={find ? paintHits : NO_HITS}
                    textView={settings.textView}
                    readOnly={readOnly}
                    writable={writable}
                    onMenu={openMenu}
                  />
                );
              }}
            </VList>
          )}
        </div>
      </div>
      <RowMap shown={shown} criteria={criteria} selectedRowId={selected?.rowId ?? null} onGo={go} />
      <SelectionBar />
      <LinkField />
      <MatterCard />
      <MatterHint />
      {menu && <ActMenu asked={menu.asked} at={menu} onClose={() => setMenu(null)} />}
    </div>
  );
}

/**
 * Who marks words with the mouse is there: what is chosen, and shown beside the texts, is what they look at. Where texts
 * are written in, the words are marked in the open text, and what is typed comes in their place; of several paragraphs
 * none opens, as one text would take the marking from the others.
 */
function arriveMarked(): void {
  noteMarked();
  const { textSelection, selected: before } = viewStore.getState();
  if (!textSelection) return;
  const { paragraphId, start, end } = textSelection;
  const { place } = targetNow();
  if (!place) return;
  const isAcross = readMarked(document.getSelection()).length > 1;
  if (modeNow() !== 'reading' && isEditable(paragraphId) && !isAcross)
    return edit(place.rowId, place.language, paragraphId, start, end);
  if (paragraphId !== before?.paragraphId) select(place);
}

/** Shows what a menu is about as chosen. A text that is being edited stays so when the menu is about it. */
function choose({ place, sentence }: Target): void {
  const { selected, editing } = viewStore.getState();
  if (!place || (editing && editing.paragraphId === place.paragraphId)) return;
  const same =
    selected?.rowId === place.rowId &&
    selected.language === place.language &&
    selected.paragraphId === place.paragraphId;
  if (!same) select(place);
  setView({ sentence });
}

function hitsByParagraph(
  hits: readonly Hit[],
  current: Hit | null,
): ReadonlyMap<string, readonly PaintHit[]> {
  const found = new Map<string, PaintHit[]>();
  for (const hit of hits) {
    const painted = { start: hit.start, end: hit.end, current: hit === current };
    const there = found.get(hit.paragraphId);
    if (there) there.push(painted);
    else found.set(hit.paragraphId, [painted]);
  }
  return found;
}
