import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedCopy } from '../../../shared/contract/channels';
import type { PlannedChange, PlannedConflict } from '../../../shared/contract/copy-plan';
import { formatTime } from '../../../shared/interface/format-time';
import { cutText } from '../../../shared/model/cut-text';
import type { Language } from '../../../shared/model/language';
import { sideText } from '../../../shared/reconcile/decide-difference';
import { KeyName } from '../../controls/key';
import { mergePlanned, planAgain } from '../../session/project/merge-copy';
import { ChangeExcerpt } from '../../ui/change-excerpt';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { LongList } from '../../ui/long-list';
import { ChangeView, ConflictView } from './copy-detail';
import { choicesOf, copyDecisionsKept, firstCopyDecisions, isOpen, type CopyDecisions } from './copy-state';
import { nextConflict, pickByKey, type Decision } from './draft-state';

/** What is shown at large: a conflict, or a change, by its position in the plan. */
interface Shown {
  readonly list: 'conflicts' | 'taken' | 'ruled';
  readonly at: number;
}

/** What merging a colleague's copy would do, before it is done: what both changed is decided, the rest can be looked at. */
export function CopyDialog({
  planned,
  onClose,
}: {
  readonly planned: PlannedCopy;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [state, setState] = useState(() => ({
    planned,
    decisions: firstCopyDecisions(planned.plan),
    past: [] as readonly CopyDecisions[],
    moved: false,
  }));
  const list = useRef<HTMLDivElement>(null);
  const { plan } = state.planned;
  const { decisions, past, moved } = state;
  const [shown, setShown] = useState<Shown>(() => firstShown(planned));
  const order: readonly Shown[] = (['conflicts', 'taken', 'ruled'] as const).flatMap((each) =>
    plan[each].map((_, at) => ({ list: each, at })),
  );
  const here = order.findIndex(({ list: each, at }) => each === shown.list && at === shown.at);
  const decide = (next: CopyDecisions) =>
    setState((now) => ({ ...now, past: [...now.past, now.decisions], decisions: next }));
  const decideConflict = (at: number, decision: Decision) =>
    decide({ ...decisions, conflicts: decisions.conflicts.with(at, decision) });
  const undo = () => {
    const before = past.at(-1);
    if (before) setState((now) => ({ ...now, decisions: before, past: now.past.slice(0, -1) }));
  };
  const open = plan.conflicts.filter((conflict, n) => {
    const decision = decisions.conflicts[n];
    return decision && isOpen(conflict, decision);
  }).length;
  const goBy = (by: 1 | -1) => {
    const next = order[here + by];
    if (!next) return;
    setShown(next);
    list.current?.querySelectorAll<HTMLElement>('[data-entry]')[here + by]?.focus();
  };
  const merge = async () => {
    const done = await mergePlanned(state.planned, choicesOf(plan, decisions));
    if (done === 'merged') return onClose();
    if (done !== 'moved') return;
    // The article is another by now: shows what the copy would do to that, with what was decided already.
    const again = await planAgain(state.planned.copyId);
    if (!again) return;
    const kept = copyDecisionsKept({ plan, decisions }, again.plan);
    setState({ planned: again, decisions: kept, past: [], moved: true });
    setShown(firstShown(again));
  };
  const conflict = shown.list === 'conflicts' ? plan.conflicts[shown.at] : undefined;
  const change = shown.list === 'conflicts' ? undefined : plan[shown.list][shown.at];
  const decision = conflict && decisions.conflicts[shown.at];
  const press = (event: KeyboardEvent) => {
    const mod = event.ctrlKey || event.metaKey;
    if (mod && event.code === 'Enter') {
      event.preventDefault();
      return void merge();
    }
    if (event.target instanceof HTMLTextAreaElement || event.altKey || event.shiftKey) return;
    if (mod && event.code === 'KeyZ') {
      event.preventDefault();
      return undo();
    }
    if (mod) return;
    if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
      event.preventDefault();
      return goBy(event.code === 'ArrowDown' ? 1 : -1);
    }
    const pick = pickByKey(event.code);
    if (!pick || !conflict?.canChoose || !decision) return;
    if (!conflict.chunks && pick !== 'ours' && pick !== 'theirs') return;
    const picks = decision.picks.with(nextConflict(decision), pick);
    decideConflict(shown.at, { taken: true, picks, written: null });
  };
  return (
    <Dialog
      title={t('copy.plan.title', { name: plan.people.map((name) => cutText(name, 40)).join(', ') || '—' })}
      className="draft copy"
      onClose={onClose}
      footer={
        <>
          <span className="quiet grow" role="status" data-testid="copy-open">
            {open > 0 ? t('copy.plan.open', { count: open }) : t('copy.plan.allDecided')}
          </span>
          <button type="button" className="button" disabled={past.length === 0} onClick={undo}>
            ↶ {t('draft.undo')}
          </button>
          <DialogButtons
            label={t('copy.plan.merge')}
            keys={<KeyName keys="Mod+Enter" />}
            testId="copy-merge"
            onDo={() => void merge()}
            onClose={onClose}
          />
        </>
      }
    >
      {moved && (
        <p role="alert" data-testid="copy-moved">
          {t('copy.plan.moved')}
        </p>
      )}
      <div className="draft-panes" onKeyDown={press}>
        <div className="draft-list" ref={list}>
          <p className="quiet copy-file">
            {cutText(plan.fileName, 80)}
            {plan.last !== null && ` · ${formatTime(plan.last, t)}`}
          </p>
          {plan.conflicts.length > 0 && <h3>{t('copy.plan.both')}</h3>}
          <LongList entries={plan.conflicts} keyOf={({ key }) => key} label={t('copy.plan.both')}>
            {(each, at) => {
              const said = decisions.conflicts[at];
              const waits = said !== undefined && isOpen(each, said);
              return (
                <div
                  className={shown.list === 'conflicts' && shown.at === at ? 'difference on' : 'difference'}
                >
                  <span className={waits ? 'state waits' : 'state'} aria-hidden>
                    {waits ? '!' : '✓'}
                  </span>
                  <button
                    type="button"
                    data-entry=""
                    data-testid="copy-conflict"
                    aria-current={shown.list === 'conflicts' && shown.at === at}
                    onClick={() => setShown({ list: 'conflicts', at })}
                  >
                    <EntryHead entry={each} />
                    {waits && <span className="waits">{t('draft.waits')}</span>}
                    <span className="excerpt">
                      <ConflictExcerpt conflict={each} />
                    </span>
                  </button>
                </div>
              );
            }}
          </LongList>
          {(['taken', 'ruled'] as const).map(
            (part) =>
              plan[part].length > 0 && (
                <section key={part} data-testid={`copy-${part}`}>
                  <h3>{t(`copy.plan.${part}`)}</h3>
                  <LongList entries={plan[part]} keyOf={(_, n) => n} label={t(`copy.plan.${part}`)}>
                    {(each, at) => (
                      <ChangeEntry
                        change={each}
                        isOn={shown.list === part && shown.at === at}
                        isLeft={each.paragraphId !== null && decisions.left.includes(each.paragraphId)}
                        onShow={() => setShown({ list: part, at })}
                        onLeave={(id, isLeft) =>
                          decide({
                            ...decisions,
                            left: isLeft
                              ? [...decisions.left, id]
                              : decisions.left.filter((one) => one !== id),
                          })
                        }
                      />
                    )}
                  </LongList>
                </section>
              ),
          )}
          {plan.kept > 0 && (
            <>
              <h3>{t('copy.plan.kept')}</h3>
              <p className="quiet copy-kept" data-testid="copy-kept">
                {t('copy.plan.keptRows', { count: plan.kept })}
              </p>
            </>
          )}
        </div>
        <div className="draft-detail">
          {conflict && decision && (
            <ConflictView
              key={conflict.key}
              conflict={conflict}
              decision={decision}
              onDecide={(next) => decideConflict(shown.at, next)}
            />
          )}
          {change && <ChangeView change={change} />}
        </div>
      </div>
    </Dialog>
  );
}

function firstShown({ plan }: PlannedCopy): Shown {
  const list = plan.conflicts.length > 0 ? 'conflicts' : plan.taken.length > 0 ? 'taken' : 'ruled';
  return { list, at: 0 };
}

/** Where an entry of the list is, and what it is about. */
function EntryHead({
  entry: { row, language, what },
}: {
  readonly entry: { readonly row: number | null; readonly language: Language | null; readonly what: string };
}) {
  const { t } = useTranslation();
  const place = row === null ? t('copy.plan.project') : t('inspector.rowNumber', { number: row });
  return (
    <>
      <b>{language ? `${place} · ${t(`language.${language}`)}` : place}</b>
      <small>{what}</small>
    </>
  );
}

function ConflictExcerpt({
  conflict: { chunks, language, ours, theirs },
}: {
  readonly conflict: PlannedConflict;
}) {
  if (!chunks || !language) return `${cutText(ours, 60)} / ${cutText(theirs, 60)}`;
  return (
    <ChangeExcerpt
      before={sideText({ chunks }, 'ours')}
      after={sideText({ chunks }, 'theirs')}
      language={language}
    />
  );
}

function ChangeEntry({
  change,
  isOn,
  isLeft,
  onShow,
  onLeave,
}: {
  readonly change: PlannedChange;
  readonly isOn: boolean;
  readonly isLeft: boolean;
  readonly onShow: () => void;
  readonly onLeave: (paragraphId: string, isLeft: boolean) => void;
}) {
  const { t } = useTranslation();
  const { paragraphId, before, after, language } = change;
  return (
    <div className={isOn ? 'difference on' : 'difference'}>
      {paragraphId === null ? (
        <span className="state" aria-hidden>
          ·
        </span>
      ) : (
        <input
          type="checkbox"
          checked={!isLeft}
          aria-label={t('copy.plan.take', { row: change.row ?? '' })}
          onChange={(event) => onLeave(paragraphId, !event.target.checked)}
        />
      )}
      <button type="button" data-entry="" data-testid="copy-change" aria-current={isOn} onClick={onShow}>
        <EntryHead entry={change} />
        <span className="excerpt">
          <ChangeExcerpt before={before} after={after} language={language ?? 'en'} />
        </span>
      </button>
    </div>
  );
}
