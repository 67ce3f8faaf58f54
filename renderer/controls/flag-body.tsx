import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Flag } from '../../shared/model/flag';
import { cutText } from '../../shared/model/cut-text';
import { formatTime } from '../../shared/interface/format-time';
import type { ActId } from '../session/acts/all-acts';
import { hasFix } from '../session/acts/matters';
import { perform } from '../session/acts/perform';
import { flagMatter } from '../session/matters/flag-matter';
import { targetOf } from '../session/matters/place-of-matter';
import { isSameMatter } from '../session/matters/matter';
import { showMatter } from '../session/matters/show-matter';
import { send } from '../session/project/project-store';
import { useProject, useReadOnly } from '../hooks/use-project';
import { select, setView, viewStore } from '../session/place/view-store';
import { AssignField } from './assign-field';

/** So many places, and so many of the last words of a thread, are listed. */
const MOST_LISTED = 20;

/** So much of a remark is shown: people write a few sentences, and programs may write a book. */
const MOST_OF_NOTE = 2000;

/** What is told of a flag: its places, its note and thread, and what can be done about it. */
export function FlagBody({ flag, onCard = false }: { readonly flag: Flag; readonly onCard?: boolean }) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const answering = useStore(viewStore, (state) => state.answering);
  // Told in a list and on a card it is answered on the card.
  const isCardShown = useStore(viewStore, ({ shown }) =>
    Boolean(shown && shown.card !== 'none' && isSameMatter(shown.matter, flagMatter(flag))),
  );
  const by = answering?.flagId === flag.id && onCard === isCardShown ? answering.by : null;
  const [written, setReply] = useState('');
  const endAnswer = () => {
    setReply('');
    setView({ answering: null });
  };
  const reply = by === 'reply' ? written : null;
  const ask = (act: ActId) => void perform(act, targetOf(flagMatter(flag)));
  const say = () => {
    if (reply?.trim()) {
      const commentId = crypto.randomUUID();
      void send({ type: 'commentFlag', flagId: flag.id, commentId, text: reply.trim() });
    }
    endAnswer();
  };
  return (
    <>
      <FlagPlaces flag={flag} />
      {flag.assignee !== undefined && (
        <p className="assignee">→ {t('flag.assigned', { name: flag.assignee })}</p>
      )}
      {flag.note && <p className="note">{cutText(flag.note, MOST_OF_NOTE)}</p>}
      {flag.thread.slice(-MOST_LISTED).map((comment) => (
        <p key={comment.id} className="comment">
          <b>{cutText(comment.author, 60)}</b> {cutText(comment.text, MOST_OF_NOTE)}
        </p>
      ))}
      {reply !== null && (
        <textarea
          autoFocus
          rows={2}
          value={reply}
          aria-label={t('flag.reply')}
          onChange={(event) => setReply(event.target.value)}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') endAnswer();
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) say();
          }}
        />
      )}
      {by === 'assign' && <AssignField flag={flag} onDone={endAnswer} />}
      {!readOnly && by !== 'assign' && (
        <div className="acts">
          {reply !== null ? (
            <button type="button" className="button small primary" onClick={say}>
              {t('flag.send')}
            </button>
          ) : (
            <>
              {flag.status === 'open' && flag.spans.some(hasFix) && (
                <button type="button" className="button small primary" onClick={() => ask('fixFlag')}>
                  {t('flag.applyFix')}
                </button>
              )}
              {flag.status === 'open' ? (
                <>
                  <button type="button" className="button small" onClick={() => ask('resolveFlag')}>
                    {t('flag.resolve')}
                  </button>
                  <button type="button" className="button small" onClick={() => ask('dismissFlag')}>
                    {t('flag.dismiss')}
                  </button>
                </>
              ) : (
                <button type="button" className="button small" onClick={() => ask('reopenFlag')}>
                  {t('flag.reopen')}
                </button>
              )}
              <button type="button" className="button small" onClick={() => ask('replyFlag')}>
                {t('flag.reply')}
              </button>
              <button type="button" className="button small" onClick={() => ask('assignFlag')}>
                {t('flag.assign')}
              </button>
              <button type="button" className="button small" onClick={() => ask('editFlag')}>
                {t('flag.edit')}
              </button>
            </>
          )}
        </div>
      )}
      <footer className="flagged-by">
        {cutText(flag.author, 60)} · {formatTime(flag.time, t)}
      </footer>
    </>
  );
}

/** The places a flag points at; each leads there. */
function FlagPlaces({ flag }: { readonly flag: Flag }) {
  const { t } = useTranslation();
  const { rows } = useProject();
  const go = (span: Flag['spans'][number]) => {
    const row = rows.find((each) =>
      span.at === 'gap'
        ? each.id === span.rowId
        : each.cells[span.language].paragraphs.some((paragraph) => paragraph.id === span.paragraphId),
    );
    if (!row) return;
    const paragraphId = span.at === 'gap' ? null : span.paragraphId;
    const matter = flagMatter(flag);
    const { shown } = viewStore.getState();
    setView({ filter: 'all' });
    select({ rowId: row.id, language: span.language, paragraphId });
    // In a list it is told already: the words are only lit.
    showMatter(matter, isSameMatter(shown?.matter, matter) && shown ? shown.card : 'none');
  };
  return (
    <ul className="places">
      {flag.spans.slice(0, MOST_LISTED).map((span, i) => (
        <li key={i}>
          <button type="button" className="place" onClick={() => go(span)}>
            <span className="place-language">{t(`language.${span.language}`)}</span>
            {span.at === 'gap' ? (
              <i>{t('flag.missingParagraph')}</i>
            ) : span.quote === '' ? (
              <i>{t('flag.insertionPoint')}</i>
            ) : (
              <span lang={span.language} className={span.orphaned ? 'orphaned' : ''}>
                {cutText(span.quote)}
              </span>
            )}
          </button>
          {span.at === 'text' && span.orphaned && span.quote !== '' && <small>{t('flag.orphaned')}</small>}
          {span.at === 'text' && span.fix !== null && (
            <span className="fix">
              → <ins lang={span.language}>{cutText(span.fix) || t('flag.fixDelete')}</ins>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
