import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { findHits } from '../../session/place/search-hits';
import { useProject } from '../../hooks/use-project';
import { settingsStore, visibleColumns } from '../../session/settings/settings-store';
import { stepHit } from '../../session/place/step-hit';
import { setView, viewStore, type Find } from '../../session/place/view-store';

/** Looks for words in all versions that are shown. */
export function FindBar() {
  const { t } = useTranslation();
  const project = useProject();
  const find = useStore(viewStore, (state) => state.find);
  const settings = useStore(settingsStore, (state) => state.settings);
  const soughtFor = useDeferredValue(find);
  const columns = useMemo(() => visibleColumns(settings), [settings]);
  const hits = useMemo(() => findHits(project, soughtFor, columns), [project, soughtFor, columns]);
  const field = useRef<HTMLInputElement>(null);
  const open = find !== null;
  useEffect(() => {
    if (open) field.current?.select();
  }, [open]);
  if (!find) return null;
  const change = (part: Partial<Find>) => setView({ find: { ...find, index: 0, ...part } });
  const go = (by: 1 | -1) =>
    stepHit(findHits(project, find, columns), find, viewStore.getState().selected, by);
  const close = () => setView({ find: null });
  return (
    <search className="find-bar">
      <input
        ref={field}
        type="search"
        value={find.query}
        placeholder={t('find.placeholder')}
        aria-label={t('find.placeholder')}
        data-testid="find-field"
        onChange={(event) => change({ query: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          else if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className="find-count" role="status" data-testid="find-count">
        {find.query.trim() === ''
          ? ''
          : hits.length === 0
            ? t('find.none')
            : t('find.count', { at: (find.index % hits.length) + 1, count: hits.length })}
      </span>
      <button
        type="button"
        title={t('act.findPrevious')}
        aria-label={t('act.findPrevious')}
        onClick={() => go(-1)}
      >
        ↑
      </button>
      <button type="button" title={t('act.findNext')} aria-label={t('act.findNext')} onClick={() => go(1)}>
        ↓
      </button>
      <label>
        <input
          type="checkbox"
          checked={find.matchCase}
          onChange={(event) => change({ matchCase: event.target.checked })}
        />
        {t('find.matchCase')}
      </label>
      <label>
        <input
          type="checkbox"
          checked={find.wholeWord}
          onChange={(event) => change({ wholeWord: event.target.checked })}
        />
        {t('find.wholeWord')}
      </label>
      <button type="button" aria-label={t('find.close')} title={t('find.close')} onClick={close}>
        ✕
      </button>
    </search>
  );
}
