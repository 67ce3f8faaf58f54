import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { failureSentence } from '../../shared/contract/failure-sentence';
import { cutParams } from '../../shared/model/cut-text';
import { clearNotice, useNoticeStore } from '../store/notice-store';

/** News goes by itself; a failure stays until it has been read. */
const NEWS_MS = 5000;

/** The last thing there is to tell: a failure, or that something was done. */
export function NoticeBar() {
  const { t } = useTranslation();
  const notice = useNoticeStore((state) => state.notice);
  useEffect(() => {
    if (notice?.kind !== 'news' || notice.act) return;
    const clock = setTimeout(clearNotice, NEWS_MS);
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
  const { command, language, ...params } = notice.params;
  return (
    <div className="notice-bar news" role="status">
      <span data-testid="news">
        {t(notice.key, {
          ...cutParams(params, 1000),
          ...(command ? { command: t(`command.${command}`) } : {}),
          ...(language ? { language: t(`language.${language}`) } : {}),
        })}
      </span>
      {notice.act && (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            clearNotice();
            notice.act?.perform();
          }}
        >
          {t(notice.act.key)}
        </button>
      )}
      {notice.act && (
        <button type="button" aria-label={t('button.close')} title={t('button.close')} onClick={clearNotice}>
          ✕
        </button>
      )}
    </div>
  );
}
