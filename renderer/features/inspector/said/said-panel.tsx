import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { LANGUAGES, type Language } from '../../../../shared/model/language';
import { LONGEST_SOUGHT } from '../../../../shared/said/longest-sought';
import { closeSaid, lookForSaid, stopSaid } from '../../../session/said/look-for-said';
import { saidStore, type SaidAsked } from '../../../session/said/said-store';
import { returnToTexts } from '../../../session/typing/active-editor';
import { SaidArticleView } from './said-article';

/** Tells how words were said before, in this article and in others, beside the texts. */
export function SaidPanel() {
  const { t } = useTranslation();
  const asked = useStore(saidStore, (state) => state.asked);
  useEffect(() => returnToTexts, []);
  if (!asked) return null;
  return (
    <section
      className="said"
      aria-label={t('said.title')}
      data-testid="said"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        closeSaid();
      }}
    >
      <div className="said-head">
        <h2>{t('said.title')}</h2>
        <button type="button" aria-label={t('said.close')} title={t('said.close')} onClick={closeSaid}>
          ✕
        </button>
      </div>
      <SaidForm key={`${asked.language} ${asked.text}`} asked={asked} />
      <SaidStatus />
      <SaidFound asked={asked} />
    </section>
  );
}

/** The words that are asked about; other words can be asked about here. */
function SaidForm({ asked }: { readonly asked: SaidAsked }) {
  const { t } = useTranslation();
  const [text, setText] = useState(asked.text);
  const [language, setLanguage] = useState<Language>(asked.language);
  const field = useRef<HTMLInputElement>(null);
  // With no words to begin with they are typed here.
  useEffect(() => {
    if (asked.text === '') field.current?.focus();
  }, [asked]);
  const look = (event: FormEvent) => {
    event.preventDefault();
    void lookForSaid({ text, language });
  };
  return (
    <form className="said-form" onSubmit={look}>
      <input
        ref={field}
        type="text"
        lang={language}
        maxLength={LONGEST_SOUGHT}
        value={text}
        aria-label={t('said.words')}
        placeholder={t('said.words')}
        onChange={(event) => setText(event.target.value)}
      />
      <select
        value={language}
        aria-label={t('said.language')}
        title={t('said.language')}
        onChange={(event) => setLanguage(LANGUAGES.find((each) => each === event.target.value) ?? language)}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each}>
            {t(`language.${each}`)}
          </option>
        ))}
      </select>
      <button type="submit" className="button small" disabled={text.trim() === ''}>
        {t('said.look')}
      </button>
    </form>
  );
}

/** How far the search is, and what came of it. */
function SaidStatus() {
  const { t } = useTranslation();
  const { asked, looking, share, articles, unread, stopped } = useStore(saidStore);
  const rows = articles.reduce((sum, { said, more }) => sum + said.length + more, 0);
  const found =
    rows === 0
      ? t('said.none')
      : `${t('said.rows', { count: rows })} ${t('said.articles', { count: articles.length })}`;
  if (asked?.text.trim() === '') return <p className="quiet">{t('said.ask')}</p>;
  return (
    <>
      {looking && (
        <div className="said-looking">
          <span>{t(`said.looking.${looking}`)}</span>
          <progress
            max={1}
            value={looking === 'elsewhere' && share > 0 ? share : undefined}
            aria-label={t(`said.looking.${looking}`)}
          />
          <button type="button" className="button small" onClick={stopSaid}>
            {t('button.stop')}
          </button>
        </div>
      )}
      <p className="quiet" role="status" data-testid="said-status">
        {(!looking || rows > 0) && found}
        {stopped && ` ${t('said.stopped')}`}
      </p>
      {!looking && rows === 0 && !stopped && <p className="quiet">{t('said.noneHint')}</p>}
      {unread.map(({ title, why }) => (
        <p key={`${title} ${why}`} className="quiet unread">
          {t(`said.unread.${why}`, { title })}
        </p>
      ))}
    </>
  );
}

function SaidFound({ asked }: { readonly asked: SaidAsked }) {
  const articles = useStore(saidStore, (state) => state.articles);
  return articles.map((article) => (
    <SaidArticleView key={article.path ?? ''} article={article} asked={asked} />
  ));
}
