import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { failureSentence } from '../../../shared/contract/failure-sentence';
import { LONGEST_QUERY } from '../../../shared/search/asked';
import { useReadOnly } from '../../hooks/use-project';
import { useMode } from '../../hooks/use-mode';
import { performHere } from '../../session/acts/perform';
import { closeFind, setView, viewStore, type Find } from '../../session/place/view-store';
import { projectStore } from '../../session/project/project-store';
import { searchStore } from '../../session/search/search-store';
import { goToNearestHit, stepHit } from '../../session/search/step-hit';
import { FindOptions } from './find-options';
import { FoundList } from './found-list';
import { ReplaceButtons, ReplacementField } from './replacement';

/** Looks for words in the versions that are shown, or in one of them, and puts others in their place. */
export function FindBar() {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const mayWrite = useMode() !== 'reading' && !readOnly;
  const find = useStore(viewStore, (state) => state.find);
  useGoingAlong(find);
  if (!find) return null;
  const go = (by: 1 | -1) => stepHit(find, viewStore.getState().selected, by);
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
        maxLength={LONGEST_QUERY}
        placeholder={t('find.placeholder')}
        aria-label={t('find.placeholder')}
        data-testid="find-field"
        onChange={(event) => setView({ find: { ...find, index: 0, query: event.target.value } })}
        onKeyDown={(event) => {
          const back = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
          if (!back && event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          go(back ? -1 : 1);
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {find.replacement !== null && <ReplacementField find={find} replacement={find.replacement} />}
      <div className="find-tools">
        <FoundCount find={find} />
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
        <FindOptions find={find} />
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
      </div>
      {find.replacement !== null && <ReplaceButtons />}
      <button
        type="button"
        className="icon-button find-close"
        aria-label={t('find.close')}
        title={t('find.close')}
        onClick={closeFind}
      >
        ✕
      </button>
      <FoundList find={find} />
    </search>
  );
}

/** How much was found, or what is wrong with what was typed. */
function FoundCount({ find: { query, index } }: { readonly find: Find }) {
  const { t } = useTranslation();
  const { hits, notes, isDone, failure } = useStore(searchStore);
  const told = () => {
    if (query.trim() === '') return '';
    if (failure) return failureSentence(failure, t);
    if (hits.length === 0 && notes.length === 0) return t(isDone ? 'find.none' : 'find.searching');
    const inTexts = t(isDone ? 'find.count' : 'find.countSoFar', {
      at: hits.length === 0 ? 0 : (index % hits.length) + 1,
      count: hits.length,
    });
    return notes.length === 0 ? inTexts : `${inTexts} · ${t('find.inNotes', { count: notes.length })}`;
  };
  return (
    <span
      className={failure ? 'find-count find-failure' : 'find-count'}
      role="status"
      data-testid="find-count"
    >
      {told()}
    </span>
  );
}

/** The texts go along with what is typed: from where one is to the first place where it stands. */
function useGoingAlong(find: Find | null): void {
  const { hits, isDone } = useStore(searchStore);
  const { query, matchCase, wholeWord, exactMarks, by, within, filtered } = find ?? {};
  const asked = find ? [query, matchCase, wholeWord, exactMarks, by, within, filtered].join('\n') : null;
  const before = useRef<string | null>(null);
  const isToGo = useRef(false);
  useEffect(() => {
    if (asked !== before.current) isToGo.current = asked !== null && before.current !== null;
    before.current = asked;
    if (!isToGo.current || !(isDone || isAtOrBelow(hits.at(-1)?.rowId))) return;
    isToGo.current = false;
    goToNearestHit();
  }, [asked, hits, isDone]);
}

/** Whether a row is the one a person is on, or stands below it. */
function isAtOrBelow(rowId: string | undefined): boolean {
  const rows = projectStore.getState().project?.rows ?? [];
  const here = rows.findIndex(({ id }) => id === viewStore.getState().selected?.rowId);
  return rowId !== undefined && rows.findIndex(({ id }) => id === rowId) >= here;
}
