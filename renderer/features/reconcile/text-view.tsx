import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/model/language';
import { cutText } from '../../../shared/model/cut-text';
import type { RichText } from '../../../shared/model/paragraph';
import { sideText, type MergedSides } from '../../../shared/reconcile/decide-difference';
import type { ConflictPick } from '../../../shared/reconcile/merge-result';
import { ChangeExcerpt } from '../../ui/change-excerpt';
import { RichSlice } from '../../ui/rich-slice';
import { nextConflict, PICKS, resultText, writtenOver, type Decision } from './draft-state';

/** The words a pick stands for. Where only a link differs it is the words with where that leads. */
function Picked({ content, language }: { readonly content: RichText; readonly language: Language }) {
  const { t } = useTranslation();
  const targets = content.marks.flatMap((mark) => (mark.type === 'link' ? [cutText(mark.href)] : []));
  if (content.text === '') return <span className="quiet">{t('draft.nothing')}</span>;
  return (
    <q lang={language}>
      {content.text.trim() === '' ? content.text.replaceAll(/\s/gu, '␣') : <RichSlice content={content} />}
      {targets.length > 0 && <small> {targets.join(', ')}</small>}
    </q>
  );
}

/** Other text: what it changes, and where both sides changed it the base, both sides, and the result to be edited. */
export function TextView({
  title,
  sides,
  difference,
  decision,
  language,
  onDecide,
}: {
  readonly title: string;
  /** What each of the three texts is called. */
  readonly sides: { readonly ours: string; readonly base: string; readonly theirs: string };
  readonly difference: MergedSides;
  readonly decision: Decision;
  readonly language: Language;
  readonly onDecide: (decision: Decision) => void;
}) {
  const { t } = useTranslation();
  const base = sideText(difference, 'base');
  const ours = sideText(difference, 'ours');
  const theirs = sideText(difference, 'theirs');
  const result = resultText(difference, decision);
  const conflicts = difference.chunks.filter(({ kind }) => kind === 'conflict');
  // Which of them a digit decides.
  const next = nextConflict(decision);
  const pick = (conflict: number, picked: ConflictPick) =>
    onDecide({ taken: true, picks: decision.picks.with(conflict, picked), written: null });
  return (
    <>
      <h3>{title}</h3>
      <div className="three-texts">
        <section>
          <h4>{sides.ours}</h4>
          <ChangeExcerpt language={language} before={base} after={ours} whole />
        </section>
        <section className="base-text">
          <h4>{sides.base}</h4>
          <p lang={language} className="word-diff">
            <RichSlice content={base} />
          </p>
        </section>
        <section>
          <h4>{sides.theirs}</h4>
          <ChangeExcerpt language={language} before={base} after={theirs} whole />
        </section>
      </div>
      {conflicts.map((chunk, n) => (
        <fieldset key={n} className="conflict" data-testid="conflict">
          <legend>{t('draft.conflict', { number: n + 1 })}</legend>
          {PICKS.map((each) => (
            <button
              key={each}
              type="button"
              className="button small"
              aria-pressed={decision.picks[n] === each && decision.written === null}
              onClick={() => pick(n, each)}
            >
              <span>{t(`draft.pick.${each}`)}</span>
              {n === next && <kbd aria-hidden>{PICKS.indexOf(each) + 1}</kbd>}
              {each !== 'both' && <Picked content={chunk[each]} language={language} />}
            </button>
          ))}
        </fieldset>
      ))}
      <label className="field">
        <span>{t('draft.result')}</span>
        <textarea
          lang={language}
          rows={5}
          value={result.text}
          data-testid="draft-result"
          onChange={(event) =>
            onDecide({ ...decision, taken: true, written: writtenOver(result, event.target.value) })
          }
        />
      </label>
      <section>
        <h4>{t('draft.change')}</h4>
        <ChangeExcerpt language={language} before={ours} after={result} whole />
      </section>
    </>
  );
}
