import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SaidArticle } from '../../../../shared/contract/said-found';
import { formatTime } from '../../../../shared/interface/format-time';
import { LANGUAGES, type Language } from '../../../../shared/model/language';
import type { Said, SaidText } from '../../../../shared/said/said';
import { useMode } from '../../../hooks/use-mode';
import type { ActId } from '../../../session/acts/all-acts';
import { judge, perform } from '../../../session/acts/perform';
import { sayWhy } from '../../../session/acts/why';
import { targetNow } from '../../../session/place/target-now';
import { viewStore } from '../../../session/place/view-store';
import { goToSaid } from '../../../session/said/go-to-said';
import type { SaidAsked } from '../../../session/said/said-store';
import { wordsToUse } from '../../../session/said/words-to-use';

/** What was found in one article. */
export function SaidArticleView({
  article,
  asked,
}: {
  readonly article: SaidArticle;
  readonly asked: SaidAsked;
}) {
  const { t } = useTranslation();
  const { path, title, time, said, more, together } = article;
  return (
    <section className="said-article">
      <h3>
        {path === null ? t('said.here') : title}
        {path !== null && <small> {formatTime(time, t)}</small>}
      </h3>
      {!together && <p className="quiet">{t('said.apart')}</p>}
      <ul>
        {said.map((each) => (
          <li key={each.rowId} className="card">
            <SaidRow article={article} said={each} asked={asked} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="quiet">{t('said.more', { count: more })}</p>}
    </section>
  );
}

/** A row in which the words stand: a click goes there; what the other versions say can be used. */
function SaidRow({
  article,
  said: { number, paragraphId, texts },
  asked,
}: {
  readonly article: SaidArticle;
  readonly said: Said;
  readonly asked: SaidAsked;
}) {
  const { t } = useTranslation();
  const { path, title } = article;
  const own = texts[asked.language];
  return (
    <>
      <button
        type="button"
        className="said-go"
        title={path === null ? t('said.go') : t('said.open', { title })}
        onClick={() => void goToSaid(article, asked, paragraphId)}
      >
        <b>{t('inspector.rowNumber', { number })}</b>
        {own && <SaidWords text={own} language={asked.language} />}
      </button>
      {LANGUAGES.filter((language) => language !== asked.language).map((language) => {
        const text = texts[language];
        return text ? (
          <Counterpart key={language} text={text} language={language} asked={asked} />
        ) : (
          <p key={language} className="said-text">
            <LanguageTag language={language} />
            <span className="quiet">{t('said.nothing')}</span>
          </p>
        );
      })}
    </>
  );
}

function Counterpart({
  text,
  language,
  asked,
}: {
  readonly text: SaidText;
  readonly language: Language;
  readonly asked: SaidAsked;
}) {
  const words = useRef<HTMLParagraphElement>(null);
  /** What a person marked in it, else what is known to stand for the words. */
  const wanted = () => {
    const selection = document.getSelection();
    const marked =
      selection && words.current?.contains(selection.anchorNode) ? selection.toString().trim() : '';
    return marked === '' ? wordsToUse(text, asked.text) : marked;
  };
  return (
    <div className="said-counterpart">
      <p ref={words} className="said-text">
        <LanguageTag language={language} />
        <SaidWords text={text} language={language} />
      </p>
      <div className="said-acts">
        <UseButton
          act="insertSaid"
          usual={wordsToUse(text, asked.text)}
          wanted={wanted}
          language={language}
        />
        <UseButton act="copySaid" usual={wordsToUse(text, asked.text)} wanted={wanted} language={language} />
      </div>
    </div>
  );
}

function LanguageTag({ language }: { readonly language: Language }) {
  const { t } = useTranslation();
  return (
    <abbr className="said-language" title={t(`language.${language}`)}>
      {language.toUpperCase()}
    </abbr>
  );
}

function UseButton({
  act,
  usual,
  wanted,
  language,
}: {
  readonly act: Extract<ActId, 'insertSaid' | 'copySaid'>;
  /** What is used where a person marked nothing of it. */
  readonly usual: string;
  readonly wanted: () => string;
  readonly language: Language;
}) {
  const { t } = useTranslation();
  // It can be done where the caret is in a text of this language.
  useStore(viewStore, (state) => state.editing);
  useMode();
  const target = (text: string) => ({ ...targetNow(), said: { text, language } });
  const answer = judge(act, target(usual));
  return (
    <button
      type="button"
      className="link-button"
      aria-disabled={answer !== 'yes'}
      title={answer === 'yes' ? t(`said.use.${act}`, { words: usual }) : sayWhy(answer, t)}
      // Keeps what is marked, here and in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void perform(act, target(wanted()))}
    >
      {t(`said.${act}`)}
    </button>
  );
}

/** A sentence with the words marked that count in it, and the numbers of its notes raised. */
function SaidWords({
  text: { text, marked, notes },
  language,
}: {
  readonly text: SaidText;
  readonly language: Language;
}) {
  const edges = [
    ...new Set([0, text.length, ...[...marked, ...notes].flatMap(({ start, end }) => [start, end])]),
  ];
  const sorted = edges.sort((a, b) => a - b);
  return (
    <span lang={language} className="said-words">
      {sorted.slice(0, -1).map((start, n): ReactNode => {
        const words = text.slice(start, sorted[n + 1]);
        const isIn = (each: { readonly start: number; readonly end: number }) =>
          start >= each.start && start < each.end;
        if (notes.some(isIn)) return <sup key={start}>{words}</sup>;
        return marked.some(isIn) ? <mark key={start}>{words}</mark> : words;
      })}
    </span>
  );
}
