import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DRAFT_BASES, type ComparedDraft, type DraftBase } from '../../../shared/contract/channels';
import type { ShownDocument } from '../../../shared/contract/shown-document';
import type { Language } from '../../../shared/model/language';
import { findParagraph } from '../../../shared/model/find-paragraph';
import type { DraftDifference } from '../../../shared/reconcile/draft-merge';
import { cutText } from '../../../shared/model/cut-text';
import { NO_TEXT } from '../../../shared/reconcile/baseline';
import { raiseNotes } from '../../../shared/text/raise-notes';
import { sideText } from '../../../shared/reconcile/decide-difference';
import { bridge } from '../../session/bridge';
import { performHere } from '../../session/acts/perform';
import { suggestionsInOrder } from '../../session/matters/matters-in-order';
import { tellUndoable } from '../../session/notices/tell-undoable';
import { showFailure } from '../../session/notices/notice-store';
import { arrived } from '../../session/project/project-store';
import { useProject } from '../../hooks/use-project';
import { keepAll } from '../../session/typing/unkept-store';
import { ChangeExcerpt } from '../../ui/change-excerpt';
import { Dialog } from '../../ui/dialog';
import { LongList } from '../../ui/long-list';
import { DialogButtons } from '../../ui/dialog-buttons';
import { DifferenceView } from './difference-view';
import {
  decisionsKept,
  firstDecisions,
  isDecided,
  nextConflict,
  pickByKey,
  takenDifferences,
  type Decision,
} from './draft-state';

/** What a newer draft of one version would change: each difference to be taken or left, conflicts to be decided. */
export function DraftDialog({
  draft: { document, language, compared },
  onClose,
}: {
  readonly draft: {
    readonly document: ShownDocument;
    readonly language: Language;
    readonly compared: ComparedDraft;
  };
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const documentId = document.id;
  const { rows } = useProject();
  // All of it is about one comparison: with another base it begins anew.
  const [{ base, stamp, differences, settled, decisions, past, at }, setState] = useState(() =>
    firstState(compared),
  );
  const [moved, setMoved] = useState(false);
  const setAt = (next: number) => setState((state) => ({ ...state, at: next }));
  const rebase = async (next: DraftBase) => {
    const again = await bridge.request('draft/compare', { language, documentId, base: next });
    if (again.ok) setState(firstState(again.value));
    else showFailure(again.failure);
  };
  const anyAgreed = rows.some((row) => row.cells[language].paragraphs.some(({ agreed }) => agreed));
  const decide = (index: number, decision: Decision) => {
    setState((state) => ({
      ...state,
      past: [...state.past, state.decisions],
      decisions: state.decisions.with(index, decision),
    }));
  };
  const undo = () => {
    const before = past.at(-1);
    if (!before) return;
    setState((state) => ({ ...state, decisions: before, past: past.slice(0, -1) }));
  };
  const open = differences.filter((difference, n) => {
    const decision = decisions[n];
    return decision && difference.conflict && !isDecided(difference, decision);
  }).length;
  const taken = takenDifferences(differences, decisions);
  /** The article is another by now: shows what the draft would change in it, with what was decided already. */
  const compareAgain = async () => {
    const again = await bridge.request('draft/compare', { language, documentId, base });
    if (!again.ok) return showFailure(again.failure);
    const fresh = firstState(again.value);
    setState({ ...fresh, decisions: decisionsKept({ differences, decisions }, fresh.differences) });
    setMoved(true);
  };
  const bringIn = async () => {
    await keepAll();
    const done = await bridge.request('draft/bringIn', {
      documentId,
      language,
      base,
      stamp,
      ...taken,
    });
    if (!done.ok && done.failure.code === 'projectMoved') return compareAgain();
    if (!(await arrived(done))) return;
    onClose();
    const show = { key: 'act.nextSuggestion', perform: () => performHere('nextSuggestion') };
    tellUndoable(
      'news.broughtIn',
      { count: taken.differences.length + settled },
      suggestionsInOrder().length > 0 ? [show] : [],
    );
  };
  const [difference, decision] = [differences[at], decisions[at]];
  return (
    <Dialog
      title={t('draft.title', { language: t(`language.${language}`), file: cutText(document.fileName) })}
      className="draft"
      onClose={onClose}
      footer={
        <>
          <label className="draft-base" title={t('draft.bases.hint')}>
            {t('draft.bases.label')}
            <select
              value={base}
              data-testid="draft-base"
              onChange={(event) =>
                void rebase(DRAFT_BASES.find((each) => each === event.target.value) ?? 'imported')
              }
            >
              {compared.isReturned && <option value="exported">{t('draft.bases.exported')}</option>}
              <option value="imported">{t('draft.bases.imported')}</option>
              <option value="agreed" disabled={!anyAgreed}>
                {t(anyAgreed ? 'draft.bases.agreed' : 'draft.bases.noneAgreed')}
              </option>
            </select>
          </label>
          <span className="quiet grow" role="status" data-testid="draft-open">
            {differences.length === 0
              ? settled > 0
                ? t('draft.settled', { count: settled })
                : t('draft.bases.same')
              : open > 0
                ? t('draft.open', { count: open })
                : settled > 0
                  ? t('draft.settled', { count: settled })
                  : t('draft.allDecided')}
          </span>
          <button type="button" className="button" disabled={past.length === 0} onClick={undo}>
            ↶ {t('draft.undo')}
          </button>
          <DialogButtons
            label={t('draft.take', { count: taken.differences.length + settled })}
            testId="draft-take"
            disabled={taken.differences.length + settled === 0}
            onDo={() => void bringIn()}
            onClose={onClose}
          />
        </>
      }
    >
      {moved && (
        <p role="alert" data-testid="draft-moved">
          {t('draft.moved')}
        </p>
      )}
      <p className="quiet draft-how">{t('draft.how')}</p>
      <div
        className="draft-panes"
        onKeyDown={(event) => {
          if (event.target instanceof HTMLTextAreaElement) return;
          if (event.ctrlKey || event.metaKey) {
            if (event.code !== 'KeyZ') return;
            event.preventDefault();
            return undo();
          }
          const pick = pickByKey(event.code);
          if (!pick || !decision || decision.picks.length === 0) return;
          const picks = decision.picks.with(nextConflict(decision), pick);
          decide(at, { taken: true, picks, written: null });
        }}
      >
        <div className="draft-list">
          <LongList entries={differences} keyOf={(_each, n) => n} label={t('draft.list')}>
            {(each, n) => {
              const said = decisions[n];
              if (!said) return null;
              const [first = ''] = 'paragraphIds' in each ? each.paragraphIds : [];
              const row = findParagraph(rows, first)?.rowIndex ?? -1;
              const waits = each.conflict && !isDecided(each, said);
              return (
                <div className={n === at ? 'difference on' : 'difference'}>
                  <input
                    type="checkbox"
                    checked={said.taken && !waits}
                    disabled={waits && 'chunks' in each}
                    aria-label={t('draft.takeThis', { number: n + 1 })}
                    onChange={() => decide(n, { ...said, taken: !said.taken })}
                  />
                  <button type="button" aria-current={n === at} onClick={() => setAt(n)}>
                    <b>{t(`draft.kind.${each.kind}`)}</b>
                    {row !== -1 && <small>{t('draft.row', { number: row + 1 })}</small>}
                    {waits && <span className="waits">! {t('draft.waits')}</span>}
                    <span className="excerpt" lang={language}>
                      <Excerpt difference={each} language={language} />
                    </span>
                  </button>
                </div>
              );
            }}
          </LongList>
        </div>
        <div className="draft-detail">
          {difference && decision && (
            <DifferenceView
              key={`${base} ${at}`}
              base={base}
              difference={difference}
              decision={decision}
              language={language}
              onDecide={(next) => decide(at, next)}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** Where a person begins with what a comparison has found: at the first conflict. */
function firstState({ base, differences, stamp, settled }: ComparedDraft) {
  const past: readonly (readonly Decision[])[] = [];
  const at = Math.max(
    0,
    differences.findIndex(({ conflict }) => conflict),
  );
  return { base, stamp, differences, settled, decisions: firstDecisions(differences), past, at };
}

/** A few words by which a difference is known. */
function Excerpt({
  difference,
  language,
}: {
  readonly difference: DraftDifference;
  readonly language: Language;
}) {
  const { rows } = useProject();
  if ('chunks' in difference) {
    const [before, after] = [sideText(difference, 'base'), sideText(difference, 'theirs')];
    return <ChangeExcerpt before={before} after={after} language={language} />;
  }
  if ('blocks' in difference) return cutText(raiseNotes(difference.blocks[0] ?? NO_TEXT));
  if ('base' in difference) return cutText(raiseNotes(difference.base[0] ?? NO_TEXT));
  return cutText(raiseNotes(findParagraph(rows, difference.paragraphIds[0] ?? '')?.paragraph ?? NO_TEXT));
}
