import { useTranslation } from 'react-i18next';
import type { DraftBase } from '../../../shared/contract/channels';
import type { Language } from '../../../shared/model/language';
import { cutText } from '../../../shared/model/cut-text';
import { findParagraph } from '../../../shared/model/find-paragraph';
import type { RichText } from '../../../shared/model/paragraph';
import { NO_TEXT } from '../../../shared/reconcile/baseline';
import { sideText, type TextDifference } from '../../../shared/reconcile/decide-difference';
import type { DraftDifference } from '../../../shared/reconcile/draft-merge';
import type { ConflictPick } from '../../../shared/reconcile/merge-result';
import { useProject } from '../../hooks/use-project';
import { ChangeExcerpt } from '../../ui/change-excerpt';
import { RichSlice } from '../../ui/rich-slice';
import { resultText, writtenOver, type Decision } from './draft-state';

const PICKS: readonly ConflictPick[] = ['ours', 'theirs', 'both', 'base'];

interface DifferenceProps<D> {
  /** What the draft and the present text are taken to be made from. */
  readonly base: DraftBase;
  readonly difference: D;
  readonly decision: Decision;
  readonly language: Language;
  readonly onDecide: (decision: Decision) => void;
}

/** One difference at large. */
export function DifferenceView({ difference, ...rest }: DifferenceProps<DraftDifference>) {
  const { t } = useTranslation();
  const project = useProject();
  const { language } = rest;
  if ('chunks' in difference) return <TextView difference={difference} {...rest} />;
  const present = 'paragraphIds' in difference ? difference.paragraphIds : [];
  const blocks = 'blocks' in difference ? difference.blocks : [];
  return (
    <>
      <h3>{t(`draft.kind.${difference.kind}`)}</h3>
      <p className="quiet">{t(`draft.hint.${difference.kind}`)}</p>
      {'shapes' in difference && (
        <p>
          {difference.shapes.ours.label} {t(`role.${difference.shapes.ours.role}`)} →{' '}
          {difference.shapes.theirs.label} {t(`role.${difference.shapes.theirs.role}`)}
        </p>
      )}
      {present.map((id) => (
        <p key={id} lang={language} className="draft-text">
          <RichSlice content={findParagraph(project.rows, id)?.paragraph ?? NO_TEXT} />
        </p>
      ))}
      {blocks.map((block, n) => (
        <p key={n} lang={language} className="draft-text">
          <ins>
            <RichSlice content={block} />
          </ins>
        </p>
      ))}
    </>
  );
}

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
function TextView({
  base: madeFrom,
  difference,
  decision,
  language,
  onDecide,
}: DifferenceProps<TextDifference>) {
  const { t } = useTranslation();
  const base = sideText(difference, 'base');
  const ours = sideText(difference, 'ours');
  const theirs = sideText(difference, 'theirs');
  const result = resultText(difference, decision);
  const conflicts = difference.chunks.filter(({ kind }) => kind === 'conflict');
  const pick = (conflict: number, picked: ConflictPick) =>
    onDecide({ taken: true, picks: decision.picks.with(conflict, picked), written: null });
  return (
    <>
      <h3>{t(`draft.kind.${difference.kind}`)}</h3>
      <div className="three-texts">
        <section>
          <h4>{t('draft.ours')}</h4>
          <ChangeExcerpt language={language} before={base} after={ours} whole />
        </section>
        <section className="base-text">
          <h4>{t(`draft.bases.${madeFrom}`)}</h4>
          <p lang={language} className="word-diff">
            <RichSlice content={base} />
          </p>
        </section>
        <section>
          <h4>{t('draft.theirs')}</h4>
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
