import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { findHits } from '../../session/search/search-hits';
import { useProject, useReadOnly } from '../../hooks/use-project';
import { useMode } from '../../hooks/use-mode';
import { performHere } from '../../session/acts/perform';
import { settingsStore, visibleColumns } from '../../session/settings/settings-store';
import { goToNearestHit, stepHit } from '../../session/search/step-hit';
import { closeFind, setView, viewStore, type Find } from '../../session/place/view-store';
import { ReplaceButtons, ReplacementField } from './replacement';

/** Looks for words in the versions that are shown, or in one of them, and puts others in their place. */
export function FindBar() {
  const { t } = useTranslation();
  const project = useProject();
  const readOnly = useReadOnly();
  const mayWrite = useMode() !== 'reading' && !readOnly;
  const find = useStore(viewStore, (state) => state.find);
  const settings = useStore(settingsStore, (state) => state.settings);
  const soughtFor = useDeferredValue(find);
  const columns = useMemo(() => visibleColumns(settings), [settings]);
  const hits = useMemo(() => findHits(project, soughtFor, columns), [project, soughtFor, columns]);
  useGoingAlong(soughtFor);
  if (!find) return null;
  const change = (part: Partial<Find>) => setView({ find: { ...find, index: 0, ...part } });
  const go = (by: 1 | -1) =>
    stepHit(findHits(project, find, columns), find, viewStore.getState().selected, by);
  return (
    <search
      className="find-bar"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        closeFind();
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <input
        type="search"
        value={find.query}
        placeholder={t('find.placeholder')}
        aria-label={t('find.placeholder')}
        data-testid="find-field"
        onChange={(event) => change({ query: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          go(event.shiftKey ? -1 : 1);
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {find.replacement !== null && <ReplacementField find={find} replacement={find.replacement} />}
      <div className="find-tools">
        <span className="find-count" role="status" data-testid="find-count">
          {find.query.trim() === ''
            ? ''
            : hits.length === 0
              ? t('find.none')
              : t('find.count', { at: (find.index % hits.length) + 1, count: hits.length })}
        </span>
        <button
          type="button"
          className="icon-button"
          title={t('act.findPrevious')}
          aria-label={t('act.findPrevious')}
          onClick={() => go(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="icon-button"
          title={t('act.findNext')}
          aria-label={t('act.findNext')}
          onClick={() => go(1)}
        >
          ↓
        </button>
        <select
          aria-label={t('find.within')}
          value={find.within ?? ''}
          data-testid="find-within"
          onChange={(event) =>
            change({ within: columns.find((language) => language === event.target.value) ?? null })
          }
        >
          <option value="">{t('find.everywhere')}</option>
          {columns.map((language) => (
            <option key={language} value={language}>
              {t(`language.${language}`)}
            </option>
          ))}
        </select>
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
        <label title={t('find.formsHint')}>
          <input
            type="checkbox"
            checked={find.forms}
            onChange={(event) => change({ forms: event.target.checked })}
          />
          {t('find.forms')}
        </label>
        {find.replacement === null && mayWrite && (
          <button
            type="button"
            className="button small"
            data-testid="show-replace"
            onClick={() => performHere('replace')}
          >
            {t('find.showReplace')}
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={t('find.close')}
          title={t('find.close')}
          onClick={closeFind}
        >
          ✕
        </button>
      </div>
      {find.replacement !== null && <ReplaceButtons />}
    </search>
  );
}

/** The texts go along with what is typed: from where one is to the first place where it stands. */
function useGoingAlong(find: Find | null): void {
  const { query, matchCase, wholeWord, forms, within } = find ?? {};
  const asked = find ? [query, matchCase, wholeWord, forms, within].join('\n') : null;
  const before = useRef(asked);
  useEffect(() => {
    const isOther = asked !== null && before.current !== null && asked !== before.current;
    before.current = asked;
    if (isOther) goToNearestHit();
  }, [asked]);
}
