import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { failureSentence } from '../../shared/contract/failure-sentence';
import { findingSentence } from '../../shared/contract/finding-sentence';
import { cutParams, cutText } from '../../shared/model/cut-text';
import { returnToTexts } from '../session/typing/active-editor';
import { useCategoryName } from '../hooks/use-category-name';
import { findingNow } from '../session/matters/findings-store';
import { keyOfMatter, type Matter } from '../session/matters/matter';
import { clearNotice, noticeStore } from '../session/notices/notice-store';
import { projectStore } from '../session/project/project-store';

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
    const done = key.startsWith('news.done');
    if (acts.length > 0 && !done) return;
    const clock = setTimeout(clearNotice, done ? DONE_MS : NEWS_MS);
    return () => clearTimeout(clock);
  }, [notice]);
  if (!notice) return <div className="notice-bar" role="status" />;
  if (notice.kind === 'failure') {
    return (
      <div className="notice-bar failure" role="alert" data-testid="failure" data-code={notice.failure.code}>
        <span>{failureSentence(notice.failure, t)}</span>
        <button type="button" aria-label={t('button.close')} title={t('button.close')} onClick={clearNotice}>
          ✕
        </button>
      </div>
    );
  }
  const { command, language, status, ...params } = notice.params;
  return (
    <div className="notice-bar news" role="status">
      <span data-testid="news">
        {t(notice.key, {
          ...cutParams(params, 1000),
          ...(command ? { command: t(`command.${command}`) } : {}),
          ...(language ? { language: t(`language.${language}`) } : {}),
          ...(status ? { status: t(`status.${status}`) } : {}),
        })}
        {notice.named.length > 0 && <Named matters={notice.named} />}
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
    </div>
  );
}

/** So many matters are named; of the others there are so many more. */
const MOST_NAMED = 3;

/** What is still open, each by what a person knows it by. */
function Named({ matters }: { readonly matters: readonly Matter[] }) {
  const { t } = useTranslation();
  const nameOf = useCategoryName();
  const name = (matter: Matter): string | null => {
    switch (matter.kind) {
      case 'finding': {
        const finding = findingNow(matter.rowId, matter.key);
        return finding ? findingSentence(finding, t) : null;
      }
      case 'flag': {
        const flag = projectStore.getState().project?.flags.find(({ id }) => id === matter.flagId);
        return flag ? t('news.openFlag', { flag: flag.note || nameOf(flag.category) }) : null;
      }
      case 'change':
        return t('news.openSuggestion', { language: t(`language.${matter.language}`) });
      case 'stale':
        return t('news.openStale', { language: t(`language.${matter.language}`) });
    }
  };
  const more = matters.length - MOST_NAMED;
  return (
    <ul className="named">
      {matters.slice(0, MOST_NAMED).map((matter) => (
        <li key={keyOfMatter(matter)}>{cutText(name(matter) ?? '', 160)}</li>
      ))}
      {more > 0 && <li>{t('news.openMore', { count: more })}</li>}
    </ul>
  );
}
