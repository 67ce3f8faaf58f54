import type { TFunction } from 'i18next';
import { useEffect, useLayoutEffect, useMemo, useRef, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { failureSentence } from '../../shared/contract/failure-sentence';
import { findingSentence } from '../../shared/contract/finding-sentence';
import { cutParams, cutText } from '../../shared/model/cut-text';
import { useTopDialog } from '../ui/open-dialogs';
import { returnToTexts } from '../session/typing/active-editor';
import { useCategoryName } from '../hooks/use-category-name';
import { findingNow } from '../session/matters/findings-store';
import { clearNotice, noticeStore, type NamedThing } from '../session/notices/notice-store';
import { projectStore } from '../session/project/project-store';
import { viewStore } from '../session/place/view-store';
import type { Told } from '../session/acts/tell';

/** News goes by itself, later where it can be answered at leisure in another way too; a failure stays until it has been read. */
const NEWS_MS = 5000;
const DONE_MS = 12_000;

/** The last thing there is to tell: a failure, or that something was done. */
export function NoticeBar() {
  const { t } = useTranslation();
  const notice = useStore(noticeStore, (state) => state.notice);
  useEffect(() => {
    if (notice?.kind !== 'news') return;
    const { acts, key } = notice;
    const done = /^news\.(?:done|letters)/.test(key);
    if (acts.length > 0 && !done) return;
    const clock = setTimeout(clearNotice, done ? DONE_MS : NEWS_MS);
    return () => clearTimeout(clock);
  }, [notice]);
  const bar = useRef<HTMLDivElement>(null);
  const dialog = useTopDialog();
  // What is told once a dialog is open comes of what was asked for in it.
  const before = useMemo(() => (dialog ? noticeStore.getState().notice : null), [dialog]);
  const chosen = useStore(viewStore, (state) => state.selected?.rowId);
  // It stands below, or where that would hide the row one is in, above.
  useLayoutEffect(() => {
    const { current } = bar;
    if (!current || current.closest('dialog')) return;
    const top = topOfNotice(current.offsetHeight);
    current.style.top = top === null ? '' : `${top}px`;
    current.style.bottom = top === null ? '' : 'auto';
  }, [notice, chosen, dialog]);
  // Behind a dialog nothing is read or pressed.
  const place = (told: ReactElement) => (dialog && notice !== before ? createPortal(told, dialog) : told);
  if (!notice) return <div className="notice-bar" role="status" />;
  if (notice.kind === 'failure') {
    const told = (
      <div
        ref={bar}
        className="notice-bar failure"
        role="alert"
        data-testid="failure"
        data-code={notice.failure.code}
      >
        <span>{failureSentence(notice.failure, t)}</span>
        <button type="button" aria-label={t('button.close')} title={t('button.close')} onClick={clearNotice}>
          ✕
        </button>
      </div>
    );
    return place(told);
  }
  return place(
    <div ref={bar} className="notice-bar news" role="status">
      <span data-testid="news">
        {sentenceOf(notice, t)}
        {notice.named.length > 0 && (
          <Named things={notice.named} withRows={notice.key === 'news.stillOpenVersion'} />
        )}
      </span>
      {notice.acts.map(({ key, perform }) => (
        <button
          key={key}
          type="button"
          className="link-button"
          onClick={() => {
            clearNotice();
            returnToTexts();
            perform();
          }}
        >
          {t(key)}
        </button>
      ))}
      {notice.acts.length > 0 && (
        <button type="button" aria-label={t('button.close')} title={t('button.close')} onClick={clearNotice}>
          ✕
        </button>
      )}
    </div>,
  );
}

/**
 * Where a notice of that height stands, in px from the top, so that the row a person is in is not hidden; null where it can
 * stand at the bottom as always.
 */
function topOfNotice(height: number): number | null {
  const row = document.querySelector('.row.chosen')?.getBoundingClientRect();
  const rows = document.querySelector('.rows')?.getBoundingClientRect();
  if (!row || !rows || row.top >= rows.bottom) return null;
  const isFreeBelow = row.bottom <= innerHeight - height - EDGE_PX;
  const isFreeAbove = row.top >= rows.top + EDGE_PX + height;
  return isFreeBelow || !isFreeAbove ? null : rows.top + EDGE_PX;
}

/** So far from the edge a notice stands. */
const EDGE_PX = 16;

/** What is told, with the names of what it is about in the language of the interface. */
function sentenceOf({ key, params }: Told, t: TFunction): string {
  const { command, language, status, ...others } = params;
  return t(key, {
    ...cutParams(others, 1000),
    ...(command ? { command: t(`command.${command}`), done: t(`done.${command}`) } : {}),
    ...(language ? { language: t(`language.${language}`) } : {}),
    ...(status ? { status: t(`status.${status}`) } : {}),
  });
}

/** So many things that are open are named; of the others there are so many more. */
const MOST_NAMED = 3;
/** Of what was done more is named: all of it is taken back at once. */
const MOST_TOLD = 8;

/** What is still open, each by what a person knows it by, or what was done. */
function Named({
  things,
  withRows,
}: {
  readonly things: readonly NamedThing[];
  /** Whether each is somewhere else in the article. */
  readonly withRows: boolean;
}) {
  const { t } = useTranslation();
  const nameOf = useCategoryName();
  const name = (thing: NamedThing): string | null => {
    switch (thing.kind) {
      case 'finding': {
        const finding = findingNow(thing.rowId, thing.key);
        return finding ? findingSentence(finding, t) : null;
      }
      case 'flag': {
        const flag = projectStore.getState().project?.flags.find(({ id }) => id === thing.flagId);
        return flag ? t('news.openFlag', { flag: flag.note || nameOf(flag.category) }) : null;
      }
      case 'change':
        return t('news.openSuggestion', { language: t(`language.${thing.language}`) });
      case 'stale':
        return t('news.openStale', { language: t(`language.${thing.language}`) });
      case 'alignment':
        return t('matter.alignment');
      case 'told':
        return sentenceOf(thing, t);
    }
  };
  const inRow = (thing: NamedThing): string => {
    const what = cutText(name(thing) ?? '', 160).replace(/\.$/, '');
    if (thing.kind === 'told') return what;
    const rows = projectStore.getState().project?.rows ?? [];
    return t('matter.inRow', { what, number: rows.findIndex(({ id }) => id === thing.rowId) + 1 });
  };
  const most = things.some(({ kind }) => kind === 'told') ? MOST_TOLD : MOST_NAMED;
  const more = things.length - most;
  return (
    <ul className="named">
      {things.slice(0, most).map((thing, n) => (
        <li key={n}>{withRows ? inRow(thing) : cutText(name(thing) ?? '', 160)}</li>
      ))}
      {more > 0 && <li>{t('news.openMore', { count: more })}</li>}
    </ul>
  );
}
